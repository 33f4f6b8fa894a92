import { describe, expect, it } from 'vitest'
import { countOver, filterFacts, jobStatus, jobTitle, progressText, startedBy } from './job-words'
import type { JobView } from './use-job'

const job: JobView = {
  id: '01a1ff9c-c985-77a7-a349-fd4fa71a0a57',
  kind: 'resend',
  endpointId: null,
  endpointName: null,
  rate: 10,
  status: 'running',
  total: 312,
  excluded: { already_delivered: 0, in_flight: 0, endpoint_unavailable: 0, payload_gone: 0, test_send: 0 },
  sent: 300,
  skipped: 4,
  succeeded: 200,
  failed: 10,
  cancelled: 0,
  pending: 90,
  waiting: 8,
  createdAt: '2026-11-21T19:00:00.000Z',
  finishedAt: null,
  filter: {},
  hasMore: false,
  actorName: null,
  actorIsToken: false,
  byEndpoint: [],
}

describe('what is said of a job', () => {
  it.each([
    ['running', null, 'Running'],
    ['completed', '2026-11-21T19:10:00.000Z', 'Completed'],
    ['cancelled', null, 'Being cancelled'],
    ['cancelled', '2026-11-21T19:10:00.000Z', 'Cancelled'],
  ] as const)('%s, finished %s: %s', (status, finishedAt, label) => {
    expect(jobStatus({ status, finishedAt }).label).toBe(label)
  })

  it('counts what is over, one way or another', () => {
    expect(countOver(job)).toBe(214)
    expect(progressText(job)).toBe('214 of 312 finished')
    expect(progressText({ ...job, total: 100 })).toBe('214 of 214 finished')
  })

  it('names a catch-up by its endpoint', () => {
    expect(jobTitle(job)).toBe('Bulk resend')
    expect(jobTitle({ kind: 'catch_up', endpointName: 'ERP' })).toBe('Catch-up of ERP')
    expect(jobTitle({ kind: 'catch_up', endpointName: null })).toBe('Catch-up')
  })

  it('says of a token that it is one', () => {
    expect(startedBy({ actorName: 'first', actorIsToken: true })).toBe('token first')
    expect(startedBy({ actorName: 'Mira Petersen', actorIsToken: false })).toBe('Mira Petersen')
    expect(startedBy({ actorName: null, actorIsToken: true })).toBeNull()
  })

  it('tells each part of what was asked for', () => {
    const filter = {
      status: 'failed',
      httpStatus: '5xx',
      since: '2026-11-20T23:00:00.000Z',
      q: 'A-1',
    } as const
    expect(filterFacts({ ...job, filter, endpointName: 'ERP' }, 'Europe/Berlin')).toEqual([
      { label: 'Search', value: 'A-1' },
      { label: 'Endpoint', value: 'ERP' },
      { label: 'Status', value: 'Failed' },
      { label: 'HTTP status', value: '5xx' },
      { label: 'Since', value: expect.stringContaining('21 Nov') },
    ])
    expect(filterFacts(job, 'UTC')).toEqual([])
  })
})
