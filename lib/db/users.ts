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

/** What checking a sign-in needs of the user with this (lower-case) address; null where there is none. */
export function findUserByEmail(
  email: string,
): Promise<{ id: string; passwordHash: string; sessionVersion: number } | null> {
  return prisma().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true },
  })
}

/** A user with the stores they belong to, by name. */
export type UserWithStores = {
  id: string
  email: string
  name: string
  timeZone: string | null
  theme: string
  sessionVersion: number
  stores: { id: string; slug: string; name: string; shard: number; timeZone: string; role: Role }[]
}

/** The user of this id with their stores; null where there is none. */
export async function findUserWithStores(id: string): Promise<UserWithStores | null> {
  const user = await prisma().user.findUnique({
    where: { id },
    select: {
      id: true,
      email: true,
      name: true,
      timeZone: true,
      theme: true,
      sessionVersion: true,
      memberships: { select: { role: true, store: true }, orderBy: { store: { name: 'asc' } } },
    },
  })
  if (!user) return null
  const { memberships, ...rest } = user
  return {
    ...rest,
    stores: memberships.map(({ role, store: { id: storeId, slug, name, shard, timeZone } }) => ({
      id: storeId,
      slug,
      name,
      shard,
      timeZone,
      role,
    })),
  }
}

/** A user's password hash; null where there is no such user. */
export async function findPasswordHash(id: string): Promise<string | null> {
  const user = await prisma().user.findUnique({ where: { id }, select: { passwordHash: true } })
  return user?.passwordHash ?? null
}

/** Sets a user's password hash; sessions from before it end. Returns the version of sessions that begin now. */
export async function setPasswordHash(id: string, passwordHash: string): Promise<number> {
  const { sessionVersion } = await prisma().user.update({
    where: { id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  })
  return sessionVersion
}

/** Changes what is given of a user. */
export async function updateUser(
  id: string,
  changes: { name?: string | undefined; timeZone?: string | null | undefined; theme?: string | undefined },
): Promise<void> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  await prisma().user.update({ where: { id }, data: given })
}
