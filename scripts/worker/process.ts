import cluster from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import { findRoute } from '@/lib/http/api-routes'
import { log } from '@/lib/log'
import { endBackground, startBackground } from '@/lib/operations/background'
import { checkHealth } from '@/lib/operations/health'
import { createGuardedServer, listen } from '../http-server.mjs'
import { apiHandler } from '../serve-api.mjs'

const LOOK_AGAIN_MS = 1_000
// Less than its parent waits.
const FINISH_WITHIN_MS = 18_000
const DISCONNECT_WITHIN_MS = 500

const [apiPort] = process.argv.slice(2)
const ending = new AbortController()

// A Ctrl-C in a terminal reaches us too; our parent passes it on as a SIGTERM.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => ending.abort())
// Our parent is gone. Node would end us at once; we finish what is in flight first.
if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
process.on('disconnect', () => ending.abort())

await untilReady()
const background = ending.signal.aborted ? undefined : startBackground()
const api = background && apiPort !== undefined ? await serveApi(Number(apiPort)) : undefined
if (background) process.send?.('ready')
await untilEnding()
await Promise.race([Promise.allSettled([background?.stop(), api?.close()]), pause(FINISH_WITHIN_MS)])
await Promise.race([endBackground(), pause(DISCONNECT_WITHIN_MS)])
process.exit(0)

/** Waits until the database answers and its migrations are those of this code: whoever migrates it may be starting too. */
async function untilReady(): Promise<void> {
  let said = ''
  while (!ending.signal.aborted) {
    const health = await checkHealth()
    if (health === 'ok') return
    if (said !== health) log.warn('a worker waits for the database', { reason: health })
    said = health
    await pause(LOOK_AGAIN_MS, undefined, { signal: ending.signal }).catch(() => {})
  }
}

async function serveApi(port: number): Promise<{ close(): Promise<void> }> {
  const { server, answerWith, close } = createGuardedServer()
  server.on('upgrade', (_request, socket) => socket.destroy())
  answerWith(apiHandler(findRoute))
  await listen(server, { host: process.env.HOST || '0.0.0.0', port })
  return { close }
}

function untilEnding(): Promise<void> {
  const { signal } = ending
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
