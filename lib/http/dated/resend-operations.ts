import type { Operation } from '@/lib/http/openapi/operation'
import { catchUpSchema, createResendSchema } from '@/lib/schemas/resend'
import { endpointId, exampleIds, resendId } from './public-id-schema'
import {
  exampleCatchUp,
  exampleResendCancelled,
  exampleResendStarted,
  exampleResendUnderWay,
  resendAnswerSchema as schema,
} from './resend-schema'

const group = 'Resends'
const params = { id: resendId }

const start: Operation = {
  id: 'startResend',
  group,
  summary: 'Resend many deliveries',
  description:
    'Starts a job that sends failed and cancelled deliveries once more, oldest first, behind fresh events. With `dry_run` it answers how many that would be, and does nothing. A job takes about 100,000 deliveries.',
  takesKey: true,
  body: {
    schema: createResendSchema,
    example: { filter: { endpoint_id: exampleIds.endpoint, status: 'failed' }, rate: 10 },
  },
  answers: {
    202: { description: 'The job, or what it would be.', schema, example: exampleResendStarted },
  },
}

const get: Operation = {
  id: 'getResend',
  group,
  summary: 'Get a bulk resend or catch-up',
  description: '`sent` is always `succeeded` + `failed` + `cancelled` + what is still under way.',
  params,
  answers: { 200: { description: 'How far the job is.', schema, example: exampleResendUnderWay } },
}

const cancel: Operation = {
  id: 'cancelResend',
  group,
  summary: 'Cancel a bulk resend or catch-up',
  description: 'What waits of it ends; what is in flight ends by itself. One that is over stays as it is.',
  params,
  takesKey: true,
  hasEmptyBody: true,
  answers: { 200: { description: 'The job as it now is.', schema, example: exampleResendCancelled } },
}

const catchUp: Operation = {
  id: 'catchUp',
  group,
  summary: 'Deliver what an endpoint missed',
  description:
    'The events of its types that it has no delivery of, and the deliveries that were cancelled when it was disabled; oldest first. While one is under way, asking again answers that one. A disabled endpoint is refused.',
  params: { id: endpointId },
  body: { schema: catchUpSchema, example: { rate: 10 }, isOptional: true },
  takesKey: true,
  answers: { 202: { description: 'The job, or what it would be.', schema, example: exampleCatchUp } },
}

export const resendsOperations = { POST: start }
export const resendOperations = { GET: get }
export const resendCancelOperations = { POST: cancel }
export const catchUpOperations = { POST: catchUp }
