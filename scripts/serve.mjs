import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './checkout.mjs'
import { guardRequest } from './request-guard.mjs'
import { errorCode, StartupError } from './startup-error.mjs'

// Longer than the 60 s after which common load balancers drop an idle connection: the first to close must be they.
const KEEP_ALIVE_MS = 65_000
const HEADERS_WITHIN_MS = 15_000
const REQUEST_WITHIN_MS = 60_000
const REQUESTS_END_WITHIN_MS = 15_000
const NEXT_ENDS_WITHIN_MS = 3_000
const UNREAD_ENDS_AFTER_MS = 1_000

// Of every answer: pages have more, which proxy.ts sets.
/** @type {[string, string][]} */
const EVERYWHERE = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-resource-policy', 'same-origin'],
]

/** @param {number} port */
function portTaken(port) {
  const another = port < 65_535 ? port + 1 : port - 1
  return new StartupError(
    `Port ${port} is in use by another program. Stop that, or choose another port: PORT=${another} npm start`,
  )
}

/**
 * @param {import('node:net').Server} server
 * @param {{ host: string, port: number }} address
 * @returns {Promise<void>}
 */
function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error)
      if (code === 'EADDRINUSE') reject(portTaken(port))
      else if (code === 'EACCES')
        reject(new StartupError(`Port ${port} needs more rights: choose one above 1023, like PORT=3000.`))
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
 * Throws a StartupError when the app could not listen there.
 * @param {{ host: string, port: number }} address
 */
export async function checkPort(address) {
  const probe = createServer()
  await listen(probe, address)
  await new Promise((resolve) => probe.close(resolve))
}

/**
 * Serves the app in this process. The environment must be complete: Next reads it when it is loaded.
 * @param {{ dev: boolean, host: string, port: number }} options
 * @returns {Promise<{ stop: (finishWork: () => Promise<void>) => Promise<void> }>}
 */
export async function serveApp({ dev, host, port }) {
  const { default: next } = await import('next')
  let isStopping = false
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  const app = next({ dev, dir: root, hostname: host, port, httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  // Next keeps the socket of an upgrade that it does not know, for good. Only development has one.
  if (!dev) server.prependListener('upgrade', (_request, socket) => socket.destroy())
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
  await listen(server, { host, port })

  return {
    async stop(finishWork) {
      isStopping = true
      let isClosed = false
      server.close(() => {
        isClosed = true
      })
      const until = performance.now() + REQUESTS_END_WITHIN_MS
      const requestsEnded = async () => {
        while (!isClosed && performance.now() < until) {
          server.closeIdleConnections()
          await sleep(50)
        }
        server.closeAllConnections()
      }
      await Promise.allSettled([finishWork(), requestsEnded()])
      const disconnect = Reflect.get(globalThis, Symbol.for('shopbell.disconnect'))
      if (typeof disconnect === 'function') await Promise.race([disconnect(), sleep(NEXT_ENDS_WITHIN_MS)])
      await Promise.race([app.close(), sleep(NEXT_ENDS_WITHIN_MS)])
    },
  }
}
