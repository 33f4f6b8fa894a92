'use client'

import { DeliveryStatusBadge } from '@/components/deliveries/delivery-status'
import { useLastLog } from '@/components/deliveries/last-log'
import { Badge } from '@/components/ui/badge'
import { Banner } from '@/components/ui/banner'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { AttemptList } from './attempt-list'
import { DeliveryFacts } from './delivery-facts'
import { EventDeliveries } from './event-deliveries'
import { EventWarnings } from './event-warnings'
import { FailedDelivery } from './failed-delivery'
import { ResendButton } from './resend-button'
import { type Delivery, useDelivery } from './use-delivery'
import { useDeliveryNews } from './use-delivery-news'

type Props = { first: { at: number; delivery: Delivery }; mayResend: boolean }

/** All of one delivery; it follows what happens until the delivery is final. */
export function DeliveryDetail({ first, mayResend }: Props) {
  const { data, error, refetch } = useDelivery(first)
  const { delivery } = data
  const lastLog = useLastLog()
  const { news, say } = useDeliveryNews(data)

  function onQueued() {
    say('Resend queued')
    refetch()
  }

  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            items={[{ href: lastLog ? `/deliveries?${lastLog}` : '/deliveries', label: 'Deliveries' }]}
          />
        }
        title={delivery.eventType}
        status={
          <span className="flex flex-wrap items-center gap-2">
            <DeliveryStatusBadge status={delivery.status} />
            {delivery.recoveredAt === null ? null : <Badge>Recovered</Badge>}
            {delivery.isTest ? <Badge>TEST</Badge> : null}
          </span>
        }
        description={<span className="wrap-anywhere">To {delivery.endpointName}</span>}
        actions={mayResend ? <ResendButton delivery={data} onQueued={onQueued} /> : null}
      />
      <p role="status" aria-live="polite" className="sr-only">
        {news}
      </p>
      {error ? (
        <Banner role="status" tone="warning" title="This page is not up to date">
          {error.message} It is tried again by itself.
        </Banner>
      ) : null}
      <FailedDelivery delivery={data} />
      <EventWarnings warnings={data.warnings} eventType={delivery.eventType} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <AttemptList delivery={data} className="xl:col-start-1 xl:row-span-2 xl:row-start-1" />
        <DeliveryFacts delivery={delivery} className="xl:col-start-2 xl:row-start-1" />
        <EventDeliveries delivery={data} className="xl:col-start-2 xl:row-start-2" />
      </div>
    </>
  )
}
