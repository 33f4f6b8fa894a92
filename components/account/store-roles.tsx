import { roleNames } from '@/components/shell/person'
import type { Account } from '@/lib/operations/account'
import type { Role } from '@/lib/permissions'

const meanings: Record<Role, string> = {
  operator: 'Sets up webhook endpoints, sends tests, resends deliveries.',
  support: 'Sees everything but secrets, and resends deliveries.',
  admin: 'Does what an operator does, and administers the store.',
}

export function StoreRoles({ stores }: Pick<Account, 'stores'>) {
  return (
    <ul className="divide-y divide-rule">
      {stores.map(({ id, name, role }) => (
        <li key={id} className="py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
            <span>{roleNames[role]}</span>
          </p>
          <p className="text-faded text-sm">{meanings[role]}</p>
        </li>
      ))}
    </ul>
  )
}
