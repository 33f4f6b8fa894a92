import { DeliveryLog } from '@/components/deliveries/log/delivery-log'
import { LogHeader } from '@/components/deliveries/log/log-header'
import { requireViewer } from '@/lib/auth'
import { logProps } from './log-props'

export const metadata = { title: 'Deliveries' }

export default async function DeliveriesPage({ searchParams }: PageProps<'/deliveries'>) {
  const viewer = await requireViewer()
  return (
    <>
      <LogHeader />
      <DeliveryLog {...(await logProps(viewer, await searchParams))} />
    </>
  )
}
