import { formatCount } from '@/components/ui/number-format'

/** What becomes of pending deliveries when their endpoint is disabled or deleted; `count` is undefined until known. */
export function PendingCount({ count }: { count: number | undefined }) {
  if (count === 0) return <>Nothing is pending.</>
  return <>{subjectOf(count)} as cancelled; what is being sent at this moment ends first.</>
}

function subjectOf(count: number | undefined): string {
  if (count === undefined) return 'Pending deliveries end'
  return count === 1 ? '1 pending delivery ends' : `${formatCount(count)} pending deliveries end`
}
