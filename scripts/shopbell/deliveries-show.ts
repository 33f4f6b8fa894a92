import { readArguments } from '@/scripts/commands/arguments'
import type { ClientCommand } from './client-command'
import { apiFlags, apiFlagsHelp, connect } from './connection'
import { colourOf, outcomeOf, timeOf } from './delivery-words'
import { type Attempt, deliveryDetail } from './shapes'
import { formatTable, plain } from './table'
import { paint, terminalWidth } from './terminal'

const LONGEST_BODY = 500

export const deliveriesShow: ClientCommand = {
  help: `Shows a delivery with its attempts.

  shopbell deliveries show dlv_…
  shopbell deliveries show dlv_… --json

${apiFlagsHelp}: with requests and responses

Needs the scope deliveries:read.`,

  read(args) {
    const given = readArguments(args, apiFlags, { most: 1, missing: 'Say which delivery, like dlv_…' })
    const [id = ''] = given.rest
    const api = connect(given)
    return async ({ signal }) => {
      const path = `/deliveries/${encodeURIComponent(id)}`
      const { delivery, attempts } = await api.call(deliveryDetail, 'GET', path, { signal })
      if (given.has('json')) {
        console.log(JSON.stringify({ delivery, attempts }, null, 2))
        return 0
      }
      const colour = colourOf(delivery.status)
      console.log(`${delivery.id}  ${colour ? paint(delivery.status, colour) : delivery.status}`)
      console.log(`  event     ${delivery.event_id}  ${plain(delivery.event_type)}`)
      console.log(`  endpoint  ${delivery.endpoint_id}`)
      console.log(`  created   ${timeOf(delivery.created_at)}`)
      if (delivery.next_attempt_at !== null) console.log(`  next try  ${timeOf(delivery.next_attempt_at)}`)
      if (attempts.length > 0) console.log(`\n${formatTable(HEAD, attempts.map(rowOf), terminalWidth())}`)
      const body = attempts.at(-1)?.response?.body
      if (body)
        console.log(
          `\nLast answer: ${plain(body.slice(0, LONGEST_BODY))}${body.length > LONGEST_BODY ? '…' : ''}`,
        )
      return 0
    }
  },
}

const HEAD = ['#', 'started', 'by', 'answer', 'time', 'what happened']

function rowOf(attempt: Attempt): string[] {
  return [
    String(attempt.number),
    timeOf(attempt.started_at),
    attempt.trigger,
    outcomeOf(attempt),
    attempt.duration_ms === null ? '–' : `${Math.round(attempt.duration_ms)} ms`,
    attempt.error_detail ?? '',
  ]
}
