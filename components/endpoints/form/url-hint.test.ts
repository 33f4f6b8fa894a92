import { expect, it } from 'vitest'
import { urlHint } from './url-hint'

it.each([
  [['127.0.0.0/8', '::1/128'], 'also sends to this machine (localhost), where'],
  [['10.0.0.0/8', '127.0.0.1/32'], 'also sends to this machine (localhost), 10.0.0.0/8, where'],
  [['127.0.0.0/4', '::1/64'], 'also sends to 127.0.0.0/4, ::1/64, where'],
])('%j reads “%s”', (cidrs, words) => {
  expect(urlHint(cidrs)).toContain(words)
})

it('says nothing of private networks where none is allowed', () => {
  expect(urlHint([])).not.toContain('This installation')
})
