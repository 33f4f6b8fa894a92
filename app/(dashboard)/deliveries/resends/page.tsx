import { JobList } from '@/components/deliveries/resends/job-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { now } from '@/lib/clock'
import { jsonView } from '@/lib/json-view'
import { listResends } from '@/lib/operations/resends'
import { contextOf } from '@/lib/operations/viewer'

export const metadata = { title: 'Bulk resends' }

export default async function ResendsPage() {
  const viewer = await requireViewer()
  const jobs = jsonView(await listResends(contextOf(viewer, null)))
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/deliveries', label: 'Deliveries' }]} />}
        title="Bulk resends"
        description="Many deliveries sent once more, and what endpoints missed while they were disabled."
      />
      <JobList first={{ at: now().getTime(), jobs }} />
    </>
  )
}
