'use client'

import { SearchXIcon, WebhookIcon } from 'lucide-react'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { conditionLabels } from '@/components/endpoints/condition-badge'
import { SwitchDialog } from '@/components/endpoints/switch-dialog'
import { RefreshProblem } from '@/components/shell/refresh-problem'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { DisabledBanner } from './disabled-banner'
import { EndpointMenu } from './endpoint-menu'
import { EndpointTableRow } from './endpoint-row'
import { EndpointTable } from './endpoint-table'
import { ListFilters } from './list-filters'
import { ListNotice } from './list-notice'
import { type EndpointListView, type EndpointRow, filterRows, useEndpointList } from './use-endpoint-list'
import { useEndpointStatus } from './use-endpoint-status'
import { useListFilter } from './use-list-filter'

type Asked = { row: EndpointRow; status: 'enabled' | 'disabled'; from: 'banner' | 'menu' }
type Props = { initial: EndpointListView; loadedAt: string; mayEdit: boolean }

/** Settings → Webhooks. */
export function EndpointsScreen({ initial, loadedAt, mayEdit }: Props) {
  const { endpoints, limit, error, isFetching, isOnline, refetch } = useEndpointList(initial, loadedAt)
  const status = useEndpointStatus(refetch)
  const { filter, choose, search, clear } = useListFilter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const rows = filterRows(endpoints, filter)
  const notice = useRef<HTMLDivElement>(null)
  // With the change went the banner, or the row from what is filtered.
  const isAskerGone =
    asked !== null && (asked.from === 'banner' || !rows.some(({ id }) => id === asked.row.id))
  const isFull = endpoints.length >= limit
  function ask(next: Asked) {
    setAsked(next)
    setIsAsking(true)
  }

  function dismiss() {
    status.setNotice(null)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }

  const create = (
    <Button variant="primary" render={<Link href="/settings/webhooks/new" />}>
      Create webhook endpoint
    </Button>
  )

  return (
    <>
      <PageHeader
        title="Webhooks"
        description="An endpoint is a URL that Shopbell calls when something happens in your store."
        actions={mayEdit && !isFull && endpoints.length > 0 ? create : null}
      />
      <ListNotice notice={status.notice} boxRef={notice} onDismiss={dismiss} />
      {endpoints
        .filter((row) => row.condition === 'disabled_automatically')
        .map((row) => (
          <DisabledBanner
            key={row.id}
            row={row}
            mayEdit={mayEdit}
            pending={status.pendingId === row.id}
            onEnable={() => ask({ row, status: 'enabled', from: 'banner' })}
          />
        ))}
      {mayEdit && isFull ? (
        <Banner tone="info" title={`This store has ${endpoints.length} of ${limit} possible endpoints`}>
          To create another one, delete one that is no longer used.
        </Banner>
      ) : null}
      {mayEdit ? null : (
        <p className="text-faded">
          Your role can look at endpoints. Creating and changing them is for operators and admins.
        </p>
      )}
      <RefreshProblem
        title="The list could not be refreshed"
        error={error}
        isOffline={!isOnline}
        retrying={isFetching}
        onRetry={() => refetch()}
      />
      {endpoints.length === 0 ? (
        <Card>
          <EmptyState icon={WebhookIcon} title="No endpoints yet" action={mayEdit ? create : null}>
            An endpoint is a URL we call when something happens in your store.
          </EmptyState>
        </Card>
      ) : (
        <>
          <ListFilters rows={endpoints} filter={filter} onChoose={choose} onSearch={search} />
          <Card flush>
            {rows.length === 0 ? (
              <EmptyState
                icon={SearchXIcon}
                title="No endpoint matches"
                action={<Button onClick={clear}>Clear filters</Button>}
              >
                {[
                  ...(filter.condition ? [`Status: ${conditionLabels[filter.condition]}`] : []),
                  ...(filter.q.trim() === '' ? [] : [`Name or URL: “${filter.q.trim()}”`]),
                ].join(' · ')}
              </EmptyState>
            ) : (
              <EndpointTable busy={isFetching}>
                {rows.map((row) => (
                  <EndpointTableRow
                    key={row.id}
                    row={row}
                    pending={status.pendingId === row.id}
                    mayEdit={mayEdit}
                    onSnoozed={refetch}
                    menu={
                      <EndpointMenu
                        row={row}
                        mayEdit={mayEdit}
                        onEnable={() => ask({ row, status: 'enabled', from: 'menu' })}
                        onDisable={() => ask({ row, status: 'disabled', from: 'menu' })}
                        onProblem={(message) =>
                          status.setNotice({ kind: 'problem', title: 'Not copied', message })
                        }
                      />
                    }
                  />
                ))}
              </EndpointTable>
            )}
          </Card>
          <p role="status" className="sr-only">
            {rows.length === endpoints.length
              ? `${endpoints.length} endpoints`
              : `${rows.length} of ${endpoints.length} endpoints`}
          </p>
        </>
      )}
      {asked ? (
        <SwitchDialog
          endpoint={asked.row}
          enables={asked.status === 'enabled'}
          open={isAsking}
          onOpenChange={setIsAsking}
          onConfirm={() => status.change(asked.row, asked.status)}
          finalFocus={() => (isAskerGone && notice.current) || true}
        />
      ) : null}
    </>
  )
}
