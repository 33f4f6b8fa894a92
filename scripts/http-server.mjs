import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { guardRequest } from './request-guard.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

// Longer than the 60 s after which common load balancers drop an idle connection: the first to close must be they.
const KEEP_ALIVE_MS = 65_000
const HEADERS_WITHIN_MS = 15_000
const REQUEST_WITHIN_MS = 60_000
const REQUESTS_END_WITHIN_MS = 15_000
const UNREAD_ENDS_AFTER_MS = 1_000

// Of every answer: pages have more, which proxy.ts sets.
/** @type {[string, string][]} */
const EVERYWHERE = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-resource-policy', 'same-origin'],
]

/** @typedef {{ host: string, port: number }} Address */
/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<unknown>} Handle */

/**
 * A server with our limits, of the product's web process and of a worker's API alike: it guards every request, says what
 * every answer has, and ends in order.
 */
export function createGuardedServer() {
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  let isStopping = false

  return {
    server,

    /** @param {Handle} handle */
    answerWith(handle) {
      server.on('request', (request, response) => {
        if (isStopping) response.setHeader('connection', 'close')
        for (const [name, value] of EVERYWHERE) response.setHeader(name, value)
        // Whoever is at the other end, whatever the request says of it.
        request.headers['x-shopbell-client'] = request.socket.remoteAddress ?? ''
        // By the end the request knows it no more.
        const { socket } = request
        response.on('finish', () => {
          // Answered before the body was read whole: nobody will read the rest. Its sender has some time to see the answer,
          // which a reset connection would take away.
          if (!request.complete)
            setTimeout(() => request.complete || socket.destroy(), UNREAD_ENDS_AFTER_MS).unref()
        })
        if (guardRequest(request, response)) return
        handle(request, response).catch((error) => {
          console.error(error)
          if (!response.headersSent) response.writeHead(500)
          response.end()
        })
      })
    },

    /** Takes no connection any more, lets requests under way end, for 15 s at most, and closes all others. */
    async close() {
      isStopping = true
      let isClosed = false
      server.close(() => {
        isClosed = true
      })
      const until = performance.now() + REQUESTS_END_WITHIN_MS
      while (!isClosed && performance.now() < until) {
        server.closeIdleConnections()
        await sleep(50)
      }
      server.closeAllConnections()
    },
  }
}

/**
 * Rejects with a StartupError that says what to do where it cannot listen there; `advice` is how to choose another port.
 * @param {import('node:net').Server} server
 * @param {Address} address
 * @param {(port: number) => string} [advice]
 * @returns {Promise<void>}
 */
export function listen(server, { host, port }, advice = (another) => `PORT=${another} npm start`) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE') {
        const another = port < 65_535 ? port + 1 : port - 1
        reject(
          new StartupError(
            `Port ${port} is in use by another program. Stop that, or choose another port: ${advice(another)}`,
          ),
        )
      } else if (code === 'EACCES')
        reject(
          new StartupError(
            `Port ${port} needs more rights: choose one above 1023, like this: ${advice(3000)}`,
          ),
        )
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        reject(
          new StartupError(
            `HOST is ${host}, which is no address of this machine. Set it to 0.0.0.0 or 127.0.0.1.`,
          ),
        )
      } else reject(error)
    })
    server.listen(port, host, resolve)
  })
}

/**
 * Throws a StartupError when nothing could listen there.
 * @param {Address} address
 * @param {(port: number) => string} [advice]
 */
export async function checkPort(address, advice) {
  const probe = createServer()
  await listen(probe, address, advice)
  await new Promise((resolve) => probe.close(resolve))
}
