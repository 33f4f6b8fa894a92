import Link from 'next/link'
import { NoPermission } from '@/components/shell/no-permission'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { Role } from '@/lib/permissions'

/** In the place of the form, for a role that may not save it. */
export function MayNotCreate({ role }: { role: Role }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
        title="Create webhook endpoint"
      />
      <NoPermission
        role={role}
        what="create webhook endpoints"
        action={<Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>}
      />
    </>
  )
}
