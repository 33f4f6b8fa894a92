import { expect, test } from './fixtures/journey'
import { shapes } from './fixtures/shapes'

const ENDPOINTS = '/2025-09/webhook_endpoints'

test('an endpoint has an ETag, by which it is read and changed', async ({ api, startReceiver }) => {
  const { url } = await startReceiver()
  const body = { name: 'Tagged', api_version: '2025-09', url, event_types: ['order.shipped'] }
  const created = await api.call('POST', ENDPOINTS, { body })
  const { endpoint } = shapes.createdEndpoint.parse(created.json)
  const first = created.headers.get('etag') ?? ''
  expect(first).toMatch(/^"[\w-]+"$/)

  const path = `${ENDPOINTS}/${endpoint.id}`
  const read = (headers: Record<string, string>, method = 'GET') => api.call(method, path, { headers })
  expect((await read({})).headers.get('etag')).toBe(first)
  expect((await read({}, 'HEAD')).headers.get('etag')).toBe(first)
  for (const known of [first, `W/${first}`, `"x", ${first}`, '*']) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await read({ 'if-none-match': known }, method)
      expect([answer.status, answer.text, answer.headers.get('etag')], known).toEqual([304, '', first])
    }
  }
  expect((await read({ 'if-none-match': '"x"' })).status).toBe(200)

  const patch = (name: string, match: string) =>
    api.call('PATCH', path, { body: { name }, headers: { 'if-match': match } })
  const renamed = await patch('Renamed', first)
  const second = renamed.headers.get('etag') ?? ''
  expect([renamed.status, second === first]).toEqual([200, false])
  expect((await read({ 'if-none-match': first })).status).toBe(200)

  for (const stale of [first, `W/${second}`, '"x"', '""']) {
    const answer = await patch('Too late', stale)
    expect(shapes.problem.parse(answer.json), stale).toMatchObject({
      status: 412,
      title: 'Precondition Failed',
      code: 'precondition_failed',
    })
  }
  for (const malformed of ['x', second.slice(1), `*, ${second}`]) {
    const problem = await api.refused(422, 'PATCH', path, {
      body: { name: 'No' },
      headers: { 'if-match': malformed },
    })
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['if-match'])
  }
  expect((await patch('By star', '*')).status).toBe(200)
  expect((await patch('One of several', `${second}, "x"`)).status).toBe(412)
  expect((await api.expect(200, shapes.endpoint, 'GET', path)).endpoint.name).toBe('By star')

  const { headers } = await read({})
  const current = headers.get('etag') ?? ''
  await api.refused(412, 'POST', `${path}/rotate_secret`, { headers: { 'if-match': first } })
  const rotated = await api.call('POST', `${path}/rotate_secret`, { headers: { 'if-match': current } })
  expect([rotated.status, rotated.headers.get('etag') === current]).toEqual([200, false])
  await api.refused(412, 'DELETE', path, { headers: { 'if-match': current } })
  const last = rotated.headers.get('etag') ?? ''
  expect((await api.call('DELETE', path, { headers: { 'if-match': last } })).status).toBe(204)
  await api.refused(404, 'DELETE', path, { headers: { 'if-match': last } })
})

test('of many changes by one ETag, one is made', async ({ api, startReceiver }) => {
  const { id } = await api.createEndpoint({ url: (await startReceiver()).url })
  const path = `${ENDPOINTS}/${id}`
  const etag = (await api.call('GET', path)).headers.get('etag') ?? ''
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      api.call('PATCH', path, { body: { name: `No. ${number}` }, headers: { 'if-match': etag } }),
    ),
  )
  const made = answers.filter(({ status }) => status === 200)
  expect(made).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19)
  const { endpoint } = shapes.endpoint.parse(made[0]?.json)
  expect((await api.expect(200, shapes.endpoint, 'GET', path)).endpoint).toEqual(endpoint)
})
