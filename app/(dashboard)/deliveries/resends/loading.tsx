import { Card } from '@/components/ui/card'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

export default function LoadingResends() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <LoadingLabel>Loading bulk resends</LoadingLabel>
      <div className="ledger-double flex flex-col gap-3 pb-5">
        <Skeleton className="w-20" />
        <Skeleton className="h-7 w-56 max-w-full" />
        <Skeleton className="w-96 max-w-full" />
      </div>
      <Card>
        <Skeleton className="h-64 w-full" />
      </Card>
    </div>
  )
}
