import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { getViewer } from '@/lib/auth'
import { AppError, type AppErrorCode, type FieldError } from '@/lib/errors'
import type { StoreContext } from '@/lib/operations/context'
import { toAppError } from '@/lib/operations/refusals'
import { contextOf, type Viewer } from '@/lib/operations/viewer'
import { can, type Permission } from '@/lib/permissions'
import { fieldErrors } from '@/lib/schemas/field-errors'

/** What a server action answers: a refusal is a value, since a thrown message does not reach the browser. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; code: AppErrorCode; message: string; fields: FieldError[]; requestId: string }

/**
 * Runs a server action: the request must come from our own pages, from a signed-in person who may do this, with an
 * input that `schema` takes. A null permission needs the sign-in alone.
 */
export async function runAction<Schema extends z.ZodType, Data>(
  permission: Permission | null,
  schema: Schema,
  input: unknown,
  work: (context: StoreContext, input: z.infer<Schema>, viewer: Viewer) => Promise<Data>,
): Promise<ActionResult<Data>> {
  const requestId = randomUUID()
  try {
    await refuseOtherOrigins()
    const viewer = await getViewer()
    if (!viewer) throw new AppError('unauthenticated', 'Your session has ended. Sign in to continue.')
    if (permission && !can(viewer.role, permission)) {
      throw new AppError('insufficient_permissions', 'Your role in this store does not allow this.')
    }
    const parsed = schema.safeParse(input, { reportInput: true })
    if (!parsed.success) {
      throw new AppError('validation_failed', 'Some fields need a change.', fieldErrors(parsed.error))
    }
    return { ok: true, data: await work(contextOf(viewer, requestId), parsed.data, viewer) }
  } catch (error) {
    const { code, message, fields } = toAppError(error, requestId)
    return { ok: false, code, message, fields: [...fields], requestId }
  }
}

/** Next lets a request without an Origin pass; a browser always tells, by one of these two headers. */
async function refuseOtherOrigins(): Promise<void> {
  const given = await headers()
  const origin = given.get('origin')
  const host = given.get('x-forwarded-host') ?? given.get('host')
  const isOurs = origin === null ? given.get('sec-fetch-site') === 'same-origin' : hostOf(origin) === host
  if (!isOurs)
    throw new AppError('insufficient_permissions', 'This request did not come from a page of Shopbell.')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
