import { LogSkeleton } from '@/components/deliveries/log/log-skeleton'

export default function LoadingEndpointDeliveries() {
  return <LogSkeleton />
}
