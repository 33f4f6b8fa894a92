import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { changePassword, getAccount, updateAccount } from './account'
import { signIn } from './sign-in'
import { createUser } from './users'
import { findViewer } from './viewer'

cloneTestDatabase()

const PASSWORD = 'correct horse battery'
const NEW_PASSWORD = 'another long password'

describe('an account', () => {
  let email: string
  let userId: string
  let storeId: string

  const change = (current: string) =>
    changePassword(userId, { current_password: current, new_password: NEW_PASSWORD })
  const endWait = () =>
    pool().query(`UPDATE sign_in_failure SET blocked_until = now() - interval '1 second' WHERE key = $1`, [
      `password:${userId}`,
    ])
  const refusal = (code: string) => ({
    code: 'validation_failed',
    fields: [{ pointer: '/current_password', code }],
  })

  beforeEach(async () => {
    const store = await makeStore()
    storeId = store.id
    email = `ada-${store.id.slice(-12)}@example.com`
    const user = await createUser(storeId, { email, name: 'Ada', password: PASSWORD, role: 'support' })
    userId = user.id
  })

  it('is what its person set, with a role in each store', async () => {
    const other = await makeStore()
    await createUser(other.id, { email, name: 'ignored', password: PASSWORD, role: 'admin' })
    await updateAccount(userId, { name: 'Ada L.', time_zone: 'Asia/Tokyo', theme: 'dark' })
    const account = await getAccount(userId)
    expect(account).toMatchObject({ name: 'Ada L.', email, timeZone: 'Asia/Tokyo', theme: 'dark' })
    expect(account.stores).toHaveLength(2)
    expect(account.stores).toEqual(
      expect.arrayContaining([
        { id: storeId, name: 'Test store', role: 'support' },
        { id: other.id, name: 'Test store', role: 'admin' },
      ]),
    )
    await updateAccount(userId, { time_zone: null })
    expect(await getAccount(userId)).toMatchObject({ name: 'Ada L.', timeZone: null, theme: 'dark' })
  })

  it('is absent for nobody', async () => {
    await expect(getAccount(newId())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gets a new password, with which a session goes on that the old one ended', async () => {
    const session = await signIn(email, PASSWORD, '203.0.113.3')
    if (session.kind !== 'signed_in') throw new Error('it was refused')
    const sessionVersion = await change(PASSWORD)
    expect(await findViewer(session, null)).toBeNull()
    expect(await findViewer({ ...session, sessionVersion }, null)).toMatchObject({ userId })
    expect(await signIn(email, PASSWORD, '203.0.113.3')).toEqual({ kind: 'refused' })
    expect(await signIn(email, NEW_PASSWORD, '203.0.113.3')).toMatchObject({ sessionVersion })
  })

  it('wants the old password for a new one', async () => {
    await expect(change('wrong')).rejects.toMatchObject(refusal('wrong_password'))
    expect(await signIn(email, PASSWORD, '203.0.113.4')).toMatchObject({ kind: 'signed_in' })
  })

  it('takes no password after five wrong ones for a minute, and then does', async () => {
    for (let wrong = 1; wrong <= 5; wrong++) {
      await expect(change(`wrong ${wrong}`)).rejects.toMatchObject(refusal('wrong_password'))
    }
    await expect(change(PASSWORD)).rejects.toMatchObject({
      fields: [{ detail: 'There were too many wrong passwords. Try again in a minute.' }],
    })
    // What was refused without a look counts as nothing: the wait does not grow.
    await expect(change('wrong 6')).rejects.toMatchObject(refusal('too_many_attempts'))
    await endWait()
    await expect(change('wrong 7')).rejects.toMatchObject(refusal('wrong_password'))
    await expect(change(PASSWORD)).rejects.toMatchObject({
      fields: [{ detail: 'There were too many wrong passwords. Try again in 2 minutes.' }],
    })
    await endWait()
    await expect(change(PASSWORD)).resolves.toBeGreaterThan(1)
  })

  it('looks at five of the passwords that are tried side by side', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, number) => change(`wrong ${number}`)),
    )
    const codes = tries.map((tried) => tried.status === 'rejected' && tried.reason.fields[0].code)
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(15)
  })

  it('forgets wrong passwords once the right one came', async () => {
    for (let wrong = 1; wrong <= 4; wrong++) await expect(change(`wrong ${wrong}`)).rejects.toThrow()
    await change(PASSWORD)
    await expect(change('wrong')).rejects.toMatchObject(refusal('wrong_password'))
    await expect(change(NEW_PASSWORD)).resolves.toBeGreaterThan(1)
  })

  it('can change its password while strangers fail to sign in, and the other way round', async () => {
    for (let failure = 1; failure <= 5; failure++) await signIn(email, 'wrong', '198.51.100.9')
    expect(await signIn(email, PASSWORD, '198.51.100.9')).toMatchObject({ kind: 'blocked' })
    await expect(change(PASSWORD)).resolves.toBeGreaterThan(1)
  })
})
