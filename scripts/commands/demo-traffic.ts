import { readArguments, readNumber, UsageError } from './arguments'
import type { Command, Instance } from './command'
import { CommandError } from './command-error'

const MOST_PER_SECOND = 500
/** Less than the 200 requests a second that a token may make. */
const PER_TOKEN = 150
const MOST_SECONDS = 86_400
const TOKEN_OUTLIVES_MS = 60_000
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export const command: Command = {
  help: `Sends made-up events of a store through the HTTP API of the running app.

  npm run demo:traffic -- [--rate 5] [--seconds 60] [--store demo]

  --rate     events per second, at most ${MOST_PER_SECOND}; 5 unless given
  --seconds  for how long; 60 unless given
  --store    the store's slug; demo unless given

Ctrl-C ends it.`,

  read(args) {
    const given = readArguments(args, {
      rate: { type: 'string' },
      seconds: { type: 'string' },
      store: { type: 'string' },
    })
    const rate = readNumber('rate', given.text('rate') || '5', 0.01, MOST_PER_SECOND)
    const seconds = readNumber('seconds', given.text('seconds') || '60', 1, MOST_SECONDS)
    if (rate * seconds < 1) throw new UsageError('This makes less than one event: raise --rate or --seconds.')
    return (instance) => sendTraffic(instance, { rate, seconds, slug: given.text('store') || 'demo' })
  },
}

async function sendTraffic(
  { publicUrl }: Instance,
  { rate, seconds, slug }: { rate: number; seconds: number; slug: string },
): Promise<void> {
  const [{ findStore }, { issueToken, revokeToken }, { runTraffic }, { createTrafficDisplay }, { now }] =
    await Promise.all([
      import('./find-store'),
      import('@/lib/operations/api-tokens'),
      import('./run-traffic'),
      import('./traffic-display'),
      import('@/lib/clock'),
    ])
  await checkApp(publicUrl)
  const store = await findStore(slug)
  const issue = () =>
    issueToken({
      storeId: store.id,
      name: 'demo traffic',
      scopes: ['events:write'],
      createdBy: null,
      // Should this process be killed, it ends by itself.
      expiresAt: new Date(now().getTime() + seconds * 1000 + TOKEN_OUTLIVES_MS),
    })
  const tokens = await Promise.all(Array.from({ length: Math.ceil(rate / PER_TOKEN) }, issue))
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  for (const name of SIGNALS) process.once(name, onSignal)
  const display = createTrafficDisplay(Math.floor(rate * seconds))
  try {
    const counts = await runTraffic({
      url: `${publicUrl}/api/2025-09/events`,
      tokens,
      rate,
      seconds,
      signal: stop.signal,
      onCounts: display.show,
    })
    display.end(counts)
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal)
    for (const token of tokens) await revokeToken(token, now())
  }
}

async function checkApp(publicUrl: string): Promise<void> {
  try {
    await fetch(`${publicUrl}/api/health`, { signal: AbortSignal.timeout(10_000) })
  } catch {
    throw new CommandError(`Shopbell does not answer at ${publicUrl}. Start it with “npm start” first.`)
  }
}
