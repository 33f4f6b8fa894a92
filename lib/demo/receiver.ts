import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { env } from '@/lib/env'

/** Where the receiver of the demo store's endpoints is served, before the behaviour's name. */
export const RECEIVER_PATH = '/api/demo/receiver/'

const SLOW_MS = 800
const SLOWER_BY_MS = 1_200
const FLAKY_SHARE = 0.25
const RETRY_AFTER_SECONDS = '20'

/** How each behaviour answers; `chance` from 0 to 1 is fixed for an attempt. */
const behaviours = {
  ok: () => Response.json({ received: true }),
  slow: async (chance: number) => {
    await delay(SLOW_MS + chance * SLOWER_BY_MS)
    return Response.json({ rows: 1 })
  },
  flaky: (chance: number) =>
    chance < FLAKY_SHARE
      ? Response.json({ error: 'busy' }, { status: 503, headers: { 'retry-after': RETRY_AFTER_SECONDS } })
      : Response.json({ status: 'queued' }, { status: 202 }),
  failing: () => Response.json({ error: 'ledger period is closed' }, { status: 500 }),
  gone: () => Response.json({ error: 'gone' }, { status: 410 }),
} satisfies Record<string, (chance: number) => Response | Promise<Response>>

export type Behaviour = keyof typeof behaviours

/**
 * The receiver that the demo store's endpoints deliver to; the last part of the path says how it behaves. It is there
 * in local mode only: elsewhere, and for any other behaviour, it answers 404.
 */
export async function receiveDemo(request: Request): Promise<Response> {
  const behaviour = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (env().SHOPBELL_MODE !== 'local' || !isBehaviour(behaviour)) return new Response(null, { status: 404 })
  // Unread, the body would keep its connection from being used again; it is not kept.
  await request.body?.pipeTo(new WritableStream())
  return behaviours[behaviour](chanceOf(request.headers))
}

function isBehaviour(name: string): name is Behaviour {
  return Object.hasOwn(behaviours, name)
}

/** The same for the same attempt, so that what a person looks at can be told again. */
function chanceOf(headers: Headers): number {
  const attempt = `${headers.get('webhook-id')} ${headers.get('shopbell-attempt')}`
  return createHash('sha256').update(attempt).digest().readUInt32BE() / 2 ** 32
}
