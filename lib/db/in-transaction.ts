import type pg from 'pg'

/**
 * Runs `work` on one connection as a transaction, which is committed once it resolves and undone where it rejects. It
 * rejects with what `work` rejected with; also where the connection is lost, and the transaction with it.
 */
export async function inTransaction<Result>(
  pool: Pick<pg.Pool, 'connect'>,
  work: (db: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect()
  let isLost = true
  // The end of a connection between two statements would end the process; the next statement tells of it.
  connection.on('error', ignore)
  try {
    await connection.query('BEGIN')
    const result = await work(connection)
    await connection.query('COMMIT')
    isLost = false
    return result
  } catch (error) {
    isLost = await connection.query('ROLLBACK').then(
      () => false,
      () => true,
    )
    throw error
  } finally {
    connection.off('error', ignore)
    connection.release(isLost)
  }
}

function ignore(): void {}
