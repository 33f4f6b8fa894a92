import type { z } from 'zod'
import type { Scope } from '@/lib/schemas/scopes'
import type { AnswerHeader } from './answer-headers'

/** The groups of the reference, in its order, each with what it is about. */
export const operationGroups = {
  'Webhook endpoints':
    'Where a store sends: a URL or an e-mail address, what it listens to, and how it is sent to.',
  Events: 'What happens in a store, reported to be delivered.',
  'Event types': 'What can happen, with the schema and a sample of each.',
  Deliveries: 'One event to one endpoint: the log, and sending again.',
  Resends: 'Many deliveries once more, as a job: bulk resends, and the catch-up of an endpoint.',
  Statistics: 'How deliveries fare.',
  'Webhooks, version 1': 'The same endpoints with integer ids and one event each.',
  Operating: 'For whoever runs the installation.',
} as const

type OperationGroup = keyof typeof operationGroups

/** What lets callers in: a token of a store with the handler's scope, unless told otherwise. */
type Access = 'token' | 'anyone' | 'cronSecret' | 'metricsToken'

/** An answer that is no problem: its body's schema has an id, under which programs know it. */
export type DeclaredAnswer = {
  description: string
  /** None for an answer without a body. */
  schema?: z.ZodType
  example?: unknown
  /** `application/json` unless told otherwise. */
  contentType?: string
  /** Besides those that all answers have. */
  headers?: readonly AnswerHeader[]
}

/** What a method of a path is for, as the document tells it; its scope is the handler's own. */
export type Operation = {
  /** Unique, and the name of it in generated clients. */
  id: string
  group: OperationGroup
  /** A few words, without a full stop. */
  summary: string
  description?: string
  access?: Access
  /** Of each `{name}` in the path. */
  params?: Readonly<Record<string, z.ZodType>>
  /** The schema that reads the query. */
  query?: z.ZodObject
  /** The schema that reads the body, with one that is accepted. */
  body?: { schema: z.ZodType; example: unknown; isOptional?: boolean }
  /** It takes a body, but none with anything in it. */
  hasEmptyBody?: boolean
  /** `Idempotency-Key` makes it one request, however often it is sent. */
  takesKey?: boolean
  /** `If-Match` says which state the caller has seen. */
  isConditional?: boolean
  answers: Readonly<Record<number, DeclaredAnswer>>
  /** Problems that it answers besides those that follow from its form. */
  problems?: readonly number[]
  /** Its refusals have another form than RFC 9457: its answers name them. */
  hasOwnErrors?: boolean
}

/** An operation with its method, and the scope that its handler asks for. */
export type DeclaredOperation = Operation & { method: string; scope: Scope | null }
