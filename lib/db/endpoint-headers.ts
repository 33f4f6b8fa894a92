import { z } from 'zod'
import { decrypt, encrypt } from '@/lib/encryption'
import { validationError } from '@/lib/errors'
import {
  type CustomHeaders,
  MOST_HEADERS,
  patchHeaders,
  sortHeaderNames,
  tooManyHeaders,
} from '@/lib/webhooks/custom-headers'
import type { Prisma } from './generated/client'

const stored = z.record(z.string(), z.string())

/** What an endpoint's row holds of its headers: all of them encrypted and bound to the endpoint, names alone readable. */
export function headerColumns(
  endpointId: string,
  headers: CustomHeaders,
): { headers: string | null; headerNames: string[] } {
  const names = Object.keys(headers)
  return {
    headers: names.length === 0 ? null : encrypt(JSON.stringify(headers), context(endpointId)),
    headerNames: sortHeaderNames(names),
  }
}

/** An endpoint's headers in the clear, for sending. Throws where the key is gone, or the text is another endpoint's. */
export function readHeaders(endpointId: string, ciphertext: string | null): CustomHeaders {
  return ciphertext === null ? {} : stored.parse(JSON.parse(decrypt(ciphertext, context(endpointId))))
}

/**
 * What the row holds after a merge patch of names and values; it stays locked until the transaction ends, so that no
 * other patch is lost. Throws `validation_failed` where there would be too many.
 */
export async function patchedHeaderColumns(
  tx: Prisma.TransactionClient,
  storeId: string,
  endpointId: string,
  patch: Readonly<Record<string, string | null>>,
): Promise<{ headers: string | null; headerNames: string[] }> {
  const [row] = await tx.$queryRaw<{ headers: string | null }[]>`
    SELECT headers FROM endpoint
    WHERE id = ${endpointId}::uuid AND store_id = ${storeId}::uuid AND deleted_at IS NULL FOR UPDATE`
  const headers = patchHeaders(readHeaders(endpointId, row?.headers ?? null), patch)
  if (Object.keys(headers).length > MOST_HEADERS) {
    throw validationError([{ pointer: '/headers', code: 'too_large', detail: tooManyHeaders }])
  }
  return headerColumns(endpointId, headers)
}

function context(endpointId: string): string {
  return `endpoint_headers|${endpointId}`
}
