import { DownloadIcon } from 'lucide-react'
import Link from 'next/link'
import { BasicsCard } from '@/components/api-reference/basics-card'
import { GroupCard } from '@/components/api-reference/group-card'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { linkClass } from '@/components/ui/link-class'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { apiDocument } from '@/lib/http/api-routes'
import { referenceGroups } from '@/lib/http/openapi/reference'

export const metadata = { title: 'API reference' }

export default async function ApiReferencePage() {
  await requireViewer()
  const document = apiDocument()
  return (
    <>
      <PageHeader
        title="API reference"
        description="What programs can ask of your store, each operation with its fields and examples, to be tried here."
        actions={
          <Button render={<a href="/api/openapi.json" download="shopbell-openapi.json" />}>
            <DownloadIcon aria-hidden /> Download OpenAPI
          </Button>
        }
      />
      <BasicsCard serverUrl={document.servers[0]?.url ?? ''} />
      {referenceGroups(document).map((group) => (
        <GroupCard key={group.name} group={group} />
      ))}
      <Card title="What an endpoint receives">
        <p>
          A signed POST for each event. The{' '}
          <Link href="/event-types" className={linkClass}>
            event types
          </Link>{' '}
          have a sample payload and a table of fields each; the OpenAPI document has them as webhooks.
        </p>
      </Card>
    </>
  )
}
