import { createHash, createHmac, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Sender } from '@/lib/delivery/sender'
import { fromPublicId, idTime, toPublicId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent } from '@/lib/testing/factories'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { findObjectRefs } from '@/lib/webhooks/event-data'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { hotPool, pool, prisma } from './client'
import { readSecret } from './endpoint-secrets'
import { writeEventTypeNames } from './event-type-names'
import { getEvent } from './events'
import { ingestEvents } from './ingest-events'

cloneTestDatabase()

type Store = Awaited<ReturnType<typeof makeStore>> & { slug: string }
let store: Store
let lastShard = 500

beforeEach(async () => {
  const made = await makeStore(++lastShard)
  store = { ...made, slug: `store-${made.id.slice(-12)}` }
})

async function emit(db: Pick<pg.Pool, 'query'>, data: string, key: string | null = null): Promise<string> {
  const { rows } = await db.query<{ id: string }>('SELECT shopbell_emit($1, $2, $3, $4) AS id', [
    store.slug,
    'order.created',
    data,
    key,
  ])
  return rows[0]?.id ?? ''
}

const countEvents = async () =>
  (
    await pool().query<{ count: number }>('SELECT count(*)::int AS count FROM event WHERE store_id = $1', [
      store.id,
    ])
  ).rows[0]?.count

/** What a transaction of the store does, in one of its own connections. */
async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>, end = 'COMMIT'): Promise<T> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    const answer = await work(client)
    await client.query(end)
    return answer
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

const uuidOf = (publicId: string) => fromPublicId('evt', publicId) ?? ''

describe('shopbell_emit', () => {
  let receiver: Receiver
  let sender: Sender | undefined

  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await sender?.stop()
    sender = undefined
    await receiver.close()
  })

  function startSender(): void {
    sender = new Sender({
      retryPolicies: { standard: [20], short: [20], none: [] },
      random: () => 0.5,
      concurrency: 16,
      listShards: async () => [store.shard],
      onGone: async () => {},
    })
    sender.start()
  }

  it('sends what a transaction emitted once it commits, in its normal form and signed', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    const key = (await readSecret(store.id, endpointId))?.secret ?? ''
    const raw = String.raw`{ "object" : {"b":1.50, "10":"\u00e9\uD83D\uDE00", "a":1e2, "9":-0.0, "b":0.1, "c":"\/"} }`
    startSender()
    const id = await inTransaction(async (client) => {
      const emitted = await emit(client, raw)
      expect(await countEvents()).toBe(0)
      return emitted
    })
    const [request] = await receiver.waitFor(1)
    const body = request?.rawBody.toString() ?? ''
    expect(JSON.stringify(JSON.parse(body))).toBe(body)
    expect(body).toContain('"data":{"object":{"9":0,"10":"é😀","b":0.1,"a":100,"c":"/"}}}')
    expect(JSON.parse(body)).toMatchObject({ id, type: 'order.created' })
    expect(request?.headers['webhook-id']).toBe(id)
    expect(request?.headers['shopbell-signature']).toBe(createHmac('sha256', key).update(body).digest('hex'))
    const event = await getEvent(pool(), { ...store, storeId: store.id }, uuidOf(id))
    expect(event?.data).toBe('{"object":{"9":0,"10":"é😀","b":0.1,"a":100,"c":"/"}}')
    expect(Math.abs((event?.createdAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  it('sends the same bytes again on a retry', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    receiver.setBehaviour((_, response) => void response.writeHead(500).end())
    await emit(pool(), '{"object": {"z": 1, "a": 2.0}}')
    startSender()
    const [first, second] = await receiver.waitFor(2)
    expect(second?.rawBody).toEqual(first?.rawBody)
    expect(first?.rawBody.toString()).toContain('{"object":{"z":1,"a":2}}')
  })

  it('leaves nothing of a transaction that is rolled back, also in part', async () => {
    await makeEndpoint(store.id)
    await inTransaction((client) => emit(client, '{"object":{"id":1}}', 'key'), 'ROLLBACK')
    expect(await countEvents()).toBe(0)
    await inTransaction(async (client) => {
      await client.query('SAVEPOINT before')
      await emit(client, '{"object":{"id":1}}', 'key')
      await client.query('ROLLBACK TO SAVEPOINT before')
    })
    const { rows } = await pool().query(
      `SELECT (SELECT count(*) FROM event WHERE store_id = $1)::int AS events,
        (SELECT count(*) FROM pending_delivery WHERE store_id = $1)::int AS deliveries,
        (SELECT count(*) FROM object_ref WHERE store_id = $1)::int AS refs,
        (SELECT count(*) FROM idempotency_key WHERE store_id = $1)::int AS keys`,
      [store.id],
    )
    expect(rows).toEqual([{ events: 0, deliveries: 0, refs: 0, keys: 0 }])
  })

  it('fans out by type and filter, free for any sender', async () => {
    const [passing, filtering, other, disabled] = await Promise.all([
      makeEndpoint(store.id),
      makeEndpoint(store.id),
      makeEndpoint(store.id, { eventTypes: ['order.paid'] }),
      makeEndpoint(store.id),
    ])
    await pool().query('UPDATE endpoint SET filter = $2 WHERE id = ANY ($1)', [
      [passing, filtering],
      { match: 'all', conditions: [{ path: 'total', operator: 'less_than', value: 10 }] },
    ])
    await pool().query(
      `UPDATE endpoint SET filter = jsonb_set(filter, '{conditions,0,value}', '5') WHERE id = $1`,
      [filtering],
    )
    await pool().query('UPDATE endpoint SET disabled_at = now() WHERE id = $1', [disabled])
    const id = uuidOf(await emit(pool(), '{"object":{"id":7,"total":9.9}}'))
    const { rows } = await pool().query(
      'SELECT endpoint_id, event_id, leased_until, claims, is_test FROM pending_delivery WHERE store_id = $1',
      [store.id],
    )
    expect(rows).toEqual([
      { endpoint_id: passing, event_id: id, leased_until: null, claims: 0, is_test: false },
    ])
    expect(other).not.toBe(passing)
    const broken = await findBrokenInvariants(pool())
    expect(broken.filter((text) => text.includes(id))).toEqual([])
  })

  it('takes text, json and jsonb, the store’s id for its slug, and arguments by name', async () => {
    for (const call of [
      `shopbell_emit($1, 'order.created', '{"object":{"id":1}}')`,
      `shopbell_emit($1, 'order.created', '{"object":{"id":1}}'::text)`,
      `shopbell_emit($1, 'order.created', jsonb_build_object('object', jsonb_build_object('id', 1)))`,
      `shopbell_emit($1, 'order.created', json_build_object('object', json_build_object('id', 1)), 'k1')`,
      `shopbell_emit(data => '{"object":{"id":1}}'::jsonb, type => 'order.created', store => $1, idempotency_key => 'k2')`,
    ]) {
      for (const name of [store.slug, store.id, store.id.toUpperCase()]) {
        const { rows } = await pool().query<{ id: string }>(`SELECT ${call} AS id`, [name])
        const event = await getEvent(pool(), { ...store, storeId: store.id }, uuidOf(rows[0]?.id ?? ''))
        expect(event, call).toMatchObject({
          data: '{"object":{"id":1}}',
          type: 'order.created',
          isTest: false,
        })
      }
    }
    // Each of the two keys stored one event for its three calls.
    expect(await countEvents()).toBe(11)
  })

  it('makes ids by the clock that sort, as the API shows them', async () => {
    const ids = await inTransaction(async (client) => {
      const made: string[] = []
      for (let index = 0; index < 20; index++) made.push(await emit(client, '{"object":{}}'))
      return made
    })
    expect([...ids].sort()).toEqual(ids)
    for (const id of ids) {
      expect(uuidOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    const given = [
      randomUUID(),
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ]
    const { rows } = await pool().query<{ id: string; at: Date; made: string }>(
      `SELECT public_id('evt', id) AS id, '2031-02-03T04:05:06.789Z'::timestamptz AS at,
        uuid_at('2031-02-03T04:05:06.789Z') AS made FROM unnest($1::uuid[]) AS id`,
      [given],
    )
    expect(rows.map((row) => row.id)).toEqual(given.map((id) => toPublicId('evt', id)))
    for (const { at, made } of rows) expect(idTime(made)).toEqual(at)
  })

  it('from two transactions at once stores both', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    const ids = await inTransaction(async (first) => {
      const one = await emit(first, '{"object":{"id":1}}')
      const two = await inTransaction((second) => emit(second, '{"object":{"id":2}}'))
      expect(await countEvents()).toBe(1)
      return [one, two]
    })
    startSender()
    const requests = await receiver.waitFor(2)
    expect(new Set(requests.map((request) => request.headers['webhook-id']))).toEqual(new Set(ids))
  })

  it('stores an event once for its idempotency key, also where two transactions race', async () => {
    const first = await emit(pool(), '{"object":{"id":1,"a":2}}', 'once')
    expect(await emit(pool(), '{"object": {"a": 2, "id": 1}}', 'once')).toBe(first)
    await expect(emit(pool(), '{"object":{"id":2}}', 'once')).rejects.toMatchObject({ code: 'SB007' })
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => inTransaction((client) => emit(client, '{"object":{"id":3}}', 'race'))),
    )
    expect(new Set(racing).size).toBe(1)
    expect(await countEvents()).toBe(2)
    const fingerprint = createHash('sha256').update('x').digest()
    const { conflicts } = await ingestEvents(hotPool(), store.shard, [
      testEvent(store.id, { key: 'once', fingerprint }),
    ])
    expect(conflicts).toHaveLength(1)
  })

  it('makes a missing partition itself, and keeps the caller’s settings', async () => {
    const { rows } = await pool().query<{ name: string }>(
      `SELECT 'event_p' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD') AS name`,
    )
    const settings = await inTransaction(async (client) => {
      await client.query(`DROP TABLE ${rows[0]?.name}`)
      await client.query(`SET LOCAL lock_timeout = '7s'`)
      await client.query('SET LOCAL extra_float_digits = -10')
      await emit(client, '{"object":{"total":0.30000000000000004}}')
      const shown = await client.query(
        `SELECT current_setting('lock_timeout') AS lock, current_setting('extra_float_digits') AS digits,
          current_setting('enable_seqscan') AS seqscan`,
      )
      return shown.rows
    }, 'ROLLBACK')
    expect(settings).toEqual([{ lock: '7s', digits: '-10', seqscan: 'on' }])
  })

  it('works in a serializable transaction', async () => {
    await inTransaction(async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE')
      await emit(client, '{"object":{}}', 'key')
    })
    expect(await countEvents()).toBe(1)
  })

  it('works from Prisma, in its transaction', async () => {
    const data = { object: { id: 5, total: 0.1 } }
    await prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SELECT shopbell_emit(${store.slug}, 'order.created', ${JSON.stringify(data)})`
      const [row] = await tx.$queryRaw<{ id: string }[]>`
        SELECT shopbell_emit(${store.slug}, 'order.created', ${data}::jsonb, ${'key'}) AS id`
      expect(row?.id).toMatch(/^evt_/)
    })
    expect(await countEvents()).toBe(2)
    await expect(
      prisma().$transaction(async (tx) => {
        await tx.$executeRaw`SELECT shopbell_emit(${store.slug}, 'order.created', ${data}::jsonb)`
        throw new Error('the order failed')
      }),
    ).rejects.toThrow('the order failed')
    expect(await countEvents()).toBe(2)
  })
})

describe('shopbell_emit refuses', () => {
  const object = (inner: string) => `{"object":{"a":${inner}}}`

  it.each<[string, string, string, string]>([
    ['text that is no JSON', '{"object":', 'SB003', 'is not JSON'],
    ['nothing', '', 'SB003', 'is not JSON'],
    ['a bare object', '{"id":1}', 'SB003', 'an object with an object in "object"'],
    ['a list for the object', '{"object":[]}', 'SB003', 'an object with an object in "object"'],
    ['null for the object', '{"object":null}', 'SB003', 'an object with an object in "object"'],
    ['a list', '[]', 'SB003', 'an object with an object in "object"'],
    ['NUL', object(String.raw`"a\u0000b"`), 'SB003', 'is not JSON that can be stored'],
    ['NUL in a key', String.raw`{"object":{"\u0000":1}}`, 'SB003', 'is not JSON that can be stored'],
    ['half a character', object(String.raw`"\ud83d"`), 'SB003', 'is not JSON that can be stored'],
    ['the other half', object(String.raw`"\ude00"`), 'SB003', 'is not JSON that can be stored'],
    ['more than 256 KiB', object(`"${'ä'.repeat(131_072)}"`), 'SB004', '262163 bytes'],
    ['65 levels', object('['.repeat(63) + ']'.repeat(63)), 'SB005', 'nested too deep'],
    ['100,000 levels', object('['.repeat(100_000)), 'SB005', 'nested too deep'],
    ['2^53', object('9007199254740992'), 'SB006', '9007199254740992 would lose digits'],
    ['-2^53', object('-9007199254740992'), 'SB006', 'would lose digits'],
    ['1e400', object('1e400'), 'SB006', 'would lose digits'],
    ['1e300', object('1e300'), 'SB006', 'would lose digits'],
    ['1e200000', object('1e200000'), 'SB006', 'out of range'],
    ['1e-400', object('1e-400'), 'SB006', 'would lose digits'],
    ['3e-324', object('3e-324'), 'SB006', 'would lose digits'],
    ['20 digits', object('0.12345678901234567890'), 'SB006', '0.12345678901234567890 would lose digits'],
    ['18 digits in a list', object('[1,{"b":[100.000000000000000001]}]'), 'SB006', 'would lose digits'],
    ['a number beside the object', '{"object":{},"n":9007199254740993}', 'SB006', 'would lose digits'],
  ])('%s', async (_, data, code, message) => {
    await expect(emit(pool(), data)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\.$/),
    })
    expect(await countEvents()).toBe(0)
  })

  it.each<[string, string]>([
    ['64 levels', object('['.repeat(62) + ']'.repeat(62))],
    ['64 levels, with values at their end', object(`${'['.repeat(62)}1${']'.repeat(62)}`)],
    ['2^53 - 1', object('9007199254740991')],
    ['-(2^53 - 1)', object('-9007199254740991.00')],
    ['0.1', object('0.1')],
    ['money', object('12.10')],
    [
      'all that a double holds',
      object('[0.30000000000000004,5e-324,2.2250738585072014e-308,-0,1E3,123456.789e-3]'),
    ],
    ['large numbers as text', object('"123456789012345678901234567890"')],
    ['256 KiB', object(`"${'x'.repeat(262_144 - 19)}"`)],
    ['an escaped backslash before u0000', object(String.raw`"\\u0000"`)],
    ['more beside the object', '{"object":{},"previous":{"status":"new"}}'],
    ['__proto__', '{"object":{"__proto__":{"a":1}}}'],
  ])('not: %s', async (_, data) => {
    const id = await emit(pool(), data)
    const event = await getEvent(pool(), { ...store, storeId: store.id }, uuidOf(id))
    expect(event?.data).toBe(JSON.stringify(JSON.parse(data)))
  })

  it.each<[string, string, string]>([
    ['an unknown store', `'nobody', 'order.paid', '{"object":{}}'`, 'SB001'],
    ['an unknown id', `'${randomUUID()}', 'order.paid', '{"object":{}}'`, 'SB001'],
    ['no store', `NULL, 'order.paid', '{"object":{}}'`, 'SB001'],
    ['an unknown type', `STORE, 'order.eaten', '{"object":{}}'`, 'SB002'],
    ['a dashed name', `STORE, 'order-created', '{"object":{}}'`, 'SB002'],
    ['no type', `STORE, NULL, '{"object":{}}'`, 'SB002'],
    ['no data', `STORE, 'order.paid', NULL::text`, 'SB003'],
    ['no jsonb', `STORE, 'order.paid', NULL::jsonb`, 'SB003'],
    ['an empty key', `STORE, 'order.paid', '{"object":{}}', ''`, '22023'],
    ['a key of 201 characters', `STORE, 'order.paid', '{"object":{}}', repeat('k', 201)`, '22023'],
  ])('%s', async (_, call, code) => {
    const sql = `SELECT shopbell_emit(${call.replace('STORE', `'${store.slug}'`)})`
    await expect(pool().query(sql)).rejects.toMatchObject({ code })
    expect(await countEvents()).toBe(0)
  })
})

describe('a role', () => {
  const role = `shop_${randomUUID().replaceAll('-', '')}`

  afterEach(async () => {
    await pool().query(`DROP OWNED BY ${role}`)
    await pool().query(`DROP ROLE ${role}`)
  })

  it('that may do nothing else may emit once it is allowed to, whatever its search path', async () => {
    await pool().query(`CREATE ROLE ${role}`)
    const asRole = (sql: string) =>
      inTransaction(async (client) => {
        await client.query(`SET LOCAL ROLE ${role}`)
        await client.query(`CREATE TEMPORARY TABLE store (id uuid, slug text, shard smallint) ON COMMIT DROP`)
        await client.query(`SET LOCAL search_path = pg_temp`)
        await client.query(`SET LOCAL standard_conforming_strings = off`)
        return (await client.query(sql)).rows
      })
    const types = ['text', 'json', 'jsonb']
    const call = (type: string) =>
      `SELECT public.shopbell_emit('${store.slug}', 'order.created', '{"object":{"id":"ä"}}'::${type})`
    for (const type of types) await expect(asRole(call(type))).rejects.toMatchObject({ code: '42501' })
    await pool().query(
      `GRANT EXECUTE ON FUNCTION shopbell_emit(text, text, text, text), shopbell_emit(text, text, json, text),
        shopbell_emit(text, text, jsonb, text) TO ${role}`,
    )
    for (const type of types) expect(await asRole(call(type))).toHaveLength(1)
    expect(await countEvents()).toBe(3)
    for (const sql of [
      'SELECT * FROM public.event',
      'SELECT * FROM public.endpoint_secret',
      'SELECT * FROM public.event_type_name',
      'DELETE FROM public.pending_delivery',
    ]) {
      await expect(asRole(sql)).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('object_refs', () => {
  const nasty: [string, string][] = [
    ['order.paid', '{"id":"ORD-7","customer_id":5,"customer":{"id":7,"email":"Ann@Example.com"}}'],
    [
      'order.paid',
      '{"b_id":1,"10":{"id":2},"a_id":3,"9":{"id":4},"010":{"id":5},"4294967295":{"id":6},"4294967294":{"id":7}}',
    ],
    ['order.paid', '{"a_id":1,"b_id":2,"a_id":3}'],
    ['order.paid', '{"customer":{"id":1},"customer":{"id":2},"id":3}'],
    ['order.paid', '{"items":[{"id":1},[{"id":2}],{"product_id":3}],"a":{"b":{"c":{"id":1,"d":{"id":2}}}}}'],
    ['order.paid', '{"a":[[[{"id":1}]],[{"id":2}]],"b":[[{"id":3}]]}'],
    [
      'order.paid',
      '{"id":1.50,"a_id":1e2,"b_id":-0,"c_id":1e-7,"d_id":0.000001,"e_id":1.5e-10,"f_id":5e-324,"g_id":123456789.125}',
    ],
    [
      'order.paid',
      '{"id":9007199254740991,"a_id":1E15,"b_id":0.30000000000000004,"c_id":-12.0,"d_id":0.00001234}',
    ],
    [
      'order.paid',
      '{"id":null,"a_id":true,"b_id":"","c_id":{},"d_id":[],"_id":4,"ID":5,"identity":6,"email":{"email":"x"}}',
    ],
    [
      'order.paid',
      '{"email":"ÄÖ@ΑΣ.İ","work_email":"ẞ@Ǆ.K","_email":"a","email_id":"b","emails":"c","ΑΣ_id":"ΑΣ"}',
    ],
    [
      'order.paid',
      `{"id":"${'X'.repeat(128)}","a_id":"${'x'.repeat(129)}","b_id":"${'🎉'.repeat(64)}","c_id":"${'🎉'.repeat(65)}"}`,
    ],
    [
      'order.paid',
      `{"${'k'.repeat(64)}_id":1,"${'k'.repeat(65)}_id":2,"${'🎉'.repeat(32)}_id":3,"${'🎉'.repeat(33)}_id":4}`,
    ],
    [
      'order.paid',
      `{"id":1,"lines":[${Array.from({ length: 50 }, (_, index) => `{"product_id":${index % 15},"variant_id":${index}}`).join()}]}`,
    ],
    ['order.paid', `{${Array.from({ length: 40 }, (_, index) => `"a${index}_id":${index}`).join()},"id":1}`],
    [
      'order.paid',
      String.raw`{"\u0069d":"\u0041","a\"b_id":"\"\\","__proto__":{"id":8},"constructor":{"id":9}}`,
    ],
    ['order', '{"id":1,"":{"id":2}}'],
    ['order.paid', '{}'],
  ]

  it('finds what findObjectRefs finds, in the same order', async () => {
    const cases = [
      ...nasty,
      ...eventTypes.map((type): [string, string] => [type.name, JSON.stringify(type.sample)]),
    ]
    const { rows } = await pool().query<{ refs: { kind: string; value: string }[] }>(
      `SELECT coalesce((SELECT json_agg(json_build_object('kind', kind, 'value', value))
         FROM object_refs(i.type, i.object::json)), '[]') AS refs
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS i(type, object, position) ORDER BY i.position`,
      [cases.map(([type]) => type), cases.map(([, object]) => object)],
    )
    cases.forEach(([type, object], index) => {
      expect(rows[index]?.refs, object).toEqual(findObjectRefs(type, JSON.parse(object)))
    })
  })

  it('are stored with an event, for the search', async () => {
    const id = uuidOf(await emit(pool(), '{"object":{"id":"ORD-1","customer":{"email":"Ann@Example.com"}}}'))
    const { rows } = await pool().query(
      'SELECT kind, value FROM object_ref WHERE shard = $1 AND event_id = $2 ORDER BY kind',
      [store.shard, id],
    )
    expect(rows).toEqual([
      { kind: 'email', value: 'ann@example.com' },
      { kind: 'order', value: 'ord-1' },
    ])
  })
})

describe('writeEventTypeNames', () => {
  it('adds what is missing and takes away what is gone', async () => {
    const names = async () =>
      (await pool().query<{ name: string }>('SELECT name FROM event_type_name')).rows
        .map((row) => row.name)
        .sort()
    const all = eventTypes.map((type) => type.name)
    expect(await names()).toEqual([...all].sort())
    await writeEventTypeNames(pool(), ['order.paid', 'order.eaten'])
    expect(await names()).toEqual(['order.eaten', 'order.paid'])
    await Promise.all([1, 2, 3].map(() => writeEventTypeNames(pool(), all)))
    expect(await names()).toEqual([...all].sort())
  })
})
