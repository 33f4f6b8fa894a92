import { objectRows } from './object-rows'
import { escapeHtml, visibleLine } from './visible-text'

/** An event as a message for a person tells it. Ids are public ones; links lead to where people sign in. */
export type EmailEvent = {
  storeName: string
  /** The store's time zone (IANA), in which its people read a time. */
  timeZone: string
  eventId: string
  eventType: string
  /** What the type means, in a sentence; empty where nobody knows it. */
  description: string
  occurredAt: Date
  isTest: boolean
  /** The event's `data.object`. */
  object: unknown
  links: { delivery: string; endpoint: string }
}

const LONGEST_STORE_NAME = 100

/**
 * Subject, text and HTML of the message that tells a person of an event. Whatever the event holds is shown as text: no
 * markup, no line and no header of its own.
 */
export function composeEmail(event: EmailEvent): { subject: string; text: string; html: string } {
  const store = visibleLine(event.storeName, LONGEST_STORE_NAME)
  const type = visibleLine(event.eventType)
  const story = {
    subject: `[${store}] ${type} ${event.eventId}`,
    type,
    description: visibleLine(event.description),
    test: event.isTest ? 'This is a test event: nothing happened in the store.' : '',
    facts: [
      { path: 'Store', value: store },
      { path: 'Event', value: event.eventId },
      { path: 'Time', value: `${toLocalTime(event.occurredAt, event.timeZone)} (${event.timeZone})` },
    ],
    ...objectRows(event.object),
    attachment: `${event.eventId}.json`,
    links: event.links,
  }
  return { subject: story.subject, text: toPlainText(story), html: toHtml(story) }
}

type Story = ReturnType<typeof objectRows> & {
  subject: string
  type: string
  description: string
  test: string
  facts: { path: string; value: string }[]
  attachment: string
  links: EmailEvent['links']
}

function toPlainText({ type, description, test, facts, rows, left, attachment, links }: Story): string {
  const lines = [
    description === '' ? type : `${type}: ${description}`,
    ...(test === '' ? [] : ['', test]),
    '',
    ...facts.map(({ path, value }) => `${`${path}:`.padEnd(7)}${value}`),
    '',
    'What the event holds:',
    ...(rows.length === 0 ? ['  (nothing)'] : rows.map(({ path, value }) => `  ${path}: ${value}`)),
    ...(left === 0 ? [] : [`  … and ${left} more, which are in the attached file.`]),
    '',
    `All of it as JSON is attached: ${attachment}`,
    '',
    `Delivery: ${links.delivery}`,
    `Why you get this, and how to stop it: ${links.endpoint}`,
    '',
  ]
  return lines.join('\n')
}

function toHtml({ subject, type, description, test, facts, rows, left, attachment, links }: Story): string {
  const cell = 'padding:4px 12px 4px 0;vertical-align:top;text-align:left;'
  const name = `${cell}font-family:monospace;font-weight:normal;opacity:.75;min-width:80px`
  const table = (lines: readonly { path: string; value: string }[]) =>
    `<table style="border-collapse:collapse">${lines
      .map(
        ({ path, value }) =>
          `<tr><th scope="row" style="${name}">${escapeHtml(path)}</th><td dir="auto" style="${cell}overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`,
      )
      .join('')}</table>`
  const parts = [
    `<h1 style="font-size:18px;margin:0 0 4px">${escapeHtml(type)}</h1>`,
    description === '' ? '' : `<p style="margin:0 0 16px">${escapeHtml(description)}</p>`,
    test === '' ? '' : `<p style="margin:0 0 16px"><strong>${escapeHtml(test)}</strong></p>`,
    table(facts),
    '<h2 style="font-size:15px;margin:20px 0 4px">What the event holds</h2>',
    rows.length === 0 ? '<p>Nothing.</p>' : table(rows),
    left === 0 ? '' : `<p>… and ${left} more, which are in the attached file.</p>`,
    `<p>All of it as JSON is attached: ${escapeHtml(attachment)}</p>`,
    `<p style="font-size:13px"><a href="${escapeHtml(links.delivery)}">This delivery</a> · `,
    `<a href="${escapeHtml(links.endpoint)}">Why you get this, and how to stop it</a></p>`,
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:sans-serif;font-size:14px;line-height:1.5">${parts.join('')}</body></html>`
}

function toLocalTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'medium' }).format(at)
}
