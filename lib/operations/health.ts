import { join } from 'node:path'
import { pool } from '@/lib/db/client'
import { migrationsAreCurrent } from '@/lib/db/migrations'

const MIGRATIONS = join(process.cwd(), 'prisma/migrations')

export type Health = 'ok' | 'database_unreachable' | 'migrations_pending'

/** Whether this deployment can work: the database answers, and every migration is applied. Never rejects. */
export async function checkHealth(): Promise<Health> {
  try {
    return (await migrationsAreCurrent(pool(), MIGRATIONS)) ? 'ok' : 'migrations_pending'
  } catch {
    return 'database_unreachable'
  }
}
