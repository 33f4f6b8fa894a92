// Classes of SQLSTATE that say the server is not there or not taking work: connection, resources, shutting down.
const AWAY_CLASSES = ['08', '53', '57']
const AWAY_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  // A transaction got no connection in time, or took longer than it may.
  'P2028',
  // The disk, or what stands for it, does not do as it should.
  '58030',
]
const AWAY_WORDS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Query read timeout',
]

/** Whether an error of a query says that the database cannot be reached, or not now, rather than that the query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (AWAY_CODES.includes(code)) return true
  if (code.length === 5 && AWAY_CLASSES.includes(code.slice(0, 2))) return true
  if (AWAY_WORDS.some((words) => error.message.includes(words))) return true
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true
  return error.cause !== undefined && isDatabaseAway(error.cause)
}

// Deadlock, serialization failure, lock not available: another try can succeed.
const PASSING_CLASSES = ['40', '55']

/** Whether the same statement may succeed later: the database is away, or others were in its way. */
export function isWorthRepeating(error: unknown): boolean {
  if (isDatabaseAway(error)) return true
  const code = codeOf(error)
  return code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2))
}

/** The SQLSTATE, or the code of the driver; Prisma has a code of its own and keeps PostgreSQL's inside. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const cause = field(field(field(error, 'meta'), 'driverAdapterError'), 'cause')
  const code = field(cause, 'originalCode') ?? field(error, 'code')
  return typeof code === 'string' ? code : ''
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
