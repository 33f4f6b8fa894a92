import { pool } from './client'

/** Ends a session by its id (UUID), for good. */
export async function endSession(id: string): Promise<void> {
  await pool().query('INSERT INTO ended_session (id) VALUES ($1) ON CONFLICT DO NOTHING', [id])
}

/** Whether somebody signed out of this session (UUID). */
export async function isSessionEnded(id: string): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT 1 FROM ended_session WHERE id = $1', [id])
  return rowCount === 1
}
