import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { getEventType } from '@/lib/webhooks/event-types/catalogue'
import { readArguments, UsageError } from '@/scripts/commands/arguments'
import { CommandError } from '@/scripts/commands/command-error'
import { ApiAway, type ApiClient } from './api-client'
import type { ClientCommand } from './client-command'
import { apiFlags, apiFlagsHelp, connect } from './connection'
import { createProgressLine } from './progress-line'
import { type Event, events as eventsShape, eventType as eventTypeShape } from './shapes'

const MOST_EVENTS = 1_000_000
const BATCH = 100
const LONGEST_KEY = 180

export const eventsSend: ClientCommand = {
  help: `Sends an event, or many.

  shopbell events send order.paid
  shopbell events send order.paid --data '{"id": "ord_1", "total": 4200}'
  shopbell events send order.paid --data order.json --key ord_1-paid
  cat order.json | shopbell events send order.paid --data -
  shopbell events send order.paid --count 1000

  --data     the event's object: JSON, a file, or “-” for standard input; the catalogue's sample unless given
  --key      an idempotency key: the same key and data within 24 hours store the event once
  --count    sends so many, each of the same data; with --key the keys are <key>-1, <key>-2, …
${apiFlagsHelp}; a line for each event

Needs the scope events:write; for the sample of an event type of your own also webhooks:read.`,

  read(args) {
    const flags = {
      ...apiFlags,
      data: { type: 'string' },
      key: { type: 'string' },
      count: { type: 'string' },
    } as const
    const given = readArguments(args, flags, {
      most: 1,
      missing: 'Say which type of event, like order.paid.',
    })
    const [type = ''] = given.rest
    const count = readCount(given.text('count') || '1')
    const key = given.has('key') ? given.text('key') : null
    if (key !== null && key.length > LONGEST_KEY)
      throw new UsageError(`--key may have ${LONGEST_KEY} characters.`)
    const api = connect(given)
    return async ({ cwd, signal }) => {
      const object = given.has('data') ? await readObject(given.text('data'), cwd) : await sampleOf(type, api)
      const progress = createProgressLine()
      let sent = 0
      try {
        while (sent < count && !signal.aborted) {
          const batch = Array.from({ length: Math.min(BATCH, count - sent) }, (_, index) => ({
            type,
            data: { object },
            // With a key a batch can be sent again where its answer was lost.
            idempotency_key: keyOf(key, count, sent + index + 1),
          }))
          const answer = await api.call(eventsShape, 'POST', '/events', {
            body: { events: batch },
            isRepeatable: true,
          })
          sent += answer.events.length
          if (given.has('json')) for (const event of answer.events) console.log(JSON.stringify(event))
          else if (count === 1) for (const event of answer.events) console.log(lineOf(event))
          if (count > BATCH) progress.show(sent, count, `${sent} of ${count} events sent`)
        }
      } catch (error) {
        progress.end()
        if (error instanceof CommandError && sent > 0) {
          throw new CommandError(`${sent} of ${count} events were sent, then: ${error.message}`)
        }
        throw error
      }
      progress.end()
      if (count > 1 && !given.has('json')) console.log(`Sent ${sent} of ${count} events of the type ${type}.`)
      return sent === count ? 0 : 1
    }
  },
}

/** Of the catalogue here, or, since a deployment has types of its own, of the server's. */
async function sampleOf(type: string, api: ApiClient): Promise<unknown> {
  const builtIn = getEventType(type)
  if (builtIn) return builtIn.sample
  try {
    const path = `/event_types/${encodeURIComponent(type)}`
    return (await api.call(eventTypeShape, 'GET', path)).event_type.sample
  } catch (error) {
    if (!(error instanceof CommandError) || error instanceof ApiAway) throw error
    throw new CommandError(`There is no sample of “${type}”: give its object by --data. ${error.message}`)
  }
}

function readCount(text: string): number {
  const count = Number(text)
  if (/^\d{1,7}$/.test(text) && count >= 1 && count <= MOST_EVENTS) return count
  throw new UsageError(`--count must be a whole number from 1 to ${MOST_EVENTS}.`)
}

function keyOf(key: string | null, count: number, number: number): string {
  if (key === null) return randomUUID()
  return count === 1 ? key : `${key}-${number}`
}

async function readObject(data: string, cwd: string): Promise<Record<string, unknown>> {
  const [source, text] = await readSource(data, cwd)
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    throw new CommandError(`${source} is not valid JSON.`)
  }
  throw new CommandError(`${source} must be a JSON object.`)
}

async function readSource(data: string, cwd: string): Promise<[source: string, text: string]> {
  if (data === '-') return ['Standard input', await readText(process.stdin)]
  if (/^\s*[{[]/.test(data)) return ['--data', data]
  try {
    return [data, readFileSync(resolve(cwd, data), 'utf8')]
  } catch {
    throw new CommandError(`The file ${data} cannot be read.`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function lineOf({ id, type, deliveries_count: count }: Event): string {
  return `${id}  ${type}  ${count === 1 ? '1 delivery' : `${count} deliveries`}`
}
