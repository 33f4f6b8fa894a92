import { decrypt, encrypt } from '@/lib/encryption'
import { newId } from '@/lib/ids'
import type { Prisma } from './generated/client'

type SecretRow = { id: string; ciphertext: string; expiresAt: Date | null }

/** A row for a new current secret, encrypted. */
export function secretRow(secret: string): Prisma.EndpointSecretCreateWithoutEndpointInput {
  const id = newId()
  return { id, ciphertext: encrypt(secret, context(id)) }
}

/** The secrets that sign at `now`: the current one first, then those of a rotation's grace. */
export function signingSecrets(rows: readonly SecretRow[], now: Date): string[] {
  return rows
    .filter((row) => row.expiresAt === null || row.expiresAt > now)
    .sort((one, other) => (other.expiresAt?.getTime() ?? Infinity) - (one.expiresAt?.getTime() ?? Infinity))
    .map((row) => decrypt(row.ciphertext, context(row.id)))
}

function context(id: string): string {
  return `endpoint_secret|${id}`
}
