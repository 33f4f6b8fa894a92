import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { portOf } from './raw-receiver'

/** A request as the receiver got it. */
type ReceivedRequest = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  rawBody: Buffer
  at: Date
}

/** How a receiver answers; one that ends without answering leaves the request hanging. */
export type Behaviour = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>

export type Receiver = {
  /** Without a slash at the end. */
  url: string
  port: number
  /** All requests since the first start, oldest first. */
  requests: ReceivedRequest[]
  /** Resolves once there are at least `count` requests. */
  waitFor(count: number): Promise<ReceivedRequest[]>
  setBehaviour(behaviour: Behaviour): void
  /** Closes the port and all connections. */
  stop(): Promise<void>
  /** Listens again, on the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A real HTTP (with `tls`, HTTPS) server on the loopback that records what it gets; it answers 200 unless told otherwise. */
export async function startReceiver(
  options: { tls?: ServerOptions; handler?: Behaviour; host?: string; port?: number } = {},
): Promise<Receiver> {
  const { tls, host = '127.0.0.1' } = options
  const requests: ReceivedRequest[] = []
  const waiting = new Set<{ count: number; resolve(): void }>()
  let behaviour: Behaviour = options.handler ?? ((_, response) => void response.end('ok'))

  async function answer(incoming: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = '', url = '', headers } = incoming
    const request = { method, path: url, headers, rawBody: Buffer.concat(chunks), at: new Date() }
    requests.push(request)
    for (const waiter of waiting) {
      if (requests.length < waiter.count) continue
      waiting.delete(waiter)
      waiter.resolve()
    }
    await behaviour(request, response)
  }

  // A sender that hangs up is part of what is tested.
  const listener = (incoming: IncomingMessage, response: ServerResponse) =>
    void answer(incoming, response).catch(() => response.destroy())
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)

  async function listen(port: number) {
    server.listen(port, host)
    await once(server, 'listening')
  }

  async function stop() {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  await listen(options.port ?? 0)
  const port = portOf(server)
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    async waitFor(count) {
      if (requests.length < count) await new Promise<void>((resolve) => waiting.add({ count, resolve }))
      return requests
    },
    setBehaviour(next) {
      behaviour = next
    },
    stop,
    start: () => listen(port),
    close: stop,
  }
}
