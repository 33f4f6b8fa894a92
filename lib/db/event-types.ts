import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import type { ValidationMode } from '@/lib/webhooks/event-types/event-catalogue'
import { prisma } from './client'
import { Prisma } from './generated/client'

/** An event type of the deployment's own; `schema` and `sample` are JSON as text. */
export type EventTypeRow = {
  name: string
  category: string
  description: string
  schema: string
  sample: string
  validation: ValidationMode
}

/** What a change of an event type can depend on. */
export type SavedEventType = Pick<EventTypeRow, 'schema' | 'sample'> & { archivedAt: Date | null }

export type EventTypeRowChanges = Partial<Omit<EventTypeRow, 'name'>> & { archivedAt?: Date | null }

// Every process knows all of them, also those that the log alone still names.
const KEPT_FOR_EACH = 5

type Also = (tx: Prisma.TransactionClient) => Promise<unknown>

/**
 * Makes an event type, unless its name is taken or there are `most` that are not archived, or five times that in all
 * (`event_type_exists`, `event_type_limit_reached`). `also` runs in the same transaction.
 */
export async function createEventType(
  type: EventTypeRow,
  actor: string,
  most: number,
  also: Also,
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await lockCatalogue(tx)
    if (await tx.customEventType.findUnique({ where: { name: type.name }, select: { name: true } })) {
      throw new AppError('event_type_exists')
    }
    await refuseMoreThan(tx, most)
    if ((await tx.customEventType.count()) >= most * KEPT_FOR_EACH) {
      const detail = `There are ${most * KEPT_FOR_EACH} event types of your own, archived ones included, which is as many as there can be. Change one of those.`
      throw new AppError('event_type_limit_reached', detail)
    }
    await tx.customEventType.create({ data: { ...type, createdBy: actor, updatedBy: actor } })
    await also(tx)
  })
}

/**
 * Changes an event type of the deployment's own by what `changesOf` makes of it as it is; false where there is none. `also`
 * runs in the same transaction, with these changes. Throws what `changesOf` throws, and `event_type_limit_reached`.
 */
export async function updateEventType(
  name: string,
  changesOf: (before: SavedEventType) => EventTypeRowChanges,
  actor: string,
  most: number,
  also: (tx: Prisma.TransactionClient, changes: EventTypeRowChanges) => Promise<unknown>,
): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    await lockCatalogue(tx)
    const before = await tx.customEventType.findUnique({
      where: { name },
      select: { schema: true, sample: true, archivedAt: true },
    })
    if (!before) return false
    const changes = changesOf(before)
    if (before.archivedAt !== null && changes.archivedAt === null) await refuseMoreThan(tx, most)
    await tx.customEventType.update({
      where: { name },
      data: { ...changes, updatedAt: now(), updatedBy: actor },
    })
    await also(tx, changes)
    return true
  })
}

/** Sets how strictly events of a type of the code are checked. */
export async function setBuiltInValidation(
  name: string,
  validation: ValidationMode,
  actor: string,
  also: Also,
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await lockCatalogue(tx)
    await tx.builtInEventType.upsert({
      where: { name },
      create: { name, validation, updatedBy: actor },
      update: { validation, updatedBy: actor, updatedAt: now() },
    })
    await also(tx)
  })
}

/** How many endpoints of all stores chose this type by its name. */
export async function countChoosers(name: string): Promise<number> {
  return prisma().endpoint.count({ where: { eventTypes: { has: name }, deletedAt: null } })
}

/** One change at a time: a revision never becomes visible before an earlier one. */
async function lockCatalogue(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM event_catalogue FOR UPDATE`)
}

async function refuseMoreThan(tx: Prisma.TransactionClient, most: number): Promise<void> {
  if ((await tx.customEventType.count({ where: { archivedAt: null } })) >= most) {
    const detail = `There are ${most} event types of your own already, which is as many as there can be. Archive one first.`
    throw new AppError('event_type_limit_reached', detail)
  }
}
