import { Card } from '@/components/ui/card'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

export default function LoadingDelivery() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <LoadingLabel>Loading the delivery</LoadingLabel>
      <div className="ledger-double flex flex-col gap-3 pb-5">
        <Skeleton className="w-20" />
        <Skeleton className="h-7 w-64 max-w-full" />
        <Skeleton className="w-40" />
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card>
          <Skeleton className="h-80 w-full" />
        </Card>
        <Card>
          <Skeleton className="h-56 w-full" />
        </Card>
      </div>
    </div>
  )
}
