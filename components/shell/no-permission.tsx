import { LockIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Role } from '@/lib/permissions'
import { roleNames } from './person'

/** In the place of what a role may not do: what, and who can help. `action` leads to what it may. */
export function NoPermission({ role, what, action }: { role: Role; what: string; action?: ReactNode }) {
  return (
    <Card>
      <EmptyState icon={LockIcon} title={`Your role cannot ${what}`} action={action}>
        In this store you are {roleNames[role]}. Ask an admin of the store, who can do it or change your role.
      </EmptyState>
    </Card>
  )
}
