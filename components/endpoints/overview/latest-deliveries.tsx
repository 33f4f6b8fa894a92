import Link from 'next/link'
import { DeliveryStatusBadge } from '@/components/deliveries/delivery-status'
import { outcomeText } from '@/components/deliveries/outcome-text'
import type { OverviewView } from '@/components/endpoints/page/overview-query'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { toPublicId } from '@/lib/ids'

type Props = { endpointId: string; deliveries: OverviewView['latest'] }

export function LatestDeliveries({ endpointId, deliveries }: Props) {
  return (
    <Card
      flush
      title={deliveries.length < 10 ? 'Latest deliveries' : 'Last 10 deliveries'}
      actions={
        <Link
          href={`/settings/webhooks/${toPublicId('we', endpointId)}/deliveries`}
          className={`${linkClass} inline-flex min-h-6 items-center text-sm`}
        >
          All deliveries
        </Link>
      }
    >
      {deliveries.length === 0 ? (
        <p className="px-5 py-6 text-center text-faded">
          The deliveries of these days are no longer in the log, which is kept for a limited time.
        </p>
      ) : (
        <Table caption="Latest deliveries of this endpoint">
          <TableHead>
            <TableRow>
              <HeadCell>Event</HeadCell>
              <HeadCell>Status</HeadCell>
              <HeadCell>Outcome</HeadCell>
              <HeadCell numeric>Attempts</HeadCell>
              <HeadCell>Time</HeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {deliveries.map((delivery) => (
              <TableRow key={delivery.id}>
                <RowHeader>
                  <span className="flex flex-wrap items-center gap-x-2">
                    <Link
                      href={`/deliveries/${toPublicId('dlv', delivery.id)}`}
                      className={`${linkClass} font-mono text-sm`}
                    >
                      {delivery.eventType}
                    </Link>
                    {delivery.isTest ? <Badge>TEST</Badge> : null}
                  </span>
                </RowHeader>
                <Cell label="Status">
                  <DeliveryStatusBadge status={delivery.status} plain />
                </Cell>
                <Cell label="Outcome">{outcomeText(delivery.httpStatus, delivery.error)}</Cell>
                <Cell label="Attempts" numeric>
                  {delivery.attemptsCount}
                </Cell>
                <Cell label="Time">
                  <Instant at={delivery.createdAt} />
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  )
}
