import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Instant } from './instant'
import { TimeZoneProvider } from './time-zone'

const at = '2020-11-21T13:03:22.123Z'

function render(timeZone: string, props: Partial<Parameters<typeof Instant>[0]> = {}): string {
  const children = createElement(Instant, { at, ...props })
  return renderToString(createElement(TimeZoneProvider, { timeZone, children }))
}

it('the server writes the time in the person’s zone, and nothing that depends on the moment', () => {
  const html = render('Europe/Berlin', { relative: true })
  expect(html).toContain('>21 Nov 2020 14:03:22</time>')
  expect(html).toContain(`dateTime="${at}"`)
  expect(html).toContain('2020-11-21T14:03:22.123+01:00, Europe/Berlin')
  expect(html).not.toContain('ago')
  expect(render('America/New_York', { precision: 'minute', at: new Date(at) })).toContain(
    '>21 Nov 2020 08:03</time>',
  )
})

it('is a button only with details', () => {
  expect(render('UTC')).not.toContain('<button')
  expect(render('UTC', { details: true })).toContain('<button')
})

it('refuses to guess a zone', () => {
  expect(() => renderToString(createElement(Instant, { at }))).toThrow('outside a TimeZoneProvider')
})
