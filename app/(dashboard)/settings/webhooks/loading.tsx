import { ListSkeleton } from '@/components/ui/list-skeleton'
import { PageHeader } from '@/components/ui/page-header'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

export default function WebhooksLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading webhook endpoints</LoadingLabel>
      <PageHeader
        title="Webhooks"
        description="An endpoint is a URL that Shopbell calls when something happens in your store."
      />
      <Skeleton className="h-8.5 max-w-64" />
      <ListSkeleton rows={5} />
    </div>
  )
}
