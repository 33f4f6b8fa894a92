import { beforeEach, describe, expect, it } from 'vitest'
import { pool } from '@/lib/db/client'
import { createStore } from '@/lib/operations/stores'
import { cloneTestDatabase } from '@/lib/testing/database'
import { prepareFirstStore } from './first-store'

cloneTestDatabase()

const settings = {
  STORE_NAME: 'Blue Door',
  ADMIN_EMAIL: 'Admin@Blue.example',
  ADMIN_PASSWORD: 'a-password-of-length',
  STORE_TIME_ZONE: 'Europe/Berlin',
}

async function stored() {
  const { rows } = await pool().query(
    `SELECT s.slug, s.time_zone, u.email, m.role::text FROM store s
     LEFT JOIN membership m ON m.store_id = s.id LEFT JOIN app_user u ON u.id = m.user_id`,
  )
  return rows
}

const whole = { slug: 'blue-door', time_zone: 'Europe/Berlin', email: 'admin@blue.example', role: 'admin' }

describe('the first store of a server', () => {
  let lines: string[] = []
  const prepare = (given: Partial<typeof settings>) =>
    prepareFirstStore(given, (line) => void lines.push(line))

  beforeEach(async () => {
    lines = []
    await pool().query('TRUNCATE store, app_user CASCADE')
  })

  it('is made with its admin, once', async () => {
    await prepare(settings)
    await prepare({ ...settings, STORE_NAME: 'Another' })
    expect(await stored()).toEqual([whole])
    expect(lines).toEqual(['made the store “Blue Door” (blue-door) with Admin@Blue.example as its admin'])
  })

  it('is completed where the start before was interrupted between store and admin', async () => {
    await createStore({ name: settings.STORE_NAME, timeZone: settings.STORE_TIME_ZONE })
    await prepare(settings)
    expect(await stored()).toEqual([whole])
  })

  it('is left alone where somebody made it by hand', async () => {
    await createStore({ name: 'By hand' })
    await prepare(settings)
    await prepare({})
    expect(await stored()).toMatchObject([{ slug: 'by-hand', email: null }])
    expect(lines).toEqual([])
  })

  it('without settings is told how to be made', async () => {
    await prepare({})
    expect(lines.join('\n')).toContain('npm run store:create')
    expect(lines.join('\n')).toContain('npm run user:create')
    expect(await stored()).toEqual([])
  })

  it.each([
    ['a part of the settings', { STORE_NAME: 'x' }, 'Set ADMIN_EMAIL and ADMIN_PASSWORD too'],
    [
      'a short password',
      { ...settings, ADMIN_PASSWORD: 'short' },
      'ADMIN_PASSWORD: Use at least 12 characters.',
    ],
    ['no address', { ...settings, ADMIN_EMAIL: 'me' }, 'ADMIN_EMAIL: This is not an e-mail address.'],
    ['no time zone', { ...settings, STORE_TIME_ZONE: 'Berlin' }, 'STORE_TIME_ZONE: Use a time zone'],
    ['a name without a letter', { ...settings, STORE_NAME: '日本' }, 'STORE_NAME: Use at least one letter'],
    ['a long name', { ...settings, STORE_NAME: 'x'.repeat(101) }, 'STORE_NAME: Use at most 100'],
  ])('is not made of %s', async (_, given, sentence) => {
    await expect(prepare(given)).rejects.toThrow(sentence)
    expect(await stored()).toEqual([])
    await prepare(settings)
    expect(await stored()).toEqual([whole])
  })
})
