import { expect, it } from 'vitest'
import { advancedSummary, isStandard } from './advanced-summary'
import { addCondition } from './filter-draft'
import { newEndpointValues } from './form-values'
import { headerRowsOf } from './header-rows'

it('says how a new endpoint is', () => {
  expect(advancedSummary(newEndpointValues)).toBe(
    'Standard retries · 5 s · no rate limit · 8 at once · no filter · no headers',
  )
  expect(isStandard(newEndpointValues)).toBe(true)
})

it('says what differs', () => {
  const values = {
    ...newEndpointValues,
    rate_limit: 10,
    concurrency: Number.NaN,
    headers: headerRowsOf(['X-A']),
    filter: addCondition(newEndpointValues.filter),
  }
  expect(advancedSummary(values)).toBe(
    'Standard retries · 5 s · 10 a second · ? at once · 1 condition · 1 header',
  )
  expect(isStandard(values)).toBe(false)
})

it('knows that e-mail takes longer and has no headers', () => {
  const email = { ...newEndpointValues, kind: 'email' as const, timeout_seconds: 30 }
  expect(advancedSummary(email)).toBe('Standard retries · 30 s · no rate limit · 8 at once · no filter')
  expect(isStandard(email)).toBe(true)
  expect(isStandard({ ...email, timeout_seconds: 5 })).toBe(false)
})
