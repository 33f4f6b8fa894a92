import type { FieldError } from '@/lib/errors'
import type { EndpointFormValues } from './form-values'

type FieldName = keyof EndpointFormValues

/** The fields in the order of the form, as a list of faults names them. */
export const fieldLabels: Record<FieldName, string> = {
  name: 'Name',
  description: 'Description',
  url: 'URL',
  api_version: 'API version',
  all_event_types: 'Event types',
  event_types: 'Event types',
  retry_policy: 'Retries',
  timeout_seconds: 'Time limit',
  concurrency: 'Requests at once',
}

/** Of the control, to which a list of faults links. */
export function fieldId(name: FieldName): string {
  return `endpoint-${name}`
}

export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(fieldLabels, text)
}

/** The field that a fault of the server is about, `/event_types/3` or `/changes/url`; null where the form has none. */
export function fieldOf({ pointer }: Pick<FieldError, 'pointer'>): FieldName | null {
  const [first = ''] = pointer
    .replace(/^\/changes(?=\/)/, '')
    .split('/')
    .slice(1)
  return isFieldName(first) ? first : null
}
