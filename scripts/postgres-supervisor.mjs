import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.mjs'
import { describeError } from './startup-error.mjs'

const TRIES = 10
const PAUSE_MS = 500

/**
 * An embedded PostgreSQL that is started again, on the same port, should it die: the app keeps its URL and reconnects.
 * @param {import('./embedded-postgres.mjs').EmbeddedPostgresOptions & { log: (line: string) => void }} options
 */
export async function superviseEmbeddedPostgres(options) {
  const first = await startEmbeddedPostgres(options)
  let isStopping = false

  async function startAgain() {
    for (let tries = 1; tries <= TRIES && !isStopping; tries++) {
      try {
        return await startEmbeddedPostgres({ ...options, samePort: true })
      } catch (error) {
        options.log(`PostgreSQL is not back yet (${tries} of ${TRIES}): ${describeError(error)}`)
        await sleep(PAUSE_MS * tries)
      }
    }
    return undefined
  }

  async function supervise() {
    /** @type {import('./embedded-postgres.mjs').EmbeddedPostgres | undefined} */
    let server = first
    while (server) {
      await server.exited
      if (isStopping) return
      options.log('PostgreSQL has died; starting it again …')
      const since = performance.now()
      server = await startAgain()
      if (server) options.log(`PostgreSQL is back after ${((performance.now() - since) / 1000).toFixed(1)} s`)
    }
    if (!isStopping)
      options.log('PostgreSQL stays down: stop Shopbell and start it again once that is mended')
  }

  const supervising = supervise()
  return {
    url: first.url,
    adopted: first.adopted,
    async stop() {
      isStopping = true
      await stopEmbeddedPostgres(options.dataDir)
      // A restart that was under way may have come after.
      await supervising
      await stopEmbeddedPostgres(options.dataDir)
    },
  }
}
