import { expect, it } from 'vitest'
import { countReasons, planResend, type Resendable } from './resend-plan'

const row: Resendable = {
  id: '1',
  eventType: 'order.paid',
  endpointId: 'a',
  endpointName: 'ERP',
  endpointIsDeleted: false,
  endpointIsDisabled: false,
  isTest: false,
  resendRequested: false,
  inFlight: false,
}

it('counts what goes to each endpoint', () => {
  const rows = [row, { ...row, id: '2' }, { ...row, id: '3', endpointId: 'b', endpointName: 'ERP' }]
  expect(planResend(rows)).toEqual({
    toSend: rows,
    byEndpoint: [
      { endpointId: 'a', name: 'ERP', count: 2 },
      { endpointId: 'b', name: 'ERP', count: 1 },
    ],
    excluded: [],
  })
})

it('leaves out what cannot be sent, or is on its way, and says why', () => {
  const cases: [Partial<Resendable>, string][] = [
    [{ endpointIsDeleted: true, endpointIsDisabled: true }, 'The endpoint is deleted.'],
    [{ endpointIsDeleted: true, isTest: true }, 'The endpoint is deleted.'],
    [{ endpointIsDisabled: true }, 'The endpoint is disabled.'],
    [{ inFlight: true, resendRequested: true }, 'It is being sent now.'],
    [{ resendRequested: true }, 'A resend is queued already.'],
  ]
  for (const [changes, reason] of cases) {
    const excluded = { ...row, ...changes }
    expect(planResend([excluded, row])).toMatchObject({
      toSend: [row],
      excluded: [{ row: excluded, reason }],
    })
  }
  const test = { ...row, endpointIsDisabled: true, isTest: true }
  expect(planResend([test]).toSend).toEqual([test])
})

it('gathers the reasons', () => {
  expect(countReasons([{ reason: 'a' }, { reason: 'b' }, { reason: 'a' }])).toEqual([
    { reason: 'a', count: 2 },
    { reason: 'b', count: 1 },
  ])
})
