import { beforeEach, describe, expect, it } from 'vitest'
import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool, pool } from '@/lib/db/client'
import { ingestEvents } from '@/lib/db/ingest-events'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { attemptResult, failure, success, testEvents } from '@/lib/testing/factories'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { Recorder } from './recorder'

cloneTestDatabase()

const retry: AttemptResult['next'] = { kind: 'retry', delayMs: 60_000, policyStep: 1 }
const delivered: AttemptResult['next'] = { kind: 'delivered' }

describe('Recorder', () => {
  let store: Awaited<ReturnType<typeof makeStore>>
  let endpointId: string
  let won: string[]
  let recorder: Recorder

  beforeEach(async () => {
    store = await makeStore(7)
    endpointId = await makeEndpoint(store.id)
    won = []
    recorder = new Recorder((_, __, recorded) => won.push(...recorded))
  })

  async function claim(count: number): Promise<ClaimedDelivery[]> {
    await ingestEvents(hotPool(), store.shard, testEvents(store.id, count))
    return claimAgain()
  }

  function claimAgain(): Promise<ClaimedDelivery[]> {
    return claimDue(hotPool(), store.shard, [{ endpointId, count: 100, scope: 'all', leaseMs: 60_000 }])
  }

  it('records the others where the database refuses one', async () => {
    const claims = await claim(5)
    const bad = claims[2]
    for (const each of claims) {
      // PostgreSQL's text holds no NUL.
      const outcome = each === bad ? { ...success, errorDetail: '\0' } : success
      recorder.add(store.shard, attemptResult(each, outcome, delivered))
    }
    await recorder.flush()
    expect(won.sort()).toEqual(
      claims
        .filter((each) => each !== bad)
        .map(({ id }) => id)
        .sort(),
    )
    expect(recorder.unrecorded).toBe(0)
    await recorder.flush()
  })

  it.each<[string, AttemptResult['next'], AttemptResult['next']]>([
    ['both retries', retry, retry],
    ['both final', delivered, delivered],
    ['a retry, then a final one', retry, delivered],
    ['a final one, then a retry', delivered, retry],
  ])('records two results of one delivery one after the other: %s', async (_, first, second) => {
    const [zombie] = await claim(1)
    await pool().query('UPDATE pending_delivery SET leased_until = now() WHERE endpoint_id = $1', [
      endpointId,
    ])
    const [heir] = await claimAgain()
    if (!zombie || !heir) throw new Error('nothing was claimed')
    for (const [claimed, next] of [
      [zombie, first],
      [heir, second],
    ] as const) {
      recorder.add(store.shard, attemptResult(claimed, next.kind === 'delivered' ? success : failure, next))
    }
    await recorder.flush()
    expect(won).toEqual([heir.id])
    expect(await findBrokenInvariants(pool())).toEqual([])
  })
})
