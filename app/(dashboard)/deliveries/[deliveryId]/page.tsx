import { DeliveryDetail } from '@/components/deliveries/detail/delivery-detail'
import { requireViewer } from '@/lib/auth'
import { now } from '@/lib/clock'
import { pathId } from '@/lib/http/public-id'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { jsonView } from '@/lib/json-view'
import { getDeliveryScreen } from '@/lib/operations/delivery-screen'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Delivery' }

export default async function DeliveryPage({ params }: PageProps<'/deliveries/[deliveryId]'>) {
  const viewer = await requireViewer()
  const { deliveryId } = await params
  const delivery = await orNotFound(async () =>
    getDeliveryScreen(contextOf(viewer, null), pathId('dlv', deliveryId)),
  )
  const first = { at: now().getTime(), delivery: jsonView(delivery) }
  return (
    // Another delivery is another page, also where one links to the other.
    <DeliveryDetail key={deliveryId} first={first} mayResend={can(viewer.role, 'deliveries:resend')} />
  )
}
