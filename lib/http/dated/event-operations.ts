import { z } from 'zod'
import type { Operation } from '@/lib/http/openapi/operation'
import { eventBatchSchema, eventQuery, eventSchema } from '@/lib/schemas/event'
import {
  eventAnswerSchema,
  eventDetailSchema,
  eventListAnswerSchema,
  eventsAnswerSchema,
  exampleEventAnswer,
  exampleEventDetail,
  exampleEventListAnswer,
} from './event-schema'
import { eventId } from './public-id-schema'

const group = 'Events'

const list: Operation = {
  id: 'listEvents',
  group,
  summary: 'List events',
  description: 'All that came in, newest first unless asked otherwise, test sends aside.',
  query: eventQuery,
  answers: {
    200: {
      description: 'A page of them.',
      schema: eventListAnswerSchema,
      example: exampleEventListAnswer,
    },
  },
}

const report: Operation = {
  id: 'reportEvents',
  group,
  summary: 'Report one event, or a batch',
  description:
    'The answer comes once the events are stored durably. A batch is stored whole or not at all; it takes the header as one event does, or `idempotency_key` of each event in its stead. Data that does not match the schema of an event type that warns is stored, and `warnings` says what is wrong. One event has at most 256 KiB of data, a batch 4 MiB.',
  takesKey: true,
  body: {
    schema: z.union([eventSchema, eventBatchSchema]).meta({ id: 'NewEventOrEvents' }),
    example: {
      type: 'order.shipped',
      data: { object: { id: 123, status: 'shipped', tracking_number: '1Z999AA10123456784' } },
      created: 1_642_435_200,
    },
  },
  answers: {
    202: {
      description: 'Stored: `event`, or `events` in the order of the batch.',
      schema: z.union([eventAnswerSchema, eventsAnswerSchema]).meta({ id: 'EventOrEventsAnswer' }),
      example: exampleEventAnswer,
    },
  },
}

const get: Operation = {
  id: 'getEvent',
  group,
  summary: 'Get an event with its deliveries',
  params: { id: eventId },
  answers: {
    200: {
      description: 'The event and its deliveries.',
      schema: eventDetailSchema,
      example: exampleEventDetail,
    },
  },
}

export const eventsOperations = { GET: list, POST: report }
export const eventByIdOperations = { GET: get }
