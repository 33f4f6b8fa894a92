'use server'

import { z } from 'zod'
import { createToken as create, endToken } from '@/lib/operations/store-tokens'
import { createTokenSchema } from '@/lib/schemas/api-token'
import { uuid } from '@/lib/schemas/id'
import { type ActionResult, runAction } from './run-action'

/** Makes an API token of the store; the answer is the only one that has it. */
export async function createToken(
  input: unknown,
): Promise<ActionResult<{ token: string; expiresAt: Date | null }>> {
  return runAction('store:administer', createTokenSchema, input, async (context, fields, viewer) => {
    const { token, expiresAt } = await create(context, fields, {
      createdBy: viewer.userId,
      timeZone: viewer.timeZone,
    })
    return { token, expiresAt }
  })
}

/** Ends an API token of the store at once. */
export async function revokeToken(input: unknown): Promise<ActionResult<null>> {
  return runAction('store:administer', z.strictObject({ id: uuid }), input, async (context, { id }) => {
    await endToken(context, id)
    return null
  })
}
