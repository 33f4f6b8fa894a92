import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

// The verification code that integrators of the published contract run, as it is printed there: a receiver in the
// field does not change, so neither does this.

export function verifyWebhookSignature(payload: string, signature: string, secret: string): boolean {
  const expected = crypto.createHmac('sha256', secret).update(payload).digest('hex')
  return crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature))
}

/** What its Express receivers do: `express.json()` has parsed the body, and they sign what they write of it again. */
export function verifyParsedBody(rawBody: Buffer, signature: string, secret: string): boolean {
  const req = { body: JSON.parse(rawBody.toString()) }
  const payload = JSON.stringify(req.body)
  return verifyWebhookSignature(payload, signature, secret)
}

const programs = { python3: 'seed_003.py', ruby: 'seed_003.rb' }

export type Interpreter = keyof typeof programs

/** The same by the contract's code in another language. */
export async function verifyWith(
  name: Interpreter,
  { rawBody, signature, secret }: { rawBody: Buffer; signature: string; secret: string },
): Promise<boolean> {
  const program = fileURLToPath(new URL(programs[name], import.meta.url))
  const child = spawn(name, [program, signature, secret], { stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stdin.end(rawBody)
  await once(child, 'close')
  if (said !== 'verified\n' && said !== 'refused\n') throw new Error(`${name} said: ${said}`)
  return said === 'verified\n'
}
