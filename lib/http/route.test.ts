import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { jsonAnswer } from './answer'
import { type ApiRequest, route } from './route'

const things = route('/things/{id}', {
  GET: async ({ requestId, params, answerHeaders }) => {
    answerHeaders['x-more'] = 'yes'
    return jsonAnswer(200, params, requestId)
  },
  DELETE: async ({ answerHeaders }) => {
    answerHeaders['x-more'] = 'yes'
    throw new AppError('not_found')
  },
})

function ask(method: string) {
  const request: ApiRequest = {
    method,
    url: 'http://localhost/api/things/a%20b',
    headers: new Headers(),
    body: null,
  }
  return things.answer(request)
}

describe('route', () => {
  it('answers HEAD where GET is', async () => {
    expect(await ask('GET')).toMatchObject({ status: 200, body: '{"id":"a b"}' })
    expect(await ask('HEAD')).toMatchObject({ status: 200 })
  })

  it('says which methods it takes', async () => {
    const answer = await ask('OPTIONS')
    expect(answer).toMatchObject({
      status: 204,
      body: null,
      headers: { allow: 'GET, HEAD, DELETE, OPTIONS' },
    })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['POST', 'PUT', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    const answer = await ask(method)
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, DELETE, OPTIONS' } })
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 405, code: 'method_not_allowed' })
  })

  it('gives an answer the headers that its call asked for, a refusal too', async () => {
    for (const method of ['GET', 'DELETE']) expect((await ask(method)).headers['x-more']).toBe('yes')
    expect((await ask('POST')).headers).not.toHaveProperty('x-more')
  })
})
