import { describe, expect, it } from 'vitest'
import type { NoticeDetails } from '@/lib/db/notices'
import { toPublicId } from '@/lib/ids'
import { type NoticeKind, noticeKinds } from '@/lib/webhooks/endpoint-health'
import { noticeMail } from './notice-mail'

const ENDPOINT = '01a1ff7e-334c-78d9-9186-ebd7f532a190'
const PUBLIC_URL = 'https://hooks.example.com'
const person = { id: 'u1', name: 'Svea', email: 'svea@example.com', timeZone: 'Europe/Berlin' }

const details: NoticeDetails = {
  name: 'ERP orders',
  url: 'https://user:secret@erp.example/hooks?key=hidden',
  failingSince: '2026-11-18T13:02:00.000Z',
  disablesAt: '2026-11-23T13:02:00.000Z',
  failure: { error: 'http_error', httpStatus: 503 },
}

function mailOf(kind: NoticeKind, changes: Partial<NoticeDetails> = {}, timeZone = person.timeZone) {
  const notice = {
    id: 'n1',
    kind,
    at: new Date('2026-11-21T14:00:00Z'),
    endpointId: ENDPOINT,
    details: { ...details, ...changes },
  }
  return noticeMail(notice, { ...person, timeZone }, 'Nordlicht Storage', PUBLIC_URL)
}

describe('noticeMail', () => {
  it.each<[NoticeKind, string, string[]]>([
    [
      'failing_50',
      'Webhook endpoint “ERP orders” keeps failing (Nordlicht Storage)',
      [
        'Failing since: Wed 18 Nov 2026, 14:02 (Europe/Berlin)',
        'Last failure: The receiver is not available (503).',
        'Will be disabled: at the first failed attempt after Mon 23 Nov 2026, 14:02 (Europe/Berlin)',
        'Until then events are still sent to it',
        'Snooze 24 h',
      ],
    ],
    [
      'failing_90',
      'Webhook endpoint “ERP orders” will soon be disabled (Nordlicht Storage)',
      ['Will be disabled: '],
    ],
    [
      'disabled_failing',
      'Webhook endpoint “ERP orders” was disabled: it kept failing (Nordlicht Storage)',
      [
        'was disabled on Sat 21 Nov 2026, 15:00 (Europe/Berlin)',
        'Failing since: ',
        'What was pending was cancelled',
      ],
    ],
    [
      'disabled_gone',
      'Webhook endpoint “ERP orders” was disabled: it answered 410 Gone (Nordlicht Storage)',
      ['Ask whoever runs the receiver for its new URL'],
    ],
    [
      'recovered',
      'Webhook endpoint “ERP orders” works again (Nordlicht Storage)',
      ['It had failed since: Wed 18 Nov 2026, 14:02', 'will not be disabled'],
    ],
  ])('%s says what happened, since when, and what follows', (kind, subject, sentences) => {
    const { subject: given, text, html, to } = mailOf(kind)
    expect(given).toBe(subject)
    expect(to).toBe('svea@example.com')
    for (const sentence of sentences) expect(text).toContain(sentence)
    const link = `${PUBLIC_URL}/settings/webhooks/${toPublicId('we', ENDPOINT)}`
    expect(text).toContain(`Open the endpoint: ${link}`)
    expect(html).toContain(`href="${link}"`)
  })

  it('says times as the reader’s clock shows them', () => {
    expect(mailOf('failing_50', {}, 'America/New_York').text).toContain(
      'Mon 23 Nov 2026, 08:02 (America/New_York)',
    )
  })

  it.each(noticeKinds)('%s keeps keys of the URL to itself', (kind) => {
    const { text, html } = mailOf(kind)
    expect(text).toContain('https://erp.example/hooks')
    expect(text + html).not.toMatch(/hidden|secret/)
  })

  it.each(noticeKinds)('%s escapes what people wrote', (kind) => {
    const name = `<img src=x onerror="a('&')">`
    const { html } = noticeMail(
      { id: 'n1', kind, at: new Date(), endpointId: ENDPOINT, details: { ...details, name } },
      person,
      '<b>Store</b>',
      PUBLIC_URL,
    )
    expect(html).not.toMatch(/<img|<b>/)
    expect(html).toContain('&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;')
  })

  it.each(noticeKinds)('%s is whole without what was not known', (kind) => {
    const { text } = mailOf(kind, { url: null, failingSince: null, disablesAt: null, failure: null })
    expect(text).not.toMatch(/null|undefined|: $/m)
  })

  it('names the address of an endpoint that is an e-mail address', () => {
    expect(mailOf('failing_50', { url: 'orders@example.com' }).text).toMatch(
      /E-mail address:? +orders@example\.com/,
    )
  })

  it('can be told from its double', () => {
    expect(mailOf('recovered').headers).toMatchObject({ 'Message-ID': '<notice.n1.u1@hooks.example.com>' })
  })
})
