import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

export function LogHeader() {
  return (
    <PageHeader
      title="Deliveries"
      description="Each event sent to each endpoint, newest first: what was sent, what came back, what comes next."
      actions={
        <Button variant="quiet" render={<Link href="/deliveries/resends" prefetch={false} />}>
          Bulk resends
        </Button>
      }
    />
  )
}
