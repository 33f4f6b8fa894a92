import { LogHeader } from '@/components/deliveries/log/log-header'
import { LogSkeleton } from '@/components/deliveries/log/log-skeleton'

export default function LoadingDeliveries() {
  return (
    <>
      <LogHeader />
      <LogSkeleton />
    </>
  )
}
