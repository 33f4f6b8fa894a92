import { createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { getEndpointConfigs } from '@/lib/db/endpoint-configs'
import { signingSecrets } from '@/lib/db/endpoint-secrets'
import { ensurePartitions } from '@/lib/db/partitions'
import { toPublicId } from '@/lib/ids'
import { watchHealth } from '@/lib/operations/health-watch'
import { cloneTestDatabase } from '@/lib/testing/database'
import { format202509 } from '@/lib/webhooks/payload-formats/2025-09'
import { DAY_MS, HOUR_MS, localTime, nextLocalHour } from './calendar'
import { ensureDemoStore } from './ensure-demo-store'

cloneTestDatabase()

type Row = Record<string, unknown>

async function rows(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await hotPool().query(sql, values)).rows
}

async function count(sql: string): Promise<number> {
  const [row] = await rows(`SELECT count(*)::int AS count FROM ${sql}`)
  return Number(row?.count)
}

/** A working afternoon of the last days, so that the history is the same in shape whenever the tests run. */
function afternoon(): number {
  let at = nextLocalHour(Date.now() - 5 * DAY_MS, 15)
  while (localTime(at).isWeekend || localTime(at - DAY_MS).isWeekend) at += DAY_MS
  return at
}

/** A digest of everything that is stored. */
async function digest(): Promise<Row[]> {
  const tables = ['store', 'app_user', 'membership', 'endpoint', 'endpoint_secret', 'endpoint_pause']
  const large = [
    'event',
    'attempt',
    'finished_delivery',
    'pending_delivery',
    'object_ref',
    'stat_day',
    'stat_hour',
  ]
  const parts = [...tables, ...large, 'stat_error', 'endpoint_health', 'notice'].map(
    (table) => `SELECT '${table}' AS name, count(*) AS count, sum(hashtext(t::text)) AS hash FROM ${table} t`,
  )
  return rows(`${parts.join(' UNION ALL ')} ORDER BY name`)
}

describe('the demo store', () => {
  const now = afternoon()
  const lines: string[] = []
  let folder: string
  const settings = (port = 3000) => ({ folder, port, now, say: (line: string) => void lines.push(line) })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopbell-demo-'))
    await ensurePartitions(pool(), 40)
    // The first start is interrupted before the history, and the second in the middle of it.
    const interrupt = (line: string) => {
      if (line.includes('days')) throw new Error('interrupted')
    }
    await expect(ensureDemoStore({ ...settings(), say: interrupt })).rejects.toThrow('interrupted')
    expect(await rows(`SELECT 1 FROM store WHERE slug = 'demo'`)).toEqual([])
    await pool().query(
      `ALTER TABLE endpoint ADD CONSTRAINT interrupted CHECK (disabled_reason IS DISTINCT FROM 'manual')`,
    )
    await expect(ensureDemoStore(settings())).rejects.toThrow('interrupted')
    await pool().query('ALTER TABLE endpoint DROP CONSTRAINT interrupted')
    expect([await count('event'), await count('pending_delivery'), await count('stat_day')]).toEqual([
      0, 0, 0,
    ])

    await ensureDemoStore(settings(3055))
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true }))

  it('is one store with a user per role, who are in the file of sign-ins', async () => {
    expect(await rows('SELECT slug, name, time_zone FROM store')).toEqual([
      { slug: 'demo', name: 'Nordlicht Storage', time_zone: 'Europe/Berlin' },
    ])
    const path = join(folder, 'demo-credentials.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const credentials: Row[] = JSON.parse(await readFile(path, 'utf8'))
    const users = await rows(
      'SELECT role::text, email FROM app_user u JOIN membership m ON m.user_id = u.id ORDER BY role::text',
    )
    expect(credentials.map(({ role, email }) => ({ role, email })).toSorted(byRole)).toEqual(users)
    for (const { password } of credentials) expect(password).toMatch(/^([a-z]{6}-){3}[a-z]{4}\d\d$/)
  })

  it('has endpoints in different states, at the port of the last start', async () => {
    const endpoints = await rows(
      `SELECT e.name, e.disabled_reason, h.failing_since < to_timestamp($1) AS failing,
         (SELECT count(*)::int FROM endpoint_pause p WHERE p.endpoint_id = e.id AND p.started_at = e.disabled_at) AS pauses
       FROM endpoint e LEFT JOIN endpoint_health h ON h.endpoint_id = e.id ORDER BY e.id DESC`,
      [(now - 40 * HOUR_MS) / 1000],
    )
    expect(endpoints).toMatchObject([
      { name: 'ERP orders', disabled_reason: null, pauses: 0 },
      { name: 'Stock alerts', disabled_reason: null, pauses: 0 },
      { name: 'CRM contacts', disabled_reason: null, pauses: 0 },
      { name: 'Accounting', disabled_reason: null, failing: true, pauses: 0 },
      { name: 'Packing station (old)', disabled_reason: 'manual', pauses: 1 },
      { name: 'Gate access', disabled_reason: 'gone', pauses: 1 },
    ])
    const urls = await rows('SELECT url FROM endpoint')
    for (const { url } of urls) expect(url).toMatch(/^http:\/\/localhost:3055\/api\/demo\/receiver\/[a-z]+$/)
  })

  it('has told of what kept failing, was mended, and is gone; the watch finds nothing to add', async () => {
    const told = await rows(
      `SELECT e.name, n.kind, n.created_at > h.failing_since + interval '60 hours' AS after_half,
         n.created_at <= to_timestamp($1) AND n.created_at = n.mailed_at AND date_trunc('milliseconds', n.created_at) = n.created_at AS past
       FROM notice n JOIN endpoint e ON e.id = n.endpoint_id LEFT JOIN endpoint_health h ON h.endpoint_id = e.id ORDER BY e.name, n.id`,
      [now / 1000],
    )
    expect(told).toMatchObject([
      { name: 'Accounting', kind: 'failing_50', past: true, after_half: true },
      { name: 'CRM contacts', kind: 'failing_50', past: true },
      { name: 'CRM contacts', kind: 'recovered', past: true },
      { name: 'Gate access', kind: 'disabled_gone', past: true },
    ])
    expect(await rows('SELECT DISTINCT notices_seen_at AS seen FROM membership')).toEqual([
      { seen: new Date(now - DAY_MS) },
    ])
    const health = await rows(
      `SELECT h.warned_percent AS percent, h.warned_since = h.failing_since AS holds
       FROM endpoint_health h JOIN endpoint e ON e.id = h.endpoint_id WHERE e.name = 'Accounting'`,
    )
    expect(health).toEqual([{ percent: 50, holds: true }])
    await watchHealth()
    expect(await count('notice')).toBe(told.length)
  })

  it('has about 5,000 deliveries over 30 days, more on working days', async () => {
    const days = await rows(
      `SELECT local_day::text AS day, extract(isodow FROM local_day)::int > 5 AS weekend, count(*)::int
       FROM finished_delivery WHERE NOT is_test GROUP BY local_day ORDER BY local_day`,
    )
    const total = days.reduce((sum, day) => sum + Number(day.count), 0)
    expect(total).toBeGreaterThan(4_500)
    expect(total).toBeLessThan(5_600)
    expect(days.length).toBeGreaterThanOrEqual(30)
    const average = (weekend: boolean) => {
      const some = days.slice(1, -1).filter((day) => day.weekend === weekend)
      return some.reduce((sum, day) => sum + Number(day.count), 0) / some.length
    }
    expect(average(false)).toBeGreaterThan(1.5 * average(true))
  })

  it('has a delivery in the log for each event that an enabled endpoint listened to', async () => {
    const faults = await rows(
      `WITH accepted AS (
         SELECT e.id, count(*)::int AS count FROM event v JOIN endpoint e ON v.type = ANY (e.event_types)
         WHERE NOT v.is_test AND (e.disabled_at IS NULL OR v.occurred_at < e.disabled_at) GROUP BY e.id
       ), finished AS (
         SELECT endpoint_id, status FROM finished_delivery WHERE NOT is_test
         UNION ALL SELECT endpoint_id, 'pending' FROM pending_delivery WHERE NOT is_test
       )
       SELECT a.*, count(f.*)::int AS found FROM accepted a LEFT JOIN finished f ON f.endpoint_id = a.id
       GROUP BY a.id, a.count HAVING count(f.*) <> a.count`,
    )
    expect(faults).toEqual([])
    expect(await count('(SELECT DISTINCT endpoint_id FROM finished_delivery) e')).toBe(6)
  })

  it('has each state, kind of trouble and trigger', async () => {
    const triggers = await rows('SELECT DISTINCT trigger FROM attempt ORDER BY trigger')
    expect(triggers.map(({ trigger }) => trigger)).toEqual(['event', 'resend', 'retry', 'test'])
    const errors = await rows(
      'SELECT DISTINCT error, http_status AS status FROM attempt WHERE error IS NOT NULL',
    )
    for (const expected of [
      { error: 'connection_refused', status: null },
      { error: 'timeout', status: null },
      { error: 'tls_error', status: null },
      ...[404, 410, 500, 503].map((status) => ({ error: 'http_error', status })),
    ]) {
      expect(errors).toContainEqual(expected)
    }
    const found = {
      recovered: await count(`finished_delivery WHERE first_status = 'failed' AND status = 'delivered'`),
      failed: await count(`finished_delivery WHERE status = 'failed' AND NOT is_test`),
      cancelled: await count(
        `finished_delivery WHERE status = 'cancelled' AND last_error = 'endpoint_disabled'`,
      ),
      retried: await count(`finished_delivery WHERE first_status = 'delivered' AND attempts > 1`),
      waiting: await count('pending_delivery WHERE attempts > 0'),
      tests: await count('finished_delivery WHERE is_test'),
    }
    for (const number of Object.values(found)) expect(number).toBeGreaterThan(2)
    expect(found.waiting).toBeLessThan(60)
    expect(await count('pending_delivery WHERE attempts = 0')).toBe(0)
  })

  it('waits with retries for times to come, on the schedule', async () => {
    const waiting = await rows('SELECT due_at, last_attempt_at, policy_step, attempts FROM pending_delivery')
    for (const { due_at: dueAt, policy_step: step, attempts } of waiting) {
      expect(Number(dueAt)).toBeGreaterThan(now)
      expect(Number(dueAt)).toBeLessThan(now + DAY_MS)
      expect(step).toBe(attempts)
    }
  })

  it('has at most one successful attempt a delivery that is no resend, and numbers without gaps', async () => {
    const twice = await rows(
      `SELECT delivery_id FROM attempt WHERE error IS NULL AND trigger <> 'resend' AND NOT superseded
       GROUP BY delivery_id HAVING count(*) > 1`,
    )
    expect(twice).toEqual([])
    const wrong = await rows(
      `SELECT d.id FROM (
         SELECT id, attempts, last_attempt_at FROM finished_delivery UNION ALL SELECT id, attempts, last_attempt_at FROM pending_delivery
       ) d LEFT JOIN attempt a ON a.delivery_id = d.id
       GROUP BY d.id, d.attempts, d.last_attempt_at
       HAVING count(a.*) <> d.attempts OR coalesce(max(a.number), 0) <> d.attempts OR max(a.started_at) <> d.last_attempt_at`,
    )
    expect(wrong).toEqual([])
    expect(await count('attempt WHERE superseded')).toBe(0)
  })

  it('has retries as far apart as the policy says', async () => {
    const gaps = await rows(
      `SELECT DISTINCT a.number, min(extract(epoch FROM a.started_at - b.started_at))::float8 AS least,
         max(extract(epoch FROM a.started_at - b.started_at))::float8 AS most
       FROM attempt a JOIN attempt b ON b.delivery_id = a.delivery_id AND b.number = a.number - 1
       JOIN finished_delivery f ON f.id = a.delivery_id JOIN endpoint e ON e.id = f.endpoint_id
       WHERE a.trigger = 'retry' AND e.retry_policy = 'short' GROUP BY a.number ORDER BY a.number`,
    )
    expect(gaps.map(({ number }) => number)).toEqual([2, 3, 4])
    for (const [index, { least, most }] of gaps.entries()) {
      expect(least).toBeGreaterThanOrEqual(0.9 * 10 ** (index + 1))
      expect(most).toBeLessThanOrEqual(1.1 * 10 ** (index + 1) + 6)
    }
  })

  it('finished each delivery when its last attempt was over, resends aside, and cancelled when it was disabled', async () => {
    const wrong = await rows(
      `SELECT f.id FROM finished_delivery f WHERE f.status <> 'cancelled' AND f.recovered_at IS NULL AND f.last_trigger <> 'resend'
         AND f.finished_at <> f.last_attempt_at + f.last_duration_ms * interval '1 ms'
       UNION ALL SELECT f.id FROM finished_delivery f WHERE f.recovered_at <= f.finished_at
       UNION ALL SELECT f.id FROM finished_delivery f JOIN endpoint e ON e.id = f.endpoint_id
         WHERE f.status = 'cancelled' AND f.finished_at <> e.disabled_at
       UNION ALL SELECT f.id FROM finished_delivery f WHERE f.local_day <> (f.finished_at AT TIME ZONE 'Europe/Berlin')::date
       UNION ALL SELECT f.id FROM finished_delivery f WHERE f.finished_at > to_timestamp($1)`,
      [now / 1000],
    )
    expect(wrong).toEqual([])
  })

  it('has daily statistics that a recount confirms', async () => {
    const faults = await rows(
      `WITH deliveries AS (
         SELECT endpoint_id, event_type, local_day AS day, count(*) FILTER (WHERE first_status = 'delivered') AS delivered,
           count(*) FILTER (WHERE first_status = 'failed') AS failed, count(*) FILTER (WHERE first_status = 'cancelled') AS cancelled,
           count(*) FILTER (WHERE recovered_at IS NOT NULL) AS recovered, count(*) FILTER (WHERE first_attempt_success) AS first
         FROM finished_delivery WHERE NOT is_test GROUP BY 1, 2, 3
       ), log AS (
         SELECT id, endpoint_id, event_type, is_test FROM finished_delivery
         UNION SELECT id, endpoint_id, event_type, is_test FROM pending_delivery
       ), attempts AS (
         SELECT l.endpoint_id, l.event_type, count(*) AS attempts, count(*) FILTER (WHERE a.error IS NULL) AS succeeded,
           ((a.started_at + a.duration_ms * interval '1 ms') AT TIME ZONE 'Europe/Berlin')::date AS day
         FROM attempt a JOIN log l ON l.id = a.delivery_id
         WHERE NOT l.is_test AND a.url IS NOT NULL AND NOT a.superseded GROUP BY 1, 2, 5
       ), recount AS (
         SELECT endpoint_id, event_type, day, coalesce(delivered, 0) AS delivered, coalesce(failed, 0) AS failed,
           coalesce(cancelled, 0) AS cancelled, coalesce(recovered, 0) AS recovered, coalesce(first, 0) AS first,
           coalesce(attempts, 0) AS attempts, coalesce(succeeded, 0) AS succeeded
         FROM deliveries FULL JOIN attempts USING (endpoint_id, event_type, day)
       ), kept AS (
         SELECT endpoint_id, event_type, day, delivered, failed, cancelled, recovered, first_attempt_success, attempts, attempts_succeeded
         FROM stat_day
       )
       (SELECT 'kept', * FROM kept EXCEPT SELECT 'kept', * FROM recount)
       UNION ALL (SELECT 'recount', * FROM recount EXCEPT SELECT 'recount', * FROM kept)`,
    )
    expect(faults).toEqual([])
    expect(await count('stat_day')).toBeGreaterThan(300)
    expect(
      await count('stat_day s WHERE attempts <> (SELECT coalesce(sum(n), 0) FROM unnest(s.histogram) AS n)'),
    ).toBe(0)
  })

  it('has hourly statistics and errors that a recount confirms', async () => {
    const hours = await rows(
      `WITH recount AS (
         SELECT endpoint_id, date_trunc('hour', finished_at, 'UTC') AS hour, count(*) FILTER (WHERE first_status = 'delivered') AS delivered,
           count(*) FILTER (WHERE first_status = 'failed') AS failed, count(*) FILTER (WHERE first_status = 'cancelled') AS cancelled
         FROM finished_delivery WHERE NOT is_test GROUP BY 1, 2
       ), kept AS (SELECT endpoint_id, hour, delivered, failed, cancelled FROM stat_hour)
       (SELECT 'kept', * FROM kept EXCEPT SELECT 'kept', * FROM recount)
       UNION ALL (SELECT 'recount', * FROM recount EXCEPT SELECT 'recount', * FROM kept)`,
    )
    expect(hours).toEqual([])
    const errors = await rows(
      `SELECT (SELECT sum(count)::int FROM stat_error) AS kept,
         (SELECT count(*)::int FROM finished_delivery WHERE first_status = 'failed' AND NOT is_test) AS recount`,
    )
    expect(errors[0]?.kept).toBe(errors[0]?.recount)
  })

  it('keeps attempts as real ones are kept, with signatures that verify', async () => {
    const attempts = await rows(
      `SELECT a.*, v.id AS event_id, v.type, v.data, v.occurred_at, v.is_test, l.endpoint_id
       FROM attempt a JOIN (
         SELECT shard, store_id, id, event_id, endpoint_id FROM finished_delivery
         UNION SELECT shard, store_id, id, event_id, endpoint_id FROM pending_delivery
       ) l ON l.id = a.delivery_id JOIN event v ON v.id = l.event_id ORDER BY a.delivery_id, a.number`,
    )
    const configs = await getEndpointConfigs([
      ...new Set(attempts.map((attempt) => String(attempt.endpoint_id))),
    ])
    for (const attempt of attempts.filter((_, index) => index % 25 === 0)) {
      const { event_id: eventId, delivery_id: deliveryId, type, data, occurred_at: occurredAt } = attempt
      const headers: Record<string, string> = JSON.parse(String(attempt.request_headers))
      expect(headers).toMatchObject({
        'webhook-id': toPublicId('evt', String(eventId)),
        'shopbell-delivery': toPublicId('dlv', String(deliveryId)),
        'shopbell-event': type,
        'shopbell-attempt': String(attempt.number),
      })
      const payload = format202509.format({
        publicId: toPublicId('evt', String(eventId)),
        storeId: '',
        type: String(type),
        occurredAt: new Date(String(occurredAt)),
        data: String(data),
        isTest: attempt.is_test === true,
      })
      const secrets = signingSecrets(configs.get(String(attempt.endpoint_id))?.secrets ?? [], new Date(now))
      const timestamp = Math.floor(Number(attempt.started_at) / 1000)
      expect(headers['webhook-timestamp']).toBe(String(timestamp))
      expect(secrets).toHaveLength(1)
      // Standard Webhooks 1.0, by hand.
      const key = Buffer.from(secrets.join(), 'base64')
      const signed = createHmac('sha256', key).update(`${headers['webhook-id']}.${timestamp}.${payload}`)
      expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`)
      expect(attempt.http_status === null).toBe(attempt.response_headers === null)
    }
  })

  it('is not made twice, and follows the app to another port', async () => {
    const before = await digest()
    const moves = lines.length
    await ensureDemoStore(settings(3055))
    expect(await digest()).toEqual(before)
    expect(lines.slice(moves)).toEqual([])
    await pool().query(`UPDATE endpoint SET url = 'https://example.com/mine' WHERE name = 'Stock alerts'`)
    await ensureDemoStore(settings(4000))
    expect(lines.slice(moves)).toEqual(['pointed 5 demo endpoints to port 4000'])
    const urls = await rows(
      `SELECT name, url FROM endpoint WHERE url !~ '^http://localhost:4000/api/demo/receiver/'`,
    )
    expect(urls).toEqual([{ name: 'Stock alerts', url: 'https://example.com/mine' }])
  })

  it('says what to do about a damaged file of sign-ins', async () => {
    const { demoCredentials } = await import('./demo-users')
    const path = join(folder, 'demo-credentials.json')
    await writeFile(path, '[{"role":')
    await expect(demoCredentials(folder)).rejects.toThrow(`${path} is damaged. Remove it, and start again.`)
  })
})

function byRole(one: Row, other: Row): number {
  return String(one.role) < String(other.role) ? -1 : 1
}
