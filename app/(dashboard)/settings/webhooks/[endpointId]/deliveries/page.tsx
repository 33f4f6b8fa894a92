import { notFound } from 'next/navigation'
import { logProps } from '@/app/(dashboard)/deliveries/log-props'
import { DeliveryLog } from '@/components/deliveries/log/delivery-log'
import { requireViewer } from '@/lib/auth'

export const metadata = { title: 'Deliveries' }

export default async function EndpointDeliveriesPage({
  params,
  searchParams,
}: PageProps<'/settings/webhooks/[endpointId]/deliveries'>) {
  const viewer = await requireViewer()
  const { endpointId } = await params
  const props = await logProps(viewer, await searchParams, endpointId)
  if (props.first.page.isEndpointUnknown) notFound()
  return <DeliveryLog {...props} endpointId={endpointId} />
}
