import { createHmac, type KeyObject } from 'node:crypto'
import { signingKeys } from './secret'

/**
 * The headers that sign one attempt. `timestamp` is the attempt's, in Unix seconds; `body` the exact bytes sent;
 * `secrets` are newest first, two of them while a rotation's grace runs. `webhook-signature` then holds one entry
 * for each; the headers named in `bodySignatureHeaders` hold one value and keep the oldest secret until the end.
 * Source: Standard Webhooks 1.0.0 (`webhook-*`), seed 003 (hex of the HMAC over the body alone).
 */
export function signatureHeaders(attempt: {
  id: string
  timestamp: number
  body: Buffer
  secrets: readonly string[]
  bodySignatureHeaders: readonly string[]
}): Record<string, string> {
  const { id, timestamp, body, secrets } = attempt
  const oldest = secrets.at(-1)
  if (oldest === undefined) throw new Error('An attempt cannot be signed without a secret.')

  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => standardSignature(secret, id, timestamp, body)).join(' '),
  }
  if (attempt.bodySignatureHeaders.length > 0) {
    const hex = hmac(signingKeys(oldest).body, body).digest('hex')
    for (const name of attempt.bodySignatureHeaders) headers[name] = hex
  }
  return headers
}

function standardSignature(secret: string, id: string, timestamp: number, body: Buffer): string {
  const signed = hmac(signingKeys(secret).standard, `${id}.${timestamp}.`).update(body)
  return `v1,${signed.digest('base64')}`
}

function hmac(key: KeyObject, content: string | Buffer) {
  return createHmac('sha256', key).update(content)
}
