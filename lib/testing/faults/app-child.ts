// A process under test: what `npm start` runs, without Next: the API's routes, the sender and housekeeping.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { processSender } from '@/lib/delivery/process-sender'
import { deliveryResend } from '@/lib/http/dated/deliveries'
import { events } from '@/lib/http/dated/events'
import { startBackground } from '@/lib/operations/background'
import { portOf } from '../raw-receiver'
import type { FromApp, ToApp } from './app-messages'

const RealDate = Date

function tell(message: FromApp): void {
  process.send?.(message)
}

async function begin(settings: Record<string, string>, leaseSlackMs: number | null): Promise<void> {
  Object.assign(process.env, settings)
  processSender(leaseSlackMs === null ? {} : { leaseSlackMs })
  startBackground()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  tell({ kind: 'begun', port: portOf(server) })
}

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { url = '/', headers } = incoming
  const request = new Request(`http://127.0.0.1${url}`, {
    method: 'POST',
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': headers['content-type'] ?? '',
    },
    body: Buffer.concat(chunks),
  })
  const answered = await (url.endsWith('/resend') ? deliveryResend : events)(request)
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text())
}

/** From now on this process believes that it is so much later than it is. */
function jump(byMs: number): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) =>
      given.length === 0 ? new target(target.now() + byMs) : Reflect.construct(target, given),
    get: (target, name) => (name === 'now' ? () => target.now() + byMs : Reflect.get(target, name)),
  })
  tell({ kind: 'jumped' })
}

process.on('message', (message: ToApp) => {
  if (message.kind === 'begin') void begin(message.settings, message.leaseSlackMs)
  else jump(message.byMs)
})
process.on('disconnect', () => process.exit())
tell({ kind: 'loaded' })
