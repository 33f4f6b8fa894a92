'use client'

import Link from 'next/link'
import { automaticReason } from '@/components/endpoints/condition-badge'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Instant } from '@/components/ui/instant'
import { toPublicId } from '@/lib/ids'
import type { EndpointRow } from './use-endpoint-list'

type Props = {
  row: EndpointRow
  mayEdit: boolean
  pending: boolean
  onEnable: () => void
}

/** An endpoint that was disabled without anybody asking for it: why, since when, and what to do. */
export function DisabledBanner({ row, mayEdit, pending, onEnable }: Props) {
  return (
    <Banner
      tone="warning"
      title={`“${row.name}” was disabled automatically`}
      actions={
        <>
          <Button
            size="sm"
            render={<Link href={`/settings/webhooks/${toPublicId('we', row.id)}`} />}
            aria-label={`Open endpoint ${row.name}`}
          >
            Open endpoint
          </Button>
          {mayEdit ? (
            <Button size="sm" pending={pending} onClick={onEnable} aria-label={`Enable ${row.name}`}>
              Enable
            </Button>
          ) : null}
        </>
      }
    >
      {automaticReason(row.disabledReason).cause}{' '}
      {row.disabledAt === null ? null : (
        <>
          Since <Instant at={row.disabledAt} precision="minute" /> it gets no events.
        </>
      )}
    </Banner>
  )
}
