import { AppError } from '@/lib/errors'
import { CommandError } from './command-error'

// By the system's codes, PostgreSQL's SQLSTATE (appendix A of its documentation), and Prisma's codes.
const CANNOT_REACH = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['P1001', 'P1002', 'P1017'],
]
const WRONG_PASSWORD = ['28P01', '28000', 'P1000', 'P1010']
const NO_DATABASE = ['3D000', 'P1003']
const NOT_PERMITTED = ['42501']
const STARTING_OR_STOPPING = ['57P01', '57P02', '57P03']
const TOO_MANY_CONNECTIONS = ['53300', 'P2037']
const NO_TABLE = ['42P01', 'P2021']

/** A sentence for a person about whatever went wrong, without a stack trace and without the database's password. */
export function describeFailure(error: unknown): string {
  if (error instanceof CommandError) return error.message
  if (error instanceof AppError) return describeRefusal(error)
  const code = codeOf(error)
  const { place, database, user } = databaseParts()
  if (CANNOT_REACH.includes(code)) {
    return `The database at ${place} cannot be reached (${code}). Check that PostgreSQL runs there, and DATABASE_URL.`
  }
  if (WRONG_PASSWORD.includes(code)) {
    return `PostgreSQL at ${place} does not let the user “${user}” in (${code}). Check user and password in DATABASE_URL.`
  }
  if (NO_DATABASE.includes(code)) {
    return `PostgreSQL at ${place} has no database “${database}”. Make it, with “createdb ${database}”, or change DATABASE_URL.`
  }
  if (NOT_PERMITTED.includes(code)) {
    return `The user “${user}” lacks a right in the database “${database}”: ${messageOf(error)}. Make that user the database’s owner.`
  }
  if (STARTING_OR_STOPPING.includes(code)) {
    return `PostgreSQL at ${place} is starting or stopping. Try again in a moment.`
  }
  if (TOO_MANY_CONNECTIONS.includes(code)) {
    return `PostgreSQL at ${place} has no connection left. Raise its max_connections, or lower DATABASE_CONNECTIONS.`
  }
  if (NO_TABLE.includes(code)) {
    return `The database “${database}” is not prepared yet. Start Shopbell once with “npm start”.`
  }
  return messageOf(error)
}

function describeRefusal(error: AppError): string {
  const sentences = error.fields.map(({ pointer, detail }) => `${flagOf(pointer)}: ${detail}`)
  return sentences.length > 0 ? sentences.join('\n') : error.message
}

/** The flag that a refused field came from: `/timeZone` from `--time-zone`. */
function flagOf(pointer: string): string {
  return pointer.replace('/', '--').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function databaseParts(): { place: string; database: string; user: string } {
  const given = process.env.DATABASE_URL ?? ''
  if (!URL.canParse(given)) return { place: 'DATABASE_URL', database: '', user: '' }
  const { host, pathname, username } = new URL(given)
  return { place: host, database: decodeURIComponent(pathname.slice(1)), user: decodeURIComponent(username) }
}

/** The code of an error, or of the first that it was made of: a host with two addresses fails twice. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== '') ?? ''
  return ''
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Prisma puts an excerpt of the source before the sentence.
  if (error.name.startsWith('Prisma')) return error.message.trimEnd().split('\n').at(-1) ?? error.name
  return error.message || error.name
}
