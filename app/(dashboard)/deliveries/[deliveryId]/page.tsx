import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { DeliveryDetail } from '@/components/deliveries/detail/delivery-detail'
import { requireViewer } from '@/lib/auth'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { pathId } from '@/lib/http/public-id'
import { jsonView } from '@/lib/json-view'
import { getDeliveryScreen } from '@/lib/operations/delivery-screen'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

type Props = PageProps<'/deliveries/[deliveryId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const delivery = await find((await params).deliveryId)
  return {
    title: delivery
      ? `${delivery.delivery.eventType} to ${delivery.delivery.endpointName} · Delivery`
      : 'Not found',
  }
}

export default async function DeliveryPage({ params }: Props) {
  const viewer = await requireViewer()
  const { deliveryId } = await params
  const delivery = await find(deliveryId)
  if (!delivery) notFound()
  const first = { at: now().getTime(), delivery: jsonView(delivery) }
  return (
    // Another delivery is another page, also where one links to the other.
    <DeliveryDetail key={deliveryId} first={first} mayResend={can(viewer.role, 'deliveries:resend')} />
  )
}

/** Read once for the title and the page; null where the viewer's store has none of this id. */
const find = cache(async (publicId: string) => {
  const viewer = await requireViewer()
  try {
    return await getDeliveryScreen(contextOf(viewer, null), pathId('dlv', publicId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
})
