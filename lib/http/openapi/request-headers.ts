import type { Parameter } from './document-form'
import type { DeclaredOperation } from './operation'

/** Headers of requests that many operations take. */
export const requestHeaders = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A text of your own. Within 24 hours the same key and body do the thing once, and get the resource as it is now; another body is a 409.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The `ETag` of the state that you have seen: where it has changed since, nothing is done, and 412 says so.',
    schema: { type: 'string' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description:
      'The `ETag` of the state that you have: where it is still the same, 304 says so, without a body.',
    schema: { type: 'string' },
  },
} satisfies Record<string, Parameter>

/** Those of an operation, as references. */
export function requestHeadersOf({
  takesKey,
  isConditional,
  answers,
}: DeclaredOperation): { $ref: string }[] {
  const names: (keyof typeof requestHeaders)[] = [
    ...(takesKey ? (['IdempotencyKey'] as const) : []),
    ...(isConditional ? (['IfMatch'] as const) : []),
    ...(304 in answers ? (['IfNoneMatch'] as const) : []),
  ]
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}
