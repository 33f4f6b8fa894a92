import { beforeAll, describe, expect, it, vi } from 'vitest'

const settings = {
  DATABASE_URL: 'postgresql://nowhere/x',
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, byte) => byte)).toString('base64')}`,
}

type Receiver = (request: Request) => Promise<Response>

/** The environment is read once by whoever is loaded; each mode has its own. */
async function load(mode: string): Promise<Receiver> {
  Object.assign(process.env, settings, { SHOPBELL_MODE: mode })
  vi.resetModules()
  const { receiveDemo } = await import('./receiver')
  // It is read with the first request.
  await receiveDemo(post(''))
  return receiveDemo
}

function post(behaviour: string, headers: Record<string, string> = {}): Request {
  const url = `http://localhost:3000/api/demo/receiver/${behaviour}`
  return new Request(url, { method: 'POST', body: '{}', headers })
}

describe('the demo receiver', () => {
  let local: Receiver
  let server: Receiver

  beforeAll(async () => {
    local = await load('local')
    server = await load('server')
  })

  it.each([
    ['ok', 200],
    ['slow', 200],
    ['failing', 500],
    ['gone', 410],
    ['toString', 404],
    ['', 404],
  ])('answers “%s” with %i', async (behaviour, status) => {
    expect((await local(post(behaviour))).status).toBe(status)
  })

  it('is not there on a server', async () => {
    expect((await server(post('ok'))).status).toBe(404)
  })

  describe('flaky', () => {
    let answers: Response[] = []
    const headers = (number: number) => ({ 'webhook-id': `evt_${number}`, 'shopbell-attempt': '1' })

    beforeAll(async () => {
      answers = await Promise.all(
        Array.from({ length: 200 }, (_, number) => local(post('flaky', headers(number)))),
      )
    })

    it('refuses about a quarter, and says when to come back', () => {
      const refused = answers.filter(({ status }) => status === 503)
      expect(refused.length).toBeGreaterThan(25)
      expect(refused.length).toBeLessThan(75)
      expect(refused.every((answer) => Number(answer.headers.get('retry-after')) > 0)).toBe(true)
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(200 - refused.length)
    })

    it('answers an attempt the same each time, and the next one anew', async () => {
      const number = answers.findIndex(({ status }) => status === 503)
      expect((await local(post('flaky', headers(number)))).status).toBe(503)
      const later = await Promise.all(
        Array.from({ length: 20 }, (_, retry) =>
          local(post('flaky', { ...headers(number), 'shopbell-attempt': String(retry + 2) })),
        ),
      )
      expect(later.some(({ status }) => status === 202)).toBe(true)
    })
  })
})
