import { pool } from '@/lib/db/client'
import { listListeningEndpoints } from '@/lib/db/event-subscribers'
import type { StoreContext } from './context'
import { conditionOf, type EndpointCondition } from './endpoint-summaries'
import { listenedEventTypes } from './endpoints'

/** An endpoint that listens to an event type; `allEventTypes` where it did not choose this one. */
export type EventSubscriber = {
  id: string
  name: string
  allEventTypes: boolean
  condition: EndpointCondition
}

/** The store's endpoints that listen to an event type, by its name; a type that none listens to is absent. */
export async function listEventSubscribers(context: StoreContext): Promise<Map<string, EventSubscriber[]>> {
  const byType = new Map<string, EventSubscriber[]>()
  for (const endpoint of await listListeningEndpoints(pool(), context.shard, context.storeId)) {
    const { id, name, allEventTypes } = endpoint
    const subscriber = { id, name, allEventTypes, condition: conditionOf(endpoint, endpoint.failingSince) }
    for (const type of listenedEventTypes(endpoint)) {
      const known = byType.get(type)
      if (known) known.push(subscriber)
      else byType.set(type, [subscriber])
    }
  }
  return byType
}
