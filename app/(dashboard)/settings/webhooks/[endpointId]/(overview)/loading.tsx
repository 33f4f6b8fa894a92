import { Card } from '@/components/ui/card'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const tiles = ['success', 'time', 'pending', 'oldest']
const rows = Array.from({ length: 10 }, (_, index) => index)

/** The shape of the overview. */
export default function OverviewLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel />
      <div className="grid gap-px overflow-hidden rounded-lg border border-rule bg-rule grid-cols-2 lg:grid-cols-4">
        {tiles.map((tile) => (
          <div key={tile} className="flex flex-col gap-2 bg-surface px-5 py-4 max-sm:px-4">
            <Skeleton className="w-full max-w-32" />
            <Skeleton className="h-8 w-full max-w-24" />
            <Skeleton className="w-full max-w-36" />
          </div>
        ))}
      </div>
      <Card>
        <Skeleton className="h-72 w-full" />
      </Card>
      <Card>
        <div className="flex flex-col gap-5 py-2">
          {rows.map((row) => (
            <Skeleton key={row} />
          ))}
        </div>
      </Card>
    </div>
  )
}
