import { SearchXIcon } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

export const metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <>
      <PageHeader title="Not found" />
      <Card>
        <EmptyState
          icon={SearchXIcon}
          title="There is nothing at this address"
          action={<Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>}
        >
          It may have been deleted, be older than the log is kept, or belong to another store than the one you
          are in.
        </EmptyState>
      </Card>
    </>
  )
}
