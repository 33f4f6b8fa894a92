import type { FieldErrors, FieldPath } from 'react-hook-form'
import type { FieldError } from '@/lib/errors'
import type { EndpointFormValues } from './form-values'

type FieldName = keyof EndpointFormValues

/** A field of the form, or a control within one: `filter.conditions.1.value`. */
export type FormPath = FieldPath<EndpointFormValues>

/** The fields in the order of the form, as a list of faults names them. */
const fieldLabels: Record<FieldName, string> = {
  kind: 'Where to send',
  name: 'Name',
  description: 'Description',
  url: 'URL',
  email: 'E-mail address',
  api_version: 'Payload format',
  all_event_types: 'Event types',
  event_types: 'Event types',
  retry_policy: 'Retries',
  timeout_seconds: 'Time limit',
  rate_limit: 'Requests per second',
  concurrency: 'Requests at once',
  headers: 'Headers',
  filter: 'Filter',
}

/** Those of the advanced settings. */
export const advancedFields = [
  'retry_policy',
  'timeout_seconds',
  'rate_limit',
  'concurrency',
  'headers',
  'filter',
] as const satisfies readonly FieldName[]

/** Of the control, to which a list of faults links. */
export function fieldId(path: FormPath): string {
  return `endpoint-${path.replaceAll('.', '-')}`
}

/** What a person calls a control: “Filter, condition 2, value”. */
export function labelOf(path: FormPath): string {
  const [first = '', ...within] = path.split('.')
  const label = isFieldName(first) ? fieldLabels[first] : first
  const parts = within.flatMap((part) => {
    if (part === 'conditions') return []
    if (!/^\d+$/.test(part)) return [part]
    return [`${first === 'filter' ? 'condition' : 'header'} ${Number(part) + 1}`]
  })
  return [label, ...parts].join(', ')
}

function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(fieldLabels, text)
}

/** The control that a fault of the server is about, `/event_types/3` or `/changes/headers/X-Shop`; null where the form has none. */
export function placeOf(
  { pointer }: Pick<FieldError, 'pointer'>,
  { headers, filter }: Pick<EndpointFormValues, 'headers' | 'filter'>,
): FormPath | null {
  const parts = pointer
    .replace(/^\/changes(?=\/)/, '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [first = '', second, third, fourth] = parts
  if (first === 'headers' && second !== undefined) {
    const at = headers.findLastIndex(({ name }) => name.trim().toLowerCase() === second.toLowerCase())
    if (at >= 0) return `headers.${at}.${headers[at]?.change === 'new' ? 'name' : 'value'}`
  }
  const at = Number(third)
  if (first === 'filter' && second === 'conditions' && filter.conditions[at] !== undefined) {
    const control = fourth === 'path' || fourth === 'operator' ? fourth : 'value'
    return `filter.conditions.${at}.${control}`
  }
  return isFieldName(first) ? first : null
}

/** What is wrong, in the order of the form. */
export function listFaults(
  errors: FieldErrors<EndpointFormValues>,
  values: Pick<EndpointFormValues, 'headers' | 'filter'>,
): { path: FormPath; message: string }[] {
  const said = (path: FormPath, message: string | undefined) =>
    message === undefined ? [] : [{ path, message }]
  return Object.keys(fieldLabels)
    .filter(isFieldName)
    .flatMap((field) => {
      if (field === 'headers') {
        return [
          ...said(field, errors.headers?.message),
          ...values.headers.flatMap((_, at) => [
            ...said(`headers.${at}.name`, errors.headers?.[at]?.name?.message),
            ...said(`headers.${at}.value`, errors.headers?.[at]?.value?.message),
          ]),
        ]
      }
      if (field === 'filter') {
        const conditions = errors.filter?.conditions
        return [
          ...said(field, errors.filter?.message ?? conditions?.message),
          ...values.filter.conditions.flatMap((_, at) => [
            ...said(`filter.conditions.${at}.path`, conditions?.[at]?.path?.message),
            ...said(`filter.conditions.${at}.operator`, conditions?.[at]?.operator?.message),
            ...said(`filter.conditions.${at}.value`, conditions?.[at]?.value?.message),
          ]),
        ]
      }
      return said(field, errors[field]?.message)
    })
}
