import type { Recipient, UnmailedNotice } from '@/lib/db/notice-outbox'
import type { Mail } from '@/lib/delivery/mailer'
import { toPublicId } from '@/lib/ids'
import { explainFailure } from '@/lib/webhooks/explain-failure'
import { noticeTitle } from '@/lib/webhooks/notice-title'

type Told = Pick<UnmailedNotice, 'id' | 'kind' | 'at' | 'endpointId' | 'details'>
type Content = { lead: string; facts: [label: string, value: string][]; next: string[] }

const LONGEST_URL = 200

/** A notice as a message to one person, in their time zone; `publicUrl` is where the app is opened. */
export function noticeMail(notice: Told, to: Recipient, storeName: string, publicUrl: string): Mail {
  const title = `Webhook endpoint ${noticeTitle(notice.kind, notice.details.name)}`
  const link = `${publicUrl}/settings/webhooks/${toPublicId('we', notice.endpointId)}`
  const content = contentOf(notice, storeName, to.timeZone)
  const footer = `You get this because you may change the webhook endpoints of ${storeName}. All notices: ${publicUrl}/notices`
  return {
    to: to.email,
    subject: `${title} (${storeName})`,
    text: textOf(content, link, footer),
    html: htmlOf(title, content, link, footer),
    headers: {
      // The same when a crash makes it go out twice, so that a mailbox can tell.
      'Message-ID': `<notice.${notice.id}.${to.id}@${new URL(publicUrl).hostname}>`,
      'Auto-Submitted': 'auto-generated',
    },
  }
}

function contentOf({ kind, at, details }: Told, storeName: string, timeZone: string): Content {
  const { name, url, failingSince, disablesAt, failure } = details
  const time = (instant: Date | string) => timeText(instant, timeZone)
  const why = failure && explainFailure(failure.error, failure.httpStatus)
  const facts: Content['facts'] = [
    ['Endpoint', name],
    ...(url === null
      ? []
      : [[url.includes('://') ? 'URL' : 'E-mail address', urlText(url)] satisfies [string, string]]),
    ...(failingSince ? [['Failing since', time(failingSince)] satisfies [string, string]] : []),
    ...(why ? [['Last failure', `${why.title}. ${why.cause}`] satisfies [string, string]] : []),
  ]
  const mend = why ? [why.nextStep] : []
  switch (kind) {
    case 'failing_50':
    case 'failing_90':
      return {
        lead:
          kind === 'failing_50'
            ? `The webhook endpoint “${name}” of ${storeName} keeps failing: every attempt to deliver to it has failed for a while.`
            : `The webhook endpoint “${name}” of ${storeName} is about to be disabled: every attempt to deliver to it still fails.`,
        facts: disablesAt
          ? [...facts, ['Will be disabled', `at the first failed attempt after ${time(disablesAt)}`]]
          : facts,
        next: [
          ...mend,
          'Until then events are still sent to it, and what fails is retried by its schedule. One successful delivery ends the countdown. Once it is disabled, what is pending is cancelled, and later events make no delivery for it.',
          'If mending the receiver takes longer, “Snooze 24 h” on the endpoint’s page puts the end off.',
        ],
      }
    case 'disabled_failing':
      return {
        lead: `The webhook endpoint “${name}” of ${storeName} was disabled on ${time(at)}: every attempt to deliver to it had failed for too long.`,
        facts,
        next: [
          ...mend,
          'What was pending was cancelled, and events make no delivery for it while it is disabled. Once the receiver is mended, send a test event from the endpoint’s page and enable it. What failed or was cancelled stays in its log, and can be resent from there.',
        ],
      }
    case 'disabled_gone':
      return {
        lead: `The webhook endpoint “${name}” of ${storeName} was disabled on ${time(at)}: its receiver answered 410 Gone, which says that this URL is no longer in use.`,
        facts: facts.filter(([label]) => label !== 'Last failure'),
        next: [
          'Ask whoever runs the receiver for its new URL and enter it in the endpoint’s settings, then enable it. If nobody needs it any more, delete it.',
          'What was pending was cancelled, and events make no delivery for it while it is disabled.',
        ],
      }
    case 'recovered':
      return {
        lead: `The webhook endpoint “${name}” of ${storeName} works again: a delivery succeeded, and it will not be disabled.`,
        facts: facts.map(([label, value]) => [
          label === 'Failing since' ? 'It had failed since' : label,
          value,
        ]),
        next: ['What failed for good meanwhile stays in its log, and can be resent from there.'],
      }
  }
}

function textOf({ lead, facts, next }: Content, link: string, footer: string): string {
  const lines = facts.map(([label, value]) => `${label}: ${value}`)
  return [lead, lines.join('\n'), ...next, `Open the endpoint: ${link}`, `--\n${footer}`]
    .join('\n\n')
    .concat('\n')
}

function htmlOf(title: string, { lead, facts, next }: Content, link: string, footer: string): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th align="left" valign="top" style="padding:2px 16px 2px 0;font-weight:normal;color:#5d564a;white-space:nowrap">${escapeHtml(label)}</th><td style="padding:2px 0;word-break:break-word">${escapeHtml(value)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#221e17;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:600px">
<h1 style="font-size:18px;line-height:1.35;margin:0 0 12px">${escapeHtml(title)}</h1>
<p style="margin:0 0 12px">${escapeHtml(lead)}</p>
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 12px">${rows.join('')}</table>
${next.map((paragraph) => `<p style="margin:0 0 12px">${escapeHtml(paragraph)}</p>`).join('\n')}
<p style="margin:0 0 20px"><a href="${escapeHtml(link)}">Open the endpoint</a></p>
<p style="margin:0;padding-top:12px;border-top:1px solid #ddd6c8;color:#5d564a;font-size:13px">${escapeHtml(footer)}</p>
</div></body></html>
`
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Without a query, in which people put keys. */
function urlText(url: string): string {
  const shown = URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url
  return shown.length > LONGEST_URL ? `${shown.slice(0, LONGEST_URL)}…` : shown
}

/** "Thu 26 Nov 2026, 14:02 (Europe/Berlin)" */
function timeText(instant: Date | string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const day = `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}`
  return `${day}, ${of('hour')}:${of('minute')} (${timeZone})`
}
