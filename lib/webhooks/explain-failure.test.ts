import { describe, expect, it } from 'vitest'
import { explainFailure } from './explain-failure'
import { type ErrorKind, errorKinds } from './outcome'

const titles: Record<Exclude<ErrorKind, 'http_error' | 'redirect'>, string> = {
  dns_error: 'The host name was not found',
  connection_refused: 'The connection was refused',
  connection_reset: 'The connection was reset',
  connection_closed: 'The connection ended without an answer',
  connect_timeout: 'No connection in time',
  timeout: 'No answer in time',
  tls_error: 'No trusted TLS connection',
  blocked_address: 'The address is not allowed',
  invalid_response: 'No valid answer',
  placeholder_error: 'A placeholder could not be filled',
  smtp_error: 'The e-mail could not be handed over',
  sender_lost: 'The outcome was lost on our side',
  expired: 'The delivery waited too long',
  endpoint_deleted: 'The endpoint was deleted',
  endpoint_disabled: 'The endpoint was disabled',
}

const answers: [httpStatus: number, title: string, nextStep: RegExp][] = [
  [103, 'The receiver sent no final answer (103)', /final status/],
  [400, 'The receiver rejects the content (400)', /payload and its format/],
  [401, 'The receiver refuses access (401)', /current secret/],
  [402, 'The receiver refuses the request (402)', /Read the receiver’s answer/],
  [403, 'The receiver refuses access (403)', /current secret/],
  [404, 'The receiver does not know this URL (404)', /URL/],
  [405, 'The receiver does not take POST here (405)', /POST/],
  [408, 'The receiver stopped waiting for the request (408)', /time limits/],
  [409, 'The receiver reports a conflict (409)', /already knows/],
  [410, 'The receiver says this URL is gone (410)', /enable the endpoint/],
  [413, 'The payload is too large for the receiver (413)', /limit/],
  [415, 'The receiver does not take this content type (415)', /content-type/],
  [418, 'The receiver refuses the request (418)', /Read the receiver’s answer/],
  [421, 'The request reached a server that is not meant for it (421)', /DNS/],
  [422, 'The receiver rejects the content (422)', /payload/],
  [429, 'The receiver gets too many requests (429)', /at once/],
  [451, 'The receiver refuses the request (451)', /URL/],
  [500, 'The receiver reports an error of its own (500)', /receiver’s log/],
  [501, 'The receiver reports an error of its own (501)', /receiver’s log/],
  [502, 'A proxy reports no valid answer from the receiver (502)', /proxy/],
  [503, 'The receiver is not available (503)', /running/],
  [504, 'A proxy reports no answer from the receiver in time (504)', /proxy/],
  [599, 'The receiver reports an error of its own (599)', /receiver’s log/],
  [999, 'The receiver refuses the request (999)', /URL/],
]

const html = { 'content-type': 'text/html; charset=UTF-8' }
const page = (words: string) => `<!DOCTYPE html><html><head><title>${words}</title></head></html>`

const botChecks: [name: string, httpStatus: number, headers: Record<string, string>, body: string][] = [
  ['Cloudflare’s header', 403, { 'cf-mitigated': 'challenge' }, ''],
  ['AWS WAF’s header', 405, { 'x-amzn-waf-action': 'captcha' }, ''],
  ['Cloudflare’s page', 403, html, page('Just a moment...')],
  ['its older page', 503, html, page('Checking your browser before accessing example.com')],
  ['its page that blocks', 403, html, page('Attention Required! | Cloudflare')],
  ['a captcha, without a content type', 403, {}, page('Please solve this CAPTCHA')],
  ['a captcha against too many requests', 429, html, page('captcha')],
]

const noBotChecks: typeof botChecks = [
  ['a plain refusal', 403, { 'content-type': 'application/json' }, '{"error":"captcha"}'],
  ['a page of a receiver behind Cloudflare', 503, { ...html, server: 'cloudflare' }, page('Maintenance')],
  ['an error page that holds the words', 500, html, page('Just a moment...')],
]

describe('explainFailure', () => {
  it.each(Object.entries(titles))('%s', (error, title) => {
    const kind = errorKinds.find((one) => one === error)
    if (!kind) throw new Error(`There is no ${error}.`)
    expect(explainFailure(kind, null).title).toBe(title)
  })

  it.each(answers)('%i', (httpStatus, title, nextStep) => {
    const explanation = explainFailure('http_error', httpStatus, { headers: {}, body: '' })
    expect(explanation.title).toBe(title)
    expect(explanation.nextStep).toMatch(nextStep)
    expect(explainFailure('http_error', httpStatus)).toEqual(explanation)
  })

  it('names the status of a redirect, and of an error only where there is one', () => {
    expect(explainFailure('redirect', 302).title).toBe('The receiver redirects elsewhere (302)')
    expect(explainFailure('redirect', null).title).toBe('The receiver redirects elsewhere')
    expect(explainFailure('http_error', null).title).toBe('The receiver answered with an error')
  })

  it.each(botChecks)('a bot check: %s', (_, httpStatus, headers, body) => {
    const { title } = explainFailure('http_error', httpStatus, { headers, body })
    expect(title).toBe(`A bot check stopped the request (${httpStatus})`)
  })

  it.each(noBotChecks)('no bot check: %s', (_, httpStatus, headers, body) => {
    const explanation = explainFailure('http_error', httpStatus, { headers, body })
    expect(explanation).toEqual(explainFailure('http_error', httpStatus))
  })

  it('does not take the status of an earlier attempt for that of a cancelled delivery', () => {
    expect(explainFailure('endpoint_disabled', 503)).toEqual(explainFailure('endpoint_disabled', null))
  })

  it('is one sentence of cause and one of next step each', () => {
    const all = [
      ...errorKinds.map((error) => explainFailure(error, null)),
      ...answers.map(([httpStatus]) => explainFailure('http_error', httpStatus)),
    ]
    for (const { title, cause, nextStep } of all) {
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      for (const sentence of [cause, nextStep])
        expect(sentence).toMatch(/^[A-Z][^.]*\.$|^[A-Z].*TLS 1\.2 or later\.$/)
    }
  })
})
