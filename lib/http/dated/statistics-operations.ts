import type { Operation } from '@/lib/http/openapi/operation'
import { endpointStatisticsQuery, statisticsQuery } from '@/lib/schemas/delivery'
import { endpointId } from './public-id-schema'
import { exampleStatisticsAnswer, statisticsAnswerSchema } from './statistics-schema'

const group = 'Statistics'
const answers = {
  200: {
    description: 'The statistics.',
    schema: statisticsAnswerSchema,
    example: exampleStatisticsAnswer,
  },
}

const ofStore: Operation = {
  id: 'getStatistics',
  group,
  summary: 'Get the store’s statistics',
  description: 'Or those of one of its endpoints or event types. Test sends do not count.',
  query: statisticsQuery,
  problems: [404],
  answers,
}

const ofEndpoint: Operation = {
  id: 'getEndpointStatistics',
  group,
  summary: 'Get an endpoint’s statistics',
  params: { id: endpointId },
  query: endpointStatisticsQuery,
  answers,
}

export const statisticsOperations = { GET: ofStore }
export const endpointStatisticsOperations = { GET: ofEndpoint }
