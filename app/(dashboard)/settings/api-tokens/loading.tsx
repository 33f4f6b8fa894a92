import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const ROWS = ['one', 'two', 'three']

export default function ApiTokensLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading API tokens</LoadingLabel>
      <PageHeader
        title="API tokens"
        description="With a token a program calls the HTTP API in the name of this store."
      />
      <Card flush>
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-6 border-rule border-b px-5 py-3 last:border-b-0">
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="w-40" />
              <Skeleton className="h-3 w-28" />
            </div>
            <Skeleton className="w-20 max-sm:hidden" />
            <Skeleton className="w-24 max-sm:hidden" />
            <Skeleton className="w-24" />
          </div>
        ))}
      </Card>
    </div>
  )
}
