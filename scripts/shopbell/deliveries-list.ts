import { readArguments, UsageError } from '@/scripts/commands/arguments'
import type { ApiClient } from './api-client'
import type { ClientCommand } from './client-command'
import { apiFlags, apiFlagsHelp, connect } from './connection'
import { queryFlags, queryHelp, readQuery } from './delivery-query'
import { outcomeOf, timeOf } from './delivery-words'
import { type Delivery, deliveryPage } from './shapes'
import { formatTable } from './table'
import { terminalWidth } from './terminal'

const MOST = 10_000
const PAGE = 100

export const deliveriesList: ClientCommand = {
  help: `Lists deliveries, newest first.

  shopbell deliveries list
  shopbell deliveries list --status failed --since 24h --limit 100
  shopbell deliveries list --endpoint we_… --json

${queryHelp}
  --limit        how many at most; 20 unless given
${apiFlagsHelp}: one array

Needs the scope deliveries:read.`,

  read(args) {
    const given = readArguments(args, { ...apiFlags, ...queryFlags, limit: { type: 'string' } })
    const query = readQuery(given)
    const limit = readLimit(given.text('limit') || '20')
    const api = connect(given)
    return async ({ signal }) => {
      const found = await findDeliveries(api, query, limit, signal)
      if (given.has('json')) console.log(JSON.stringify(found, null, 2))
      else if (found.length === 0) console.log('No deliveries match.')
      else console.log(formatTable(HEAD, found.map(rowOf), terminalWidth(), ID))
      return 0
    }
  },
}

const HEAD = ['delivery', 'created', 'event type', 'status', 'answer', 'attempts', 'endpoint']

const ID = [0]

function rowOf(delivery: Delivery): string[] {
  return [
    delivery.id,
    timeOf(delivery.created_at),
    delivery.event_type,
    delivery.status,
    outcomeOf(delivery),
    String(delivery.attempts_count),
    delivery.endpoint_id,
  ]
}

/** A page may hold fewer than asked for and still have a next one. */
async function findDeliveries(
  api: ApiClient,
  query: Record<string, string>,
  limit: number,
  signal: AbortSignal,
): Promise<Delivery[]> {
  const found: Delivery[] = []
  let after: string | null = null
  do {
    const size = String(Math.min(PAGE, limit - found.length))
    const parameters = new URLSearchParams({ ...query, limit: size, ...(after === null ? {} : { after }) })
    const path: string = `/deliveries?${parameters}`
    const { deliveries, meta } = await api.call(deliveryPage, 'GET', path, { signal })
    found.push(...deliveries)
    after = meta.next_cursor
  } while (after !== null && found.length < limit)
  return found
}

function readLimit(text: string): number {
  const limit = Number(text)
  if (/^\d{1,5}$/.test(text) && limit >= 1 && limit <= MOST) return limit
  throw new UsageError(`--limit must be a whole number from 1 to ${MOST}.`)
}
