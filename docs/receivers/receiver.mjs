// A complete receiver of Shopbell's webhooks, without a package: WEBHOOK_SECRET=… PORT=9000 node receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const TOLERANCE_SECONDS = 300
const MOST_BYTES = 1024 * 1024
const MOST_REMEMBERED = 10_000

// While a rotation's grace runs both secrets, with a space between.
const secrets = (process.env.WEBHOOK_SECRET ?? '').split(/\s+/).filter((secret) => secret !== '')
if (secrets.length === 0) throw new Error('WEBHOOK_SECRET is not set')

/** Whether both signatures are genuine, each by one of the secrets, and the request was signed in the last 5 minutes. */
function isGenuine(headers, body) {
  const id = String(headers['webhook-id'])
  const timestamp = String(headers['webhook-timestamp'])
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false

  // Standard Webhooks: base64 of the HMAC over id, time and body; the key is the secret decoded from base64.
  const standard = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`
  })
  // Hexadecimal HMAC over the body alone; the key is the secret's characters.
  const plain = secrets.map((secret) => {
    return createHmac('sha256', secret.replace(/^whsec_/, ''))
      .update(body)
      .digest('hex')
  })
  return (
    isOneOf(String(headers['webhook-signature']).split(' '), standard) &&
    isOneOf([String(headers['shopbell-signature'])], plain)
  )
}

function isOneOf(received, expected) {
  return received.some((one) => expected.some((other) => isSame(Buffer.from(one), Buffer.from(other))))
}

function isSame(one, other) {
  return one.length === other.length && timingSafeEqual(one, other)
}

// The ids of events that were taken. A receiver that must not handle an event twice after a restart keeps them in its
// database, in the transaction that does the work.
const taken = new Set()

function isNew(id) {
  if (taken.has(id)) return false
  taken.add(id)
  if (taken.size > MOST_REMEMBERED) taken.delete(taken.values().next().value)
  return true
}

/** Your work. It runs after the answer, so that the sender never waits for it. */
async function handle(id, body) {
  const event = JSON.parse(body.toString())
  console.log(`handled ${event.type} ${id}`)
}

function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
}

async function receive(request, response) {
  if (request.method !== 'POST') return answer(response.setHeader('allow', 'POST'), 405, 'use POST')
  const chunks = []
  let size = 0
  // The bytes as they arrive: a JSON parser in between would sign something else.
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST_BYTES) return answer(response.setHeader('connection', 'close'), 413, 'too large')
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (!isGenuine(request.headers, body)) return answer(response, 401, 'refused')
  const id = request.headers['webhook-id']
  // A 2xx too, or it would come again and again.
  if (!isNew(id)) return answer(response, 200, 'duplicate')
  answer(response, 200, 'ok')
  await handle(id, body).catch((error) => console.error(`failed ${id}:`, error))
}

const server = createServer((request, response) => {
  // A sender that hangs up.
  receive(request, response).catch(() => response.destroy())
})

server.listen(Number(process.env.PORT ?? 9000), process.env.HOST ?? '127.0.0.1', () => {
  console.log(`listening on port ${server.address().port}`)
})
