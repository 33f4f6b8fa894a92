import type { Metadata } from 'next'
import { CatchUpOffer } from '@/components/endpoints/catch-up/catch-up-offer'
import { EndpointHeader } from '@/components/endpoints/page/endpoint-header'
import { EndpointTrouble } from '@/components/endpoints/page/endpoint-trouble'
import { SwitchNews } from '@/components/endpoints/page/switch-news'
import { TestSendDialog } from '@/components/endpoints/test-send/test-send-dialog'
import { findEndpoint, loadEndpoint } from '@/lib/http/screens/load-endpoint'
import { findCatchUpNeed } from '@/lib/operations/catch-up'
import { MAX_EVENT_BYTES } from '@/lib/operations/store-events'
import { can } from '@/lib/permissions'

type Props = LayoutProps<'/settings/webhooks/[endpointId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { standing } = await findEndpoint((await params).endpointId)
  // Thrown here, “not found” would leave the page without a title; its tabs have titles of their own.
  if (!standing) return { title: { default: 'Not found', template: 'Not found · Shopbell' } }
  const { name } = standing.endpoint
  return { title: { default: `${name} · Webhooks`, template: `%s · ${name} · Shopbell` } }
}

export default async function EndpointLayout({ params, children }: Props) {
  const { viewer, context, standing } = await loadEndpoint((await params).endpointId)
  const { id, name, eventTypes, allEventTypes, disabledAt } = standing.endpoint
  const mayEdit = can(viewer.role, 'endpoints:write')
  const maySendTests = can(viewer.role, 'test_sends:write')
  const mayResend = can(viewer.role, 'deliveries:resend')
  const need = mayResend && disabledAt === null ? await findCatchUpNeed(context, id) : null
  return (
    <>
      <EndpointHeader standing={standing} mayEdit={mayEdit} maySendTests={maySendTests} />
      <SwitchNews key={id} name={name} isDisabled={disabledAt !== null} />
      <EndpointTrouble standing={standing} mayEdit={mayEdit} />
      {need?.isDue ? <CatchUpOffer endpoint={{ id, name }} runningId={need.runningId} /> : null}
      {children}
      {maySendTests ? (
        <TestSendDialog
          endpoint={{ id, name, eventTypes, allEventTypes }}
          isDisabled={disabledAt !== null}
          mostBytes={MAX_EVENT_BYTES}
        />
      ) : null}
    </>
  )
}
