import { env } from '@/lib/env'
import { cronDeliveries } from './cron'
import { deliveries, delivery, deliveryResend } from './dated/deliveries'
import { eventTypeByName, eventTypeList } from './dated/event-types'
import { eventById, events } from './dated/events'
import { catchUp, resend, resendCancel, resends } from './dated/resends'
import { rotation } from './dated/rotations'
import { endpointStatistics, statistics } from './dated/statistics'
import { testSend } from './dated/test-sends'
import { webhookEndpoint, webhookEndpoints } from './dated/webhook-endpoints'
import { health } from './health'
import { metrics } from './metrics'
import { openApiDocument } from './openapi/document'
import type { OpenApiDocument } from './openapi/document-form'
import { openApiJson } from './openapi-json'
import { type Route, unknownRoute } from './route'
import { webhooks } from './v1/webhooks'

const dated = [
  events,
  eventById,
  webhookEndpoints,
  webhookEndpoint,
  rotation,
  testSend,
  catchUp,
  endpointStatistics,
  eventTypeList,
  eventTypeByName,
  deliveries,
  delivery,
  deliveryResend,
  resends,
  resend,
  resendCancel,
  statistics,
]

/** `/api/openapi.json`: the document of all of these. */
export const openApi = openApiJson(apiDocument)

/** Every path that programs call, for a server without Next; a test compares it with the route files of `app/api`. */
export const apiRoutes: ReadonlyMap<string, Route> = new Map([
  ...dated.map((route): [string, Route] => [`/api/2025-09${route.path}`, route]),
  [`/api/v1${webhooks.path}`, webhooks],
  ...[health, metrics, cronDeliveries, openApi].map((route): [string, Route] => [`/api${route.path}`, route]),
])

const patterns = [...apiRoutes]
  .filter(([path]) => path.includes('{'))
  .map(([path, route]) => ({ matches: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), route }))

let made: OpenApiDocument | undefined

/** OpenAPI 3.1 of this installation's API. */
export function apiDocument(): OpenApiDocument {
  made ??= openApiDocument(apiRoutes, env().PUBLIC_URL)
  return made
}

/** The route of a path without its query; the one that answers 404 where there is none. */
export function findRoute(pathname: string): Route {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  return apiRoutes.get(path) ?? patterns.find(({ matches }) => matches.test(path))?.route ?? unknownRoute
}
