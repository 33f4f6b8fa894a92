import { findJsonProblem } from '@/components/ui/json-problem'
import type { FieldError } from '@/lib/errors'
import type { ValidationMode } from '@/lib/webhooks/event-types/event-catalogue'
import { isEventTypeForm } from '@/lib/webhooks/event-types/event-type-name'
import { sampleOfSchema } from '@/lib/webhooks/event-types/sample-of-schema'
import { findSchemaProblems } from '@/lib/webhooks/event-types/schema-problems'
import { pointerNames } from '@/lib/webhooks/json-pointer'

/** An event type as its form has it; `schema` and `sample` are JSON as it was typed. */
export type EventTypeDraft = {
  name: string
  category: string
  description: string
  schema: string
  sample: string
  validation: ValidationMode
}

export type DraftField = keyof EventTypeDraft

/** What is wrong with a field, in a sentence. */
export type DraftFaults = Partial<Record<DraftField, string>>

/** The fields in the order of the form, as a list of faults names them. */
export const draftLabels: Record<DraftField, string> = {
  name: 'Name',
  category: 'Category',
  description: 'Description',
  schema: 'JSON Schema',
  sample: 'Sample',
  validation: 'Check of events',
}

export const emptyDraft: EventTypeDraft = {
  name: '',
  category: '',
  description: '',
  schema: JSON.stringify(
    {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer', description: 'What the object is known by.' },
        status: { type: 'string', enum: ['new', 'done'], description: 'Where it stands.' },
      },
    },
    null,
    2,
  ),
  sample: '',
  validation: 'warn',
}

/** What can be told to be wrong before anything is sent. */
export function findDraftFaults(draft: EventTypeDraft): DraftFaults {
  const faults: DraftFaults = {}
  for (const field of ['name', 'category', 'description', 'schema'] as const) {
    if (draft[field].trim() === '') faults[field] = 'Fill this in.'
  }
  if (!faults.name && !isEventTypeForm(draft.name.trim())) {
    faults.name =
      'Use the form object.what_happened, like parcel.lost: small letters, digits and underscores.'
  }
  const schema = faults.schema ? null : readObject(draft.schema)
  if (typeof schema === 'string') faults.schema = schema
  else if (schema) {
    const [problem] = findSchemaProblems(schema)
    if (problem) faults.schema = faultText(problem)
  }
  const sample = draft.sample.trim() === '' ? null : readObject(draft.sample)
  if (typeof sample === 'string') faults.sample = sample
  return faults
}

/** What a draft without faults says of everything but the name; a sample is made where there is none. */
export function fieldsOf(draft: EventTypeDraft) {
  const schema = readObject(draft.schema)
  const isEmpty = draft.sample.trim() === '' && typeof schema === 'object'
  return {
    category: draft.category.trim(),
    description: draft.description.trim(),
    validation: draft.validation,
    schema: draft.schema,
    sample: isEmpty ? JSON.stringify(sampleOfSchema(schema)) : draft.sample,
  }
}

/** What of a draft is to be saved: what was changed. From a new schema alone, the server makes a made sample again. */
export function changesOf(
  draft: EventTypeDraft,
  saved: EventTypeDraft,
): Partial<ReturnType<typeof fieldsOf>> {
  const before: Partial<Record<string, string>> = saved
  return Object.fromEntries(
    Object.entries(fieldsOf(draft)).filter(([field, value]) => value !== before[field]),
  )
}

/** A text as a JSON object, or what is wrong with it. */
export function readObject(text: string): Record<string, unknown> | string {
  const fault = findJsonProblem(text)
  if (fault) return `Line ${fault.line}, column ${fault.column}: ${fault.message}.`
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value : 'Use an object: its first character is “{”.'
}

/** What the server says is wrong, by field; what no field of the form explains is left out. */
export function faultsOf(fields: readonly FieldError[]): DraftFaults {
  const faults: DraftFaults = {}
  for (const { pointer, detail } of fields) {
    const [, field = '', ...rest] = pointer.replace(/^\/changes(?=\/)/, '').split('/')
    if (isDraftField(field)) {
      faults[field] ??= faultText({ pointer: rest.length === 0 ? '' : `/${rest.join('/')}`, detail })
    }
  }
  return faults
}

function faultText({ pointer, detail }: Pick<FieldError, 'pointer' | 'detail'>): string {
  const path = pointerNames(pointer)
  return path.length === 0 ? detail : `${path.join(' → ')}: ${detail}`
}

function isDraftField(text: string): text is DraftField {
  return Object.hasOwn(draftLabels, text)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
