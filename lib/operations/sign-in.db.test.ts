import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { changePassword } from './account'
import { signOut } from './session'
import { signIn } from './sign-in'
import { createUser } from './users'
import { findViewer } from './viewer'

cloneTestDatabase()

const PASSWORD = 'correct horse battery'

describe('signIn', () => {
  let email: string
  let userId: string
  let storeId: string

  beforeEach(async () => {
    const store = await makeStore()
    storeId = store.id
    email = `ada-${store.id.slice(-12)}@example.com`
    const user = await createUser(storeId, { email, name: 'Ada', password: PASSWORD, role: 'support' })
    userId = user.id
  })

  it.each([
    ['as it is', (address: string) => address],
    ['in capitals', (address: string) => address.toUpperCase()],
    ['with spaces', (address: string) => ` ${address} `],
    ['in full-width letters', (address: string) => address.replace('@', '＠')],
  ])('takes the address %s', async (_, spell) => {
    expect(await signIn(spell(email), PASSWORD, '203.0.113.1')).toMatchObject({ kind: 'signed_in', userId })
  })

  it('refuses a wrong password and an unknown address alike', async () => {
    expect(await signIn(email, 'wrong', '203.0.113.2')).toEqual({ kind: 'refused' })
    expect(await signIn('nobody@example.com', PASSWORD, '203.0.113.2')).toEqual({ kind: 'refused' })
  })

  const forgiveAfterTime = (key: string) =>
    pool().query(
      `UPDATE sign_in_failure SET last_at = now() - interval '1 hour', blocked_until = now() - interval '1 second'
       WHERE key = $1`,
      [key],
    )

  it('makes an account wait after five failures from one place, the right password too, and forgets them in time', async () => {
    const here = '198.51.100.9'
    for (let failure = 1; failure <= 5; failure++) {
      expect(await signIn(email, 'wrong', here)).toEqual({ kind: 'refused' })
    }
    expect(await signIn(email, PASSWORD, here)).toMatchObject({ kind: 'blocked' })
    // Its person elsewhere is not kept out by it.
    expect(await signIn(email, PASSWORD, '198.51.100.8')).toMatchObject({ kind: 'signed_in' })
    await forgiveAfterTime(`account:${email}|${here}`)
    expect(await signIn(email, PASSWORD, here)).toMatchObject({ kind: 'signed_in' })
    expect(await signIn(email, 'wrong', here)).toEqual({ kind: 'refused' })
  })

  it('makes an account wait for everybody after fifty failures from anywhere', async () => {
    for (let failure = 1; failure <= 50; failure++) {
      expect(await signIn(email, 'wrong', `198.51.100.${failure}`)).toEqual({ kind: 'refused' })
    }
    expect(await signIn(email, PASSWORD, '198.51.100.99')).toMatchObject({ kind: 'blocked' })
  })

  it('does not hold tries at a blocked account against the others behind a network address', async () => {
    const here = '203.0.113.50'
    for (let failure = 1; failure <= 40; failure++) await signIn('somebody@example.com', 'wrong', here)
    expect(await signIn(email, PASSWORD, here)).toMatchObject({ kind: 'signed_in' })
  })

  it('waits longer each time, an hour at most', async () => {
    await pool().query(`INSERT INTO sign_in_failure (key, count, last_at) VALUES ($1, 60, now())`, [
      `account:${email}`,
    ])
    await signIn(email, 'wrong', '198.51.100.10')
    const blocked = await signIn(email, PASSWORD, '198.51.100.10')
    if (blocked.kind !== 'blocked') throw new Error('it is not blocked')
    const minutes = (blocked.until.getTime() - Date.now()) / 60_000
    expect(Math.round(minutes)).toBe(60)
  })

  it('makes a network address wait after thirty failures', async () => {
    for (let failure = 1; failure <= 30; failure++) {
      await signIn(`somebody-${failure}@example.com`, 'wrong', '203.0.113.77')
    }
    expect(await signIn(email, PASSWORD, '203.0.113.77')).toMatchObject({ kind: 'blocked' })
    expect(await signIn(email, PASSWORD, '203.0.113.78')).toMatchObject({ kind: 'signed_in' })
  })

  it('looks at no more guesses where they come side by side', async () => {
    const guesses = Array.from({ length: 20 }, () => signIn(email, 'wrong', '198.51.100.100'))
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'blocked')).toHaveLength(15)
  })

  it('does not count those who sign in against others behind their network address', async () => {
    for (let person = 1; person <= 31; person++) {
      expect(await signIn(email, PASSWORD, '203.0.113.99')).toMatchObject({ kind: 'signed_in' })
    }
  })

  it('gives a session that a changed password ends', async () => {
    const session = await signIn(email, PASSWORD, '203.0.113.3')
    if (session.kind !== 'signed_in') throw new Error('it was refused')
    expect(await findViewer(session, null)).toMatchObject({ userId, role: 'support', store: { id: storeId } })
    await changePassword(userId, { current_password: PASSWORD, new_password: 'another long password' })
    expect(await findViewer(session, null)).toBeNull()
    expect(await signIn(email, PASSWORD, '203.0.113.3')).toEqual({ kind: 'refused' })
  })

  it('gives a session that ends after twelve hours, or when it is signed out of', async () => {
    const session = await signIn(email, PASSWORD, '203.0.113.4')
    if (session.kind !== 'signed_in') throw new Error('it was refused')
    const twelveHoursAgo = Date.now() - 12 * 60 * 60 * 1000
    expect(await findViewer({ ...session, signedInAt: twelveHoursAgo + 60_000 }, null)).toMatchObject({
      userId,
    })
    expect(await findViewer({ ...session, signedInAt: twelveHoursAgo - 1 }, null)).toBeNull()
    await signOut(session)
    expect(await findViewer(session, null)).toBeNull()
  })

  it('wants the old password for a new one', async () => {
    await expect(
      changePassword(userId, { current_password: 'wrong', new_password: 'another long password' }),
    ).rejects.toMatchObject({ code: 'validation_failed', fields: [{ pointer: '/current_password' }] })
  })
})
