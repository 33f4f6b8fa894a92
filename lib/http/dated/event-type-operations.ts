import { z } from 'zod'
import type { Operation } from '@/lib/http/openapi/operation'
import { createEventTypeSchema, updateEventTypeSchema } from '@/lib/schemas/event-type'
import {
  eventTypeAnswerSchema,
  eventTypesAnswerSchema,
  exampleEventTypeAnswer,
  exampleEventTypesAnswer,
  exampleOwnData,
  exampleOwnType,
  exampleOwnTypeAnswer,
} from './event-type-schema'

const group = 'Event types'
const params = { name: z.string().meta({ description: 'Like `order.paid`.', example: 'order.paid' }) }
const ownParams = {
  name: z.string().meta({ description: 'Like `parcel.lost`.', example: exampleOwnType }),
}
const own = { schema: eventTypeAnswerSchema, example: exampleOwnTypeAnswer }

const list: Operation = {
  id: 'listEventTypes',
  group,
  summary: 'List the event types',
  answers: {
    200: {
      description: 'All of them but archived ones, each with its schema and a sample.',
      schema: eventTypesAnswerSchema,
      example: exampleEventTypesAnswer,
    },
  },
}

const create: Operation = {
  id: 'createEventType',
  group,
  takesKey: true,
  summary: 'Create an event type',
  description:
    'Of the installation’s own, for all of its stores: at most 200. A sample is made where there is none.',
  body: {
    schema: createEventTypeSchema,
    example: {
      name: exampleOwnType,
      category: 'Parcels',
      description: 'A parcel was lost on its way.',
      ...exampleOwnData,
      validation: 'warn',
    },
  },
  problems: [409],
  answers: { 201: { description: 'Created.', ...own } },
}

const get: Operation = {
  id: 'getEventType',
  group,
  summary: 'Get an event type',
  params,
  answers: {
    200: {
      description: 'The event type, also an archived one.',
      schema: eventTypeAnswerSchema,
      example: exampleEventTypeAnswer,
    },
  },
}

const update: Operation = {
  id: 'updateEventType',
  group,
  summary: 'Change an event type',
  description:
    'One or more of its fields; what is not named stays. Of one that comes with Shopbell, `validation` alone.',
  params: ownParams,
  body: { schema: updateEventTypeSchema, example: { validation: 'warn' } },
  answers: { 200: { description: 'The event type as it now is.', ...own } },
}

const archive: Operation = {
  id: 'archiveEventType',
  group,
  summary: 'Archive an event type',
  description:
    'Events of it are refused from then on, and no endpoint can newly choose it; those that did stay as they are. One that comes with Shopbell is refused.',
  params: ownParams,
  problems: [422],
  answers: { 204: { description: 'Archived.' } },
}

export const eventTypeListOperations = { GET: list, POST: create }
export const eventTypeByNameOperations = { GET: get, PATCH: update, DELETE: archive }
