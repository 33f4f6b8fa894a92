import { Api, problemOf } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { shapes } from './fixtures/shapes'

const UNKNOWN_TOKEN = `shb_0123456789_${'A'.repeat(43)}`
const ABSENT = '00000000000000000000000000'

test('whatever is wrong with a token, the answer is the same 401', async ({ api }) => {
  const answers = [
    await api.call('GET', '/2025-09/webhook_endpoints', { token: null }),
    await api.call('GET', '/2025-09/webhook_endpoints', { token: 'nonsense' }),
    await api.call('GET', '/2025-09/webhook_endpoints', { token: UNKNOWN_TOKEN }),
    await api.call('GET', '/2025-09/webhook_endpoints', {
      token: null,
      headers: { authorization: 'Basic eDp5' },
    }),
    await api.call('GET', '/2025-09/webhook_endpoints', { token: null, headers: { cookie: 'token=x' } }),
    await api.call('POST', '/2025-09/events', { token: UNKNOWN_TOKEN, text: 'no JSON' }),
  ]
  const bodies = answers.map((answer) => ({ ...problemOf(answer), request_id: '' }))
  for (const body of bodies) expect(body).toEqual(bodies[0])
  expect(bodies[0]).toMatchObject({ status: 401, title: 'Unauthorized', code: 'unauthenticated' })
  for (const answer of answers) expect(answer.headers.get('www-authenticate')).toBe('Bearer')
})

test('a token may do what its scopes say, and no more', async ({ shopbell, startReceiver }) => {
  const token = await shopbell.npmRun(
    'token:create',
    ...['--store', 'journey', '--name', 'reader', '--scopes', 'webhooks:read,deliveries:read'],
  )
  const reader = new Api(shopbell.url, token.trim())
  const receiver = await startReceiver()
  await reader.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  await reader.expect(200, shapes.deliveries, 'GET', '/2025-09/deliveries')

  const endpoint = { name: 'No', api_version: '2025-09', url: receiver.url, event_types: ['order.paid'] }
  const refusals = [
    await reader.refused(403, 'POST', '/2025-09/webhook_endpoints', { body: endpoint }),
    await reader.refused(403, 'DELETE', `/2025-09/webhook_endpoints/we_${ABSENT}`),
    await reader.refused(403, 'POST', '/2025-09/events', { text: 'no JSON' }),
    await reader.refused(403, 'POST', `/2025-09/deliveries/dlv_${ABSENT}/resend`),
    await reader.refused(403, 'GET', `/2025-09/webhook_endpoints/we_${ABSENT}/statistics`),
  ]
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ code: 'insufficient_permissions', detail: 'insufficient permissions' })
  }
})

test('what is another store’s reads as what is nothing', async ({ api, otherApi, startReceiver }) => {
  const receiver = await startReceiver()
  const theirs = await otherApi.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  const [delivery] = await otherApi.listDeliveries({ endpoint_id: theirs.id })
  if (!delivery) throw new Error('There is no delivery.')

  const paths: [string, string, string][] = [
    ['GET', '/2025-09/webhook_endpoints/{id}', theirs.id],
    ['PATCH', '/2025-09/webhook_endpoints/{id}', theirs.id],
    ['DELETE', '/2025-09/webhook_endpoints/{id}', theirs.id],
    ['POST', '/2025-09/webhook_endpoints/{id}/test', theirs.id],
    ['POST', '/2025-09/webhook_endpoints/{id}/rotate_secret', theirs.id],
    ['POST', '/2025-09/webhook_endpoints/{id}/catch_up', theirs.id],
    ['GET', '/2025-09/webhook_endpoints/{id}/statistics', theirs.id],
    ['GET', '/2025-09/deliveries/{id}', delivery.id],
    ['POST', '/2025-09/deliveries/{id}/resend', delivery.id],
    ['GET', '/2025-09/events/{id}', delivery.event_id],
  ]
  for (const [method, path, id] of paths) {
    const call = method === 'PATCH' ? { body: { name: 'Mine now' } } : {}
    const refusal = async (used: string) => {
      const problem = await api.refused(404, method, path.replace('{id}', used), call)
      return { ...problem, request_id: '' }
    }
    const foreign = await refusal(id)
    expect(foreign).toMatchObject({ code: 'not_found' })
    expect(await refusal(id.replace(/_.*/, `_${ABSENT}`)), `${method} ${path}, an absent id`).toEqual(foreign)
    expect(await refusal('nonsense'), `${method} ${path}, no id`).toEqual(foreign)
  }
  await expect(api.listDeliveries({ endpoint_id: theirs.id })).resolves.toEqual([])
  const { endpoint } = await otherApi.expect(
    200,
    shapes.endpoint,
    'GET',
    `/2025-09/webhook_endpoints/${theirs.id}`,
  )
  expect(endpoint).toMatchObject({ name: 'Journey', status: 'enabled' })
  expect(receiver.requests).toHaveLength(1)
})

test('a method that a path does not take is a 405 that names those it takes', async ({ api }) => {
  const paths: [string, string, string][] = [
    ['PUT', '/2025-09/webhook_endpoints', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/2025-09/webhook_endpoints', 'GET, HEAD, POST, OPTIONS'],
    ['POST', `/2025-09/webhook_endpoints/we_${ABSENT}`, 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['GET', `/2025-09/webhook_endpoints/we_${ABSENT}/test`, 'POST, OPTIONS'],
    ['POST', `/2025-09/webhook_endpoints/we_${ABSENT}/statistics`, 'GET, HEAD, OPTIONS'],
    ['DELETE', '/2025-09/events', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/2025-09/deliveries', 'GET, HEAD, OPTIONS'],
    ['PATCH', `/2025-09/deliveries/dlv_${ABSENT}`, 'GET, HEAD, OPTIONS'],
    ['GET', `/2025-09/deliveries/dlv_${ABSENT}/resend`, 'POST, OPTIONS'],
    ['PUT', '/2025-09/event_types', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/2025-09/event_types/order.paid', 'GET, HEAD, PATCH, DELETE, OPTIONS'],
    ['PUT', '/api/health', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/cron/deliveries', 'GET, HEAD, POST, OPTIONS'],
  ]
  for (const [method, path, allowed] of paths) {
    const answer = await api.call(method, path)
    expect(problemOf(answer), `${method} ${path}`).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(answer.headers.get('allow'), `${method} ${path}`).toBe(allowed)
    const options = await api.call('OPTIONS', path, { token: null })
    expect([options.status, options.text, options.headers.get('allow')], path).toEqual([204, '', allowed])
    const head = await api.call('HEAD', path)
    expect(head.text, path).toBe('')
    if (!allowed.includes('HEAD'))
      expect([head.status, head.headers.get('allow')], path).toEqual([405, allowed])
  }
})

test('an unknown path of the API is a 404 in the API’s form, for every method', async ({ api }) => {
  for (const path of [
    '/2025-09/nothing',
    '/2025-09/events/a/b/c',
    '/api/2025-09/nothing',
    '/api/nothing',
    '/api',
  ]) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await api.call(method, path)
      expect(problemOf(answer), `${method} ${path}`).toMatchObject({ status: 404, code: 'not_found' })
    }
  }
})

test('the dated API answers under /api as well, and with a slash at the end', async ({ api }) => {
  for (const path of ['/api/2025-09/event_types', '/2025-09/event_types/', '/api/2025-09/event_types/']) {
    await api.expect(200, shapes.eventTypes, 'GET', path)
  }
})

test('the catalogue says what each event type is', async ({ api }) => {
  const { event_types: types } = await api.expect(200, shapes.eventTypes, 'GET', '/2025-09/event_types')
  expect(types.map((type) => type.name)).toContain('credit_note.created')
  const { event_type: one } = await api.expect(
    200,
    shapes.eventType,
    'GET',
    '/2025-09/event_types/order.shipped',
  )
  expect(one).toEqual(types.find((type) => type.name === 'order.shipped'))
  await api.refused(404, 'GET', '/2025-09/event_types/order.lost')
})

test('health is for anyone, the cron route for who knows its secret', async ({ api, shopbell }) => {
  const health = await api.call('GET', '/api/health', { token: null })
  expect([health.status, health.json]).toEqual([200, { status: 'ok' }])
  const token = await shopbell.cronSecret()
  for (const method of ['POST', 'GET']) {
    expect(await api.refused(401, method, '/api/cron/deliveries', { token: null })).toMatchObject({
      code: 'unauthenticated',
    })
    await api.refused(401, method, '/api/cron/deliveries', { token: `${token}x` })
    await api.refused(401, method, '/api/cron/deliveries')
    await api.expect(200, shapes.drained, method, '/api/cron/deliveries', { token })
  }
  expect(await api.refused(503, 'GET', '/api/metrics'), 'no METRICS_TOKEN is set').toMatchObject({
    code: 'not_configured',
  })
})
