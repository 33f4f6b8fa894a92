import { findJsonProblem } from '@/components/ui/json-problem'
import { findDataProblem } from '@/lib/webhooks/event-data'

type EventObject = Record<string, unknown>

/** What a person typed as the event's object: ready to send with its size, or why it is not. */
export type DraftObject = { object: EventObject; bytes: number } | { problem: string }

/** Reads the text as the server will read it; sizes are those of the normalised data, in bytes. */
export function readDraft(text: string): DraftObject {
  const fault = findJsonProblem(text)
  if (fault) return { problem: `Line ${fault.line}, column ${fault.column}: ${fault.message}.` }
  const object: unknown = JSON.parse(text)
  if (!isObject(object)) return { problem: 'Use an object: its first character is “{”.' }
  const data = { object }
  const problem = findDataProblem(data)
  if (problem) return { problem: `${pathText(problem.path)}${problem.detail}` }
  return { object, bytes: new TextEncoder().encode(JSON.stringify(data)).length }
}

/** A pointer from `data` on, as the start of a sentence about what it points to; '' for the object itself. */
export function pathText(pointer: string): string {
  const path = pointer
    .replace(/^\/object\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' → ')
  return path === '' ? '' : `${path}: `
}

function isObject(value: unknown): value is EventObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
