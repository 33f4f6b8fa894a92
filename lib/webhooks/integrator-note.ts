import type { Explanation } from './explain-failure'

const mostAttempts = 20
const mostCharacters = 500

/**
 * A plain text about a failed delivery, for an operator to send to whoever runs the receiver. Ids are public ones
 * (`evt_…`, `dlv_…`), each `at` is an ISO 8601 instant; attempts are oldest first, the latest 20 are listed. Of
 * `responseBody`, the latest answer, the first 500 characters are quoted.
 */
export function integratorNote(input: {
  endpointUrl: string
  eventType: string
  eventId: string
  deliveryId: string
  attempts: readonly {
    at: string
    httpStatus: number | null
    /** The outcome's sentence, null for a success. */
    errorDetail: string | null
  }[]
  responseBody: string | null
  explanation: Explanation
}): string {
  const { endpointUrl, eventType, eventId, deliveryId, attempts, responseBody, explanation } = input
  const listed = attempts.slice(-mostAttempts)
  const left = attempts.length - listed.length
  return [
    `${explanation.title}.`,
    '',
    `URL: ${endpointUrl}`,
    `Event: ${eventType}, ${eventId} (header webhook-id)`,
    `Delivery: ${deliveryId} (header shopbell-delivery)`,
    '',
    attempts.length === 0 ? 'Attempts: none' : 'Attempts (UTC):',
    ...(left > 0 ? [`  (${left} earlier)`] : []),
    ...listed.map(
      ({ at, httpStatus, errorDetail }) => `  ${utc(at)}  ${errorDetail ?? `HTTP ${httpStatus ?? '?'}`}`,
    ),
    '',
    ...quoteAnswer(responseBody),
    `What it means: ${explanation.cause}`,
    `Next step: ${explanation.nextStep}`,
    '',
  ].join('\n')
}

function quoteAnswer(body: string | null): string[] {
  if (body === null || body.trim() === '') return []
  // By code points, so that none is cut in two.
  const characters = [...body]
  const isCut = characters.length > mostCharacters
  const quoted = characters.slice(0, mostCharacters).join('').trimEnd()
  return [
    isCut ? `The answer’s first ${mostCharacters} characters:` : 'The answer:',
    ...quoted.split(/\r\n|\r|\n/).map((line) => `  ${line}`),
    '',
  ]
}

function utc(at: string): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
