import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const FIELDS = ['name', 'description', 'url', 'version']

export default function NewEndpointLoading() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading the form</LoadingLabel>
      <PageHeader title="Create webhook endpoint" />
      <Card title="Endpoint">
        <div className="flex max-w-2xl flex-col gap-5">
          {FIELDS.map((field) => (
            <div key={field} className="flex flex-col gap-2">
              <Skeleton className="w-24" />
              <Skeleton className="h-8.5" />
            </div>
          ))}
        </div>
      </Card>
    </div>
  )
}
