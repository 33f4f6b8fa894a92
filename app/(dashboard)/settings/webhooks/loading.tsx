import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const ROWS = ['one', 'two', 'three', 'four', 'five']

export default function WebhooksLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading webhook endpoints</LoadingLabel>
      <PageHeader
        title="Webhooks"
        description="An endpoint is a URL that Shopbell calls when something happens in your store."
      />
      <Skeleton className="h-8.5 max-w-64" />
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
