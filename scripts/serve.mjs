import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './checkout.mjs'
import { createGuardedServer, listen } from './http-server.mjs'

const NEXT_ENDS_WITHIN_MS = 3_000

/**
 * Serves the app in this process. The environment must be complete: Next reads it when it is loaded.
 * @param {{ dev: boolean, host: string, port: number }} options
 * @returns {Promise<{ stop: (finishWork: () => Promise<void>) => Promise<void> }>}
 */
export async function serveApp({ dev, host, port }) {
  const { default: next } = await import('next')
  const { server, answerWith, close } = createGuardedServer()
  const app = next({ dev, dir: root, hostname: host, port, httpServer: server })
  await app.prepare()
  // Next keeps the socket of an upgrade that it does not know, for good. Only development has one.
  if (!dev) server.prependListener('upgrade', (_request, socket) => socket.destroy())
  answerWith(app.getRequestHandler())
  await listen(server, { host, port })

  return {
    async stop(finishWork) {
      await Promise.allSettled([finishWork(), close()])
      const disconnect = Reflect.get(globalThis, Symbol.for('shopbell.disconnect'))
      if (typeof disconnect === 'function') await Promise.race([disconnect(), sleep(NEXT_ENDS_WITHIN_MS)])
      await Promise.race([app.close(), sleep(NEXT_ENDS_WITHIN_MS)])
    },
  }
}
