import { NoticesHeader } from '@/components/notices/notices-header'
import { Card } from '@/components/ui/card'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const ROWS = ['one', 'two', 'three', 'four']

export default function LoadingNotices() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel>Loading notices</LoadingLabel>
      <NoticesHeader />
      <Card flush>
        {ROWS.map((row) => (
          <div key={row} className="flex flex-col gap-2 border-rule border-b px-5 py-3 last:border-b-0">
            <Skeleton className="max-w-64" />
            <Skeleton className="h-3 max-w-96" />
          </div>
        ))}
      </Card>
    </div>
  )
}
