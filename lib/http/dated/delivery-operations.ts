import type { Operation } from '@/lib/http/openapi/operation'
import { deliveryQuery } from '@/lib/schemas/delivery'
import { testSendSchema } from '@/lib/schemas/event'
import {
  deliveriesAnswerSchema,
  deliveryAnswerSchema,
  deliveryDetailSchema,
  exampleDeliveriesAnswer,
  exampleDeliveryDetail,
  exampleResentDelivery,
  exampleTestDelivery,
} from './delivery-schema'
import { deliveryId, endpointId } from './public-id-schema'

const group = 'Deliveries'
const params = { id: deliveryId }

const list: Operation = {
  id: 'listDeliveries',
  group,
  summary: 'List deliveries',
  description:
    'The log, newest first; its filters can be combined. A page may hold fewer than `limit`, even none, and still have a next one: a filter that matches little is searched in steps.',
  query: deliveryQuery,
  answers: {
    200: {
      description: 'A page of the log.',
      schema: deliveriesAnswerSchema,
      example: exampleDeliveriesAnswer,
    },
  },
}

const get: Operation = {
  id: 'getDelivery',
  group,
  summary: 'Get a delivery with its attempts',
  params,
  answers: {
    200: {
      description: 'The delivery, and what was sent and answered each time.',
      schema: deliveryDetailSchema,
      example: exampleDeliveryDetail,
    },
  },
}

const resend: Operation = {
  id: 'resendDelivery',
  group,
  summary: 'Resend a delivery',
  description:
    'One more attempt, now, with the same bytes. While one is queued or in flight, asking again changes nothing.',
  params,
  takesKey: true,
  hasEmptyBody: true,
  answers: {
    202: {
      description: 'The delivery as it now is.',
      schema: deliveryAnswerSchema,
      example: exampleResentDelivery,
    },
  },
}

const test: Operation = {
  id: 'sendTestEvent',
  group: 'Webhook endpoints',
  summary: 'Send a test event',
  description:
    'A sample event to this endpoint alone, also while it is disabled. Its payload has `"test": true`, and it is in no statistics.',
  params: { id: endpointId },
  takesKey: true,
  body: { schema: testSendSchema, example: { event_type: 'order.shipped' }, isOptional: true },
  answers: {
    202: { description: 'Its delivery.', schema: deliveryAnswerSchema, example: exampleTestDelivery },
  },
}

export const deliveriesOperations = { GET: list }
export const deliveryOperations = { GET: get }
export const deliveryResendOperations = { POST: resend }
export const testSendOperations = { POST: test }
