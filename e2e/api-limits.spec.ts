import { type Answer, Api, problemOf } from './fixtures/api'
import { test as base, expect } from './fixtures/journey'
import { Worker } from './fixtures/worker'

const LIMIT = 5
const METRICS_TOKEN = 'm'.repeat(32)
const METRICS = '/api/metrics'
const POLICY = `"default";q=${LIMIT};w=1`

const test = base.extend<{ worker: Worker }>({
  worker: async ({ shopbell }, use) => {
    const worker = await Worker.start(shopbell, 1)
    try {
      await expect.poll(() => worker.pids.length, { timeout: 30_000 }).toBe(1)
      await use(worker)
    } finally {
      await worker.remove()
    }
  },
})

test.use({ settings: { API_RATE_LIMIT: String(LIMIT), METRICS_TOKEN, RETRY_STANDARD: '1s,1s' } })

/** Asks at once, again and again, until a second had more requests than it may: few machines need a second round. */
async function askTooMuch(api: Api): Promise<Answer[]> {
  for (;;) {
    const answers = await Promise.all(
      Array.from({ length: LIMIT * 8 }, () => api.call('GET', '/2025-09/event_types/order.paid')),
    )
    if (answers.some(({ status }) => status === 429)) return answers
  }
}

test('a token that makes too many requests a second is told so, on both ports', async ({
  shopbell,
  stores,
  worker,
}) => {
  for (const url of [shopbell.url, worker.url]) {
    const api = new Api(url, stores.ownToken)
    const answers = await askTooMuch(api)
    for (const answer of answers) {
      expect(answer.headers.get('ratelimit-policy')).toBe(POLICY)
      expect(answer.headers.get('ratelimit')).toMatch(/^"default";r=[0-4];t=1$/)
      expect([200, 429]).toContain(answer.status)
      if (answer.status === 200) continue
      expect(problemOf(answer)).toMatchObject({ title: 'Too Many Requests', code: 'rate_limited' })
      expect(answer.headers.get('retry-after')).toBe('1')
      expect(answer.headers.get('ratelimit')).toBe('"default";r=0;t=1')
    }
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(LIMIT)

    const other = await new Api(url, stores.otherToken).call('GET', '/2025-09/nothing')
    expect(other.headers.has('ratelimit'), 'what asks for no token').toBe(false)
    await expect
      .poll(async () => (await api.call('GET', `/2025-09/deliveries/dlv_${'0'.repeat(26)}`)).status)
      .toBe(404)
    const refused = await api.call('GET', '/2025-09/events/nonsense')
    expect(refused.headers.get('ratelimit-policy'), 'a refusal says it too').toBe(POLICY)
    const nobody = await api.call('GET', '/2025-09/event_types', { token: null })
    expect([nobody.status, nobody.headers.has('ratelimit')]).toEqual([401, false])
  }
})

test('the metrics are for who knows their token, on both ports', async ({
  openDatabase,
  shopbell,
  startReceiver,
  stores,
  worker,
}) => {
  const urls = [shopbell.url, worker.url]
  const database = await openDatabase()
  for (const url of urls) {
    const client = new Api(url, METRICS_TOKEN)
    for (const token of [null, 'nonsense', `${METRICS_TOKEN}m`, stores.ownToken]) {
      expect(await client.refused(401, 'GET', METRICS, { token })).toMatchObject({ code: 'unauthenticated' })
    }
    await client.refused(405, 'POST', METRICS)
    const answer = await client.call('GET', METRICS)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect((await client.call('HEAD', METRICS)).text).toBe('')
    expect(answer.text, 'no id of anything').not.toMatch(
      /(we|dlv|evt|app)_[0-9a-z]{26}|[0-9a-f]{8}-[0-9a-f]{4}-/,
    )

    const values = readExposition(answer.text)
    const { rows } = await database.query(
      'SELECT count(*)::int AS count FROM endpoint WHERE disabled_at IS NULL AND deleted_at IS NULL',
    )
    expect(values.get('shopbell_endpoints_enabled')).toBe(rows[0]?.count)
    expect(values.get('shopbell_database_up')).toBe(1)
    await expect
      .poll(async () => readExposition((await client.call('GET', METRICS)).text).get('shopbell_senders_live'))
      .toBe(urls.length)
  }

  // Which of the two sends is chance, and the demo store may send too: together they sent at least what is ours.
  const total = async (series: RegExp) => {
    const answers = await Promise.all(urls.map((url) => new Api(url, METRICS_TOKEN).call('GET', METRICS)))
    return answers
      .flatMap(({ text }) => [...readExposition(text)])
      .filter(([name]) => series.test(name))
      .reduce((sum, [, value]) => sum + value, 0)
  }
  const expected: [RegExp, number][] = [
    [/^shopbell_events_accepted_total/, 3],
    [/^shopbell_attempts_total.*outcome="succeeded",error=""/, 4],
    [/^shopbell_attempts_total.*outcome="failed",error="connection_refused"/, 1],
    [/^shopbell_attempt_duration_seconds_count/, 5],
    [/^shopbell_deliveries_recorded_total.*delivered/, 4],
  ]
  const before = await Promise.all(expected.map(([series]) => total(series)))

  const receiver = await startReceiver()
  const closed = await startReceiver()
  await closed.close()
  const api = new Api(shopbell.url, stores.otherToken)
  await inTurn(() => api.createEndpoint({ url: receiver.url }))
  await inTurn(() => api.createEndpoint({ url: closed.url, event_types: ['order.paid'] }))
  await inTurn(() => api.sendEvents('order.shipped', 3))
  await receiver.waitFor(4)
  for (const [index, [series, count]] of expected.entries()) {
    await expect
      .poll(async () => (await total(series)) - (before[index] ?? 0), { message: String(series) })
      .toBeGreaterThanOrEqual(count)
  }
  expect((await total(expected[0]?.[0] ?? /$/)) - (before[0] ?? 0), 'events of nobody else').toBe(3)
  await inTurn(() => api.deleteMade())
})

/** Does what must not be refused, whatever the token did before in this second. */
async function inTurn(work: () => Promise<unknown>): Promise<void> {
  await expect(work).toPass()
}

/** The series of a text in Prometheus' format, which must have no line of another form. */
function readExposition(text: string): Map<string, number> {
  const lines = text.split('\n')
  expect(lines.pop()).toBe('')
  const series = lines.flatMap((line): [string, number][] => {
    if (/^# (HELP|TYPE) [a-z_][a-z0-9_]* /.test(line)) return []
    const [, name = '', value = ''] = /^([a-z_][a-z0-9_]*(?:\{[^{}]*\})?) ([0-9.e+-]+)$/.exec(line) ?? []
    expect(name, line).not.toBe('')
    return [[name, Number(value)]]
  })
  expect(new Set(series.map(([name]) => name)).size).toBe(series.length)
  return new Map(series)
}
