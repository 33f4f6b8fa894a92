import type { ReferenceOperation } from '@/lib/http/openapi/reference'
import { type RequestDraft, valueKey } from './build-request'

/** `key` is `token`, `body` or that of a parameter's value. */
type RequestFault = { key: string; message: string }

const tokens: Readonly<Record<string, string>> = {
  token: 'Paste an API token.',
  cronSecret: 'Paste the cron secret.',
  metricsToken: 'Paste the metrics token.',
}

/** What a request cannot be sent without and has not got, in the order of its fields. */
export function requestFaults(
  { access, parameters, body }: ReferenceOperation,
  draft: RequestDraft,
): RequestFault[] {
  const missing = parameters.map(valueKey).filter((key, index) => {
    return parameters[index]?.isRequired && (draft.values[key] ?? '').trim() === ''
  })
  return [
    ...(access && draft.token === '' ? [{ key: 'token', message: tokens[access.scheme] ?? FILL_IN }] : []),
    ...missing.map((key) => ({ key, message: FILL_IN })),
    ...(body?.isRequired && draft.body.trim() === '' ? [{ key: 'body', message: FILL_IN }] : []),
  ]
}

const FILL_IN = 'Fill this in.'
