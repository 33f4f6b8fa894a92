import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portOf } from '@/lib/testing/raw-receiver'
import { isDatabaseAway } from './database-errors'
import { PrismaClient } from './generated/client'

// Refuses every connection with what it has been told.
let server: Server
let sqlState = ''

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0Mno\0\0`)
      const header = Buffer.from('E\0\0\0\0')
      header.writeInt32BE(fields.length + 4, 1)
      socket.end(Buffer.concat([header, fields]))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(() => {
  server.close()
})

describe('isDatabaseAway', () => {
  const cases = [
    { state: '57P03', means: 'it is starting', isAway: true },
    { state: '57P01', means: 'it is stopping', isAway: true },
    { state: '53300', means: 'it has no connection left', isAway: true },
    { state: '53100', means: 'its disk is full', isAway: true },
    { state: '58030', means: 'its disk does not answer', isAway: true },
    { state: '28P01', means: 'the password is wrong', isAway: false },
  ]

  it.each(cases)('$isAway where PostgreSQL says $state, $means', async ({ state, isAway }) => {
    sqlState = state
    const connectionString = `postgresql://user:password@127.0.0.1:${portOf(server)}/database`
    const client = new pg.Client({ connectionString })
    const refused = await client.connect().catch((error: unknown) => error)
    expect(isDatabaseAway(refused), 'by pg').toBe(isAway)

    const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
    const failed = await prisma.store.findMany().catch((error: unknown) => error)
    await prisma.$disconnect()
    expect(isDatabaseAway(failed), 'by Prisma').toBe(isAway)
  })
})
