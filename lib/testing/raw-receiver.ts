import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

type RawReceiver = {
  url: string
  port: number
  /** The sockets that were accepted, oldest first. */
  connections: Socket[]
  /** How many requests' first bytes arrived. */
  requestCount(): number
  close(): Promise<void>
}

/**
 * A TCP server on the loopback for answers that no HTTP server gives: `answer` is called for every request's first
 * bytes, `greet` for every connection.
 */
export async function startRawReceiver(
  answer: (socket: Socket, requestNumber: number) => void,
  { greet }: { greet?(socket: Socket): void } = {},
): Promise<RawReceiver> {
  const connections: Socket[] = []
  let count = 0
  const server = createServer((socket) => {
    connections.push(socket)
    socket.on('error', () => {})
    greet?.(socket)
    socket.on('data', (chunk) => {
      if (chunk.toString('latin1', 0, 5) === 'POST ') answer(socket, ++count)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    connections,
    requestCount: () => count,
    async close() {
      for (const socket of connections) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The port that the system chose for a listening server. */
export function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.')
  return address.port
}
