import Link from 'next/link'
import { NoPermission } from '@/components/shell/no-permission'
import { Button } from '@/components/ui/button'
import type { Role } from '@/lib/permissions'

/** In the place of the form, for a role that may not save it. */
export function MayNotWrite({ role }: { role: Role }) {
  return (
    <NoPermission
      role={role}
      what="change event types"
      action={<Button render={<Link href="/event-types" />}>Go to event types</Button>}
    />
  )
}
