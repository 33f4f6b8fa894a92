import type { Role } from '@/lib/permissions'

type PersonStore = { slug: string; name: string; role: Role }

/** Who is signed in, as the shell around every screen shows it. */
export type Person = {
  name: string
  email: string
  role: Role
  store: PersonStore
  stores: readonly PersonStore[]
  /** How many notices were new to them when the page was loaded. */
  newNotices: number
}

export const roleNames: Record<Role, string> = { operator: 'Operator', support: 'Support', admin: 'Admin' }
