import { GaugeIcon } from 'lucide-react'
import Link from 'next/link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** In the place of a form that could not be saved. */
export function LimitReached({ limit }: { limit: number }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
        title="Create webhook endpoint"
      />
      <Card>
        <EmptyState
          icon={GaugeIcon}
          title={`This store has ${limit} of ${limit} possible endpoints`}
          action={<Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>}
        >
          To create another one, delete one that is no longer used.
        </EmptyState>
      </Card>
    </>
  )
}
