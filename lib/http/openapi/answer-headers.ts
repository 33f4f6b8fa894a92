import type { DocumentedAnswer, Header } from './document-form'

const text = { type: 'string' } as const

/** What headers of answers say. Those that are `required` are in each answer that names them. */
export const answerHeaders = {
  'x-request-id': {
    description: 'Names this request, also in the log of the server.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  'WWW-Authenticate': { description: 'How to authenticate.', required: true, schema: { const: 'Bearer' } },
  Allow: { description: 'The methods that the path takes.', required: true, schema: text },
  'Retry-After': {
    description: 'After how many seconds to try again. Not there where trying again does not help.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
  ETag: {
    description: 'Which state this is: for `If-Match` and `If-None-Match`.',
    required: true,
    schema: text,
  },
  'Cache-Control': { description: 'For how long it can be kept.', required: true, schema: text },
  RateLimit: {
    description:
      'How many requests are left (`r`), and after how many seconds there are more again (`t`). Not there where the installation has no limit.',
    schema: text,
    example: '"default";r=199;t=1',
  },
  'RateLimit-Policy': {
    description: 'How many requests a token may make (`q`), in how many seconds (`w`).',
    schema: text,
    example: '"default";q=200;w=1',
  },
} satisfies Record<string, Header>

export type AnswerHeader = keyof typeof answerHeaders

/** The headers that every answer has, and those named. */
export function headersWith(names: readonly AnswerHeader[] = []): NonNullable<DocumentedAnswer['headers']> {
  const all: readonly AnswerHeader[] = ['x-request-id', ...names]
  return Object.fromEntries(all.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
