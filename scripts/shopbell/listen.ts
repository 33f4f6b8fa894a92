import { setTimeout as pause } from 'node:timers/promises'
import { createSecret } from '@/lib/webhooks/secret'
import { readArguments, UsageError } from '@/scripts/commands/arguments'
import { ApiAway } from './api-client'
import type { ClientCommand } from './client-command'
import { apiFlags, apiFlagsHelp, connect } from './connection'
import { EventFeed } from './event-feed'
import { type Forwarded, forward } from './forward'
import type { Event } from './shapes'
import { plain } from './table'
import { type Paint, paint } from './terminal'

const POLL_MS = 1_000
const LONGEST_PAUSE_MS = 15_000
const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]{24,}={0,2})$/

export const listen: ClientCommand = {
  help: `Forwards the events of the store, from now on, to a receiver on this machine.

  shopbell listen --forward-to http://localhost:4000/hooks
  shopbell listen --forward-to http://localhost:4000/hooks --events order.paid,order.shipped
  shopbell listen --forward-to http://localhost:4000/hooks --events 'order.*'

  --forward-to  where to send each event, signed and with the headers that an endpoint gets
  --events      these types alone, separated by commas; “order.*” is all that begin so
  --secret      to sign with, instead of one made at each start
${apiFlagsHelp}: a line for each request

Nothing is created in the store. Each event is sent once and not retried; endpoints get their
deliveries as always. Ctrl-C ends it. Needs the scope deliveries:read.`,

  read(args) {
    const given = readArguments(args, {
      ...apiFlags,
      'forward-to': { type: 'string', required: true },
      events: { type: 'string' },
      secret: { type: 'string' },
    })
    const url = given.text('forward-to')
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      throw new UsageError('--forward-to must be a URL like http://localhost:4000/hooks.')
    }
    const isWanted = readTypes(given.text('events'))
    const secret = readSecret(given.text('secret'))
    const api = connect(given)
    const say = (line: string) => console.error(line)
    return async ({ signal }) => {
      const feed = new EventFeed(api)
      await feed.begin(signal)
      for (const line of greeting(api.url, url, secret)) say(line)
      let awayMs = 0
      while (!signal.aborted) {
        try {
          await feed.read(signal, async (event) => {
            if (isWanted(event.type))
              show(event, await forward(event, url, secret, signal), given.has('json'))
          })
          if (awayMs > 0) say(`${api.url} is back; going on where it was.`)
          awayMs = 0
        } catch (error) {
          if (signal.aborted) break
          if (!(error instanceof ApiAway)) throw error
          if (awayMs === 0)
            say(paint(`${error.message} Trying again until it is back.`, 'yellow', process.stderr))
          awayMs = Math.min(LONGEST_PAUSE_MS, Math.max(POLL_MS, awayMs * 2))
        }
        await pause(awayMs || POLL_MS, undefined, { signal }).catch(() => {})
      }
      return 0
    }
  },
}

function greeting(apiUrl: string, url: string, secret: string): string[] {
  return [
    `Ready: events of ${apiUrl} go to ${url}`,
    `Signing secret: ${secret}  (whsec_${secret} for libraries of Standard Webhooks)`,
  ]
}

function show(event: Event, sent: Forwarded, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify({ event_id: event.id, event_type: event.type, ...sent }))
    return
  }
  const time = new Date().toISOString().slice(11, 19)
  const [answer, colour]: [string, Paint] =
    sent.http_status === null
      ? [sent.error ?? '', 'red']
      : [String(sent.http_status), sent.error === null ? 'green' : 'red']
  console.log(`${time}  ${paint(answer, colour)}  ${sent.duration_ms} ms  ${plain(event.type)}  ${event.id}`)
}

function readTypes(list: string): (type: string) => boolean {
  if (list === '') return () => true
  const names = list.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !/^[\w.-]+(\.\*)?$/.test(name))
  if (wrong !== undefined) throw new UsageError(`--events: “${wrong}” is no event type.`)
  return (type) =>
    names.some((name) => (name.endsWith('.*') ? type.startsWith(name.slice(0, -1)) : name === type))
}

function readSecret(text: string): string {
  if (text === '') return createSecret()
  const secret = SECRET.exec(text)?.[1]
  if (secret !== undefined && Buffer.from(secret, 'base64').toString('base64') === secret) return secret
  throw new UsageError('--secret must be one as Shopbell makes them: 64 hexadecimal characters, or base64.')
}
