'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/number-format'
import { toPublicId } from '@/lib/ids'
import { CatchUpDialog } from './catch-up-dialog'
import { missedQuery } from './missed-query'

type Props = {
  endpoint: { id: string; name: string }
  /** The catch-up that is at it already. */
  runningId: string | null
}

/** On an endpoint's page, while something is not caught up. */
export function CatchUpOffer({ endpoint, runningId }: Props) {
  const { data } = useQuery({ ...missedQuery(endpoint.id), enabled: runningId === null })
  const [isOpen, setOpen] = useState(false)
  if (runningId !== null) {
    return (
      <Banner
        tone="info"
        title="What it missed while it was disabled is being delivered"
        actions={
          <Button
            size="sm"
            render={<Link href={`/deliveries/resends/${toPublicId('rs', runningId)}`} prefetch={false} />}
          >
            Show the catch-up
          </Button>
        }
      />
    )
  }
  if (!data || data.total === 0) return null
  return (
    <>
      <Banner
        tone="info"
        role="status"
        title={
          data.hasMore
            ? `It missed more than ${formatCount(data.total)} events while it was disabled`
            : data.total === 1
              ? 'It missed 1 event while it was disabled'
              : `It missed ${formatCount(data.total)} events while it was disabled`
        }
        actions={
          <Button size="sm" onClick={() => setOpen(true)}>
            Deliver {data.total === 1 ? 'it' : 'them'}…
          </Button>
        }
      />
      {isOpen ? <CatchUpDialog endpoint={endpoint} missed={data} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
