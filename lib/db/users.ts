import { newId } from '@/lib/ids'
import { prisma } from './client'
import type { Role } from './generated/enums'

export type { Role }

/**
 * Makes a user with a role in a store, or gives the user with this e-mail address that role there; name and password
 * of one that exists stay. Says whether the user is new.
 */
export async function addUser(user: {
  storeId: string
  email: string
  name: string
  passwordHash: string
  role: Role
}): Promise<{ id: string; isNew: boolean }> {
  const { storeId, email, name, passwordHash, role } = user
  return prisma().$transaction(async (tx) => {
    const existing = await tx.user.findUnique({ where: { email }, select: { id: true } })
    const id = existing?.id ?? newId()
    if (!existing) await tx.user.create({ data: { id, email, name, passwordHash } })
    await tx.membership.upsert({
      where: { storeId_userId: { storeId, userId: id } },
      create: { storeId, userId: id, role },
      update: { role },
    })
    return { id, isNew: existing === null }
  })
}
