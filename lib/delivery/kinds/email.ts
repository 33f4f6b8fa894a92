import { monotonicMs } from '@/lib/clock'
import { eventCatalogue, refreshEventCatalogue } from '@/lib/db/event-catalogue'
import { hasMailServer, type MailAnswer, sendMail } from '@/lib/delivery/mailer'
import { env, mailFrom } from '@/lib/env'
import { toPublicId } from '@/lib/ids'
import { errorText, log } from '@/lib/log'
import { composeEmail } from '@/lib/webhooks/email-message'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { EndpointKind } from './kind'

const noServer: MailAnswer = {
  isAccepted: false,
  isFinal: false,
  code: null,
  text: 'SMTP_URL is not set on this server, so it cannot send e-mail.',
}

/**
 * One message to one address, with the payload attached. Every attempt of a delivery has the same `message-id`, so that
 * mail programs show a repeated one once.
 */
export const emailKind: EndpointKind = {
  async send({ payload, contentType, eventId, deliveryId, attempt, endpoint, ...event }) {
    const { email, storeName, timeZone } = endpoint
    if (email === null) throw new Error('The endpoint has no e-mail address.')
    const { PUBLIC_URL } = env()
    const links = {
      delivery: `${PUBLIC_URL}/deliveries/${deliveryId}`,
      endpoint: `${PUBLIC_URL}/settings/webhooks/${toPublicId('we', endpoint.id)}`,
    }
    const object = event.object()
    const description = await describeType(event.eventType)
    const composed = composeEmail({ ...event, description, storeName, timeZone, eventId, object, links })
    const messageId = `<${deliveryId}@${hostOf(mailFrom())}>`
    const headers = {
      'auto-submitted': 'auto-generated',
      'x-shopbell-event': event.eventType,
      'x-shopbell-event-id': eventId,
      'x-shopbell-delivery': deliveryId,
      'x-shopbell-attempt': String(attempt),
    }
    const mail = {
      to: email,
      ...composed,
      messageId,
      headers,
      attachments: [{ filename: `${eventId}.json`, content: payload, contentType }],
    }
    const beganAt = monotonicMs()
    const answer = hasMailServer() ? await sendMail(mail, endpoint.timeoutMs) : noServer
    return {
      outcome: toOutcome(answer, monotonicMs() - beganAt),
      url: `mailto:${email}`,
      headers: {
        from: mailFrom(),
        to: email,
        subject: composed.subject,
        'message-id': messageId,
        ...headers,
      },
    }
  },
}

/** A message goes out all the same where the database cannot tell what is new of its type. */
async function describeType(eventType: string): Promise<string> {
  await refreshEventCatalogue().catch((error: unknown) =>
    log.warn('the event types could not be read', { error: errorText(error) }),
  )
  return eventCatalogue().get(eventType)?.description ?? ''
}

function toOutcome({ isAccepted, isFinal, code, text }: MailAnswer, durationMs: number): Outcome {
  return {
    ok: isAccepted,
    httpStatus: null,
    error: isAccepted ? null : 'smtp_error',
    errorDetail: isAccepted ? null : code === null ? text : `The mail server answered: ${text}`,
    durationMs: Math.round(durationMs),
    retryAfterMs: null,
    response: code === null ? null : { headers: {}, body: text, truncated: false },
    ...(isFinal && !isAccepted ? { isPermanent: true } : {}),
  }
}

/** Of an address with or without a name: `Shopbell <webhooks@example.com>`. */
function hostOf(sender: string): string {
  return /@([^@<>]+)>?$/.exec(sender)?.[1] ?? 'localhost'
}
