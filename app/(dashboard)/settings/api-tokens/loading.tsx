import { ListSkeleton } from '@/components/ui/list-skeleton'
import { PageHeader } from '@/components/ui/page-header'
import { LoadingLabel } from '@/components/ui/skeleton'

export default function ApiTokensLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading API tokens</LoadingLabel>
      <PageHeader
        title="API tokens"
        description="With a token a program calls the HTTP API in the name of this store."
      />
      <ListSkeleton rows={3} />
    </div>
  )
}
