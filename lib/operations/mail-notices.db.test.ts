import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool, prisma } from '@/lib/db/client'
import { addNotice } from '@/lib/db/notices'
import { addUser } from '@/lib/db/users'
import { newId } from '@/lib/ids'
import type { Role } from '@/lib/permissions'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/smtp-receiver'
import type { NoticeKind } from '@/lib/webhooks/endpoint-health'
import type { StoreContext } from './context'
import { mailNotices } from './mail-notices'
import { getNewNoticeCount, getNoticePage, markNoticesSeen } from './notices'

cloneTestDatabase()

type Store = Awaited<ReturnType<typeof makeStore>>

let port: number
let server: SmtpReceiver
let store: Store
let endpointId: string

beforeAll(async () => {
  // The settings are read once: all servers of this file have one port, as a server that is down and comes up has.
  const first = await startSmtpReceiver()
  port = Number(new URL(first.url).port)
  await first.close()
  process.env.SMTP_URL = first.url
})

beforeEach(async () => {
  await hotPool().query('DELETE FROM notice')
  store = await makeStore()
  endpointId = await makeEndpoint(store.id, { url: 'https://erp.example/hooks' })
  server = await startSmtpReceiver({ port })
})

afterEach(() => server.close())

const details = {
  name: 'ERP <orders>',
  url: 'https://erp.example/hooks',
  failingSince: '2026-11-18T13:02:00.000Z',
  disablesAt: '2026-11-23T13:02:00.000Z',
  failure: { error: 'http_error', httpStatus: 503 },
} as const

const tell = (kind: NoticeKind = 'failing_50') =>
  addNotice(prisma(), { storeId: store.id, endpointId, kind, details })

async function addPerson(name: string, role: Role): Promise<string> {
  const email = `${name}.${newId().slice(-8)}@example.com`
  const { id } = await addUser({ storeId: store.id, email, name, passwordHash: 'x', role })
  return id
}

/** Lets what was postponed be tried now. */
const passTime = () => hotPool().query(`UPDATE notice SET mail_leased_until = now() WHERE mailed_at IS NULL`)

async function stateOf(): Promise<{ isMailed: boolean; tries: number; waits: boolean }[]> {
  const { rows } = await pool().query(
    `SELECT mailed_at IS NOT NULL AS "isMailed", mail_attempts AS tries, coalesce(mail_leased_until > now(), false) AS waits
     FROM notice WHERE store_id = $1 ORDER BY id`,
    [store.id],
  )
  return rows
}

const namesOf = (mails: SmtpReceiver['mails']) => mails.map(({ to }) => to.join().split('.')[0]).sort()

describe('mailNotices', () => {
  it('writes to each operator and admin of the store, nobody else, once', async () => {
    await addPerson('olga', 'operator')
    await addPerson('sven', 'support')
    await addPerson('anna', 'admin')
    const other = await makeStore()
    await addUser({
      storeId: other.id,
      email: 'x@other.example',
      name: 'X',
      passwordHash: 'x',
      role: 'admin',
    })
    await tell()
    expect(await mailNotices()).toBe(2)
    expect(await mailNotices()).toBe(0)
    expect(namesOf(server.mails)).toEqual(['anna', 'olga'])
    const [mail] = server.mails
    expect(mail?.to).toHaveLength(1)
    expect(mail?.email.subject).toBe('Webhook endpoint “ERP <orders>” keeps failing (Test store)')
    expect(mail?.email.html).toContain('ERP &lt;orders&gt;')
    expect(mail?.email.text).toContain('Failing since: Wed 18 Nov 2026, 14:02 (Europe/Berlin)')
    expect(new Set(server.mails.map(({ email }) => email.messageId)).size).toBe(2)
    expect(mail?.email.messageId).toMatch(/^<notice\./)
    expect(await stateOf()).toEqual([{ isMailed: true, tries: 1, waits: false }])
  })

  it('writes each message once when many processes mail', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => addPerson(name, 'admin')))
    for (const kind of ['failing_50', 'failing_90', 'disabled_failing', 'recovered'] as const)
      await tell(kind)
    const counts = await Promise.all([mailNotices(), mailNotices(), mailNotices(), mailNotices()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12)
    expect(new Set(server.mails.map(({ email }) => email.messageId)).size).toBe(12)
    expect(server.mails).toHaveLength(12)
  })

  it('waits while the server is down, and writes once it is up', async () => {
    await addPerson('olga', 'operator')
    await tell()
    await tell('failing_90')
    await server.close()
    expect(await mailNotices()).toBe(0)
    // The other one was not even tried.
    expect(await stateOf()).toEqual([
      { isMailed: false, tries: 1, waits: true },
      { isMailed: false, tries: 0, waits: false },
    ])
    server = await startSmtpReceiver({ port })
    expect(await mailNotices()).toBe(1)
    await passTime()
    expect(await mailNotices()).toBe(1)
    expect(server.mails).toHaveLength(2)
    expect((await stateOf()).every(({ isMailed }) => isMailed)).toBe(true)
  })

  it('after a crash in the middle writes to those alone who have nothing yet', async () => {
    const first = await addPerson('anna', 'admin')
    await addPerson('olga', 'operator')
    await tell()
    // As it is when a process ended after the first message: claimed, one person done.
    await hotPool().query(
      `UPDATE notice SET mail_leased_until = now() + interval '5 minutes', mail_attempts = 1,
         details = jsonb_set(details, '{mailedTo}', to_jsonb(ARRAY[$1::text]))`,
      [first],
    )
    expect(await mailNotices()).toBe(0)
    await passTime()
    expect(await mailNotices()).toBe(1)
    expect(namesOf(server.mails)).toEqual(['olga'])
  })

  it('tries a refusal for now again with growing pauses, one for good three times', async () => {
    await addPerson('olga', 'operator')
    await tell()
    server.refuseWith({ code: 451, text: 'Try again later' })
    for (const tries of [1, 2, 3, 4, 5]) {
      expect(await mailNotices()).toBe(0)
      const { rows } = await pool().query(
        `SELECT mail_attempts AS tries, round(extract(epoch FROM mail_leased_until - now()) / 60)::int AS minutes FROM notice`,
      )
      expect(rows).toEqual([{ tries, minutes: 2 ** (tries - 1) }])
      await passTime()
    }
    server.refuseWith({ code: 550, text: 'No such user' })
    expect(await mailNotices()).toBe(0)
    expect(await stateOf()).toEqual([{ isMailed: true, tries: 6, waits: false }])

    await tell('failing_90')
    for (let tries = 0; tries < 2; tries++) {
      await mailNotices()
      await passTime()
    }
    expect((await stateOf()).at(-1)).toMatchObject({ isMailed: false, tries: 2 })
    server.refuseWith(null)
    expect(await mailNotices()).toBe(1)
  })

  it('leaves what is older than a day to the app, and a store without operators alone', async () => {
    await tell()
    expect(await mailNotices()).toBe(0)
    expect(await stateOf()).toEqual([{ isMailed: true, tries: 1, waits: false }])
    await addPerson('olga', 'operator')
    await hotPool().query(
      `INSERT INTO notice (id, store_id, endpoint_id, kind, details, created_at) VALUES ($1, $2, $3, 'failing_50', $4, $5)`,
      [
        newId(Date.now() - 25 * 3_600_000),
        store.id,
        endpointId,
        details,
        new Date(Date.now() - 25 * 3_600_000),
      ],
    )
    expect(await mailNotices()).toBe(0)
    expect(server.mails).toEqual([])
  })

  it('ends when it is asked to, and goes on later', async () => {
    await addPerson('olga', 'operator')
    await tell()
    expect(await mailNotices(AbortSignal.abort())).toBe(0)
    expect(await mailNotices()).toBe(1)
  })
})

describe('what is new to a person', () => {
  const contextOf = ({ id, shard, timeZone }: Store): StoreContext => ({
    storeId: id,
    storeSlug: 'test',
    shard,
    timeZone,
    actor: 'user:1',
    requestId: null,
  })

  it('is what came after they joined, until they see it; each for themselves', async () => {
    const context = contextOf(store)
    await tell()
    const anna = await addPerson('anna', 'admin')
    const sven = await addPerson('sven', 'support')
    await tell('failing_90')
    await tell('recovered')
    expect(await getNewNoticeCount(context, anna)).toBe(2)
    const { notices, hasOlder } = await getNoticePage(context, anna, null)
    expect(hasOlder).toBe(false)
    expect(notices.map(({ kind, isNew, isDeleted }) => [kind, isNew, isDeleted])).toEqual([
      ['recovered', true, false],
      ['failing_90', true, false],
      ['failing_50', false, false],
    ])
    const newest = notices[0]?.id ?? ''
    await tell('disabled_failing')
    await markNoticesSeen(context, anna, newest)
    expect(await getNewNoticeCount(context, anna)).toBe(1)
    expect(await getNewNoticeCount(context, sven)).toBe(3)
    // An older page that is seen later takes nothing back.
    await markNoticesSeen(context, anna, notices.at(-1)?.id ?? '')
    expect(await getNewNoticeCount(context, anna)).toBe(1)
  })

  it('never holds another store’s, and nobody marks it there', async () => {
    const anna = await addPerson('anna', 'admin')
    await tell()
    const stranger = contextOf(await makeStore())
    const { notices } = await getNoticePage(contextOf(store), anna, null)
    expect(await getNoticePage(stranger, anna, null)).toMatchObject({ notices: [], hasOlder: false })
    expect(await getNewNoticeCount(stranger, anna)).toBe(0)
    await markNoticesSeen(stranger, anna, notices[0]?.id ?? '')
    expect(await getNewNoticeCount(contextOf(store), anna)).toBe(1)
  })

  it('comes in pages', async () => {
    const anna = await addPerson('anna', 'admin')
    for (let count = 0; count < 30; count++) await tell()
    const first = await getNoticePage(contextOf(store), anna, null)
    const second = await getNoticePage(contextOf(store), anna, first.notices.at(-1)?.id ?? null)
    expect([first.notices.length, first.hasOlder, second.notices.length, second.hasOlder]).toEqual([
      25,
      true,
      5,
      false,
    ])
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(30)
  })
})
