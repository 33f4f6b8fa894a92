import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import { apiKind } from './api'
import { emailKind } from './email'
import type { EndpointKind } from './kind'

/** Every kind of endpoint, by the name that an endpoint keeps. */
const kinds: Readonly<Record<EndpointKindName, EndpointKind>> = { api: apiKind, email: emailKind }

const kindsByName = new Map<string, EndpointKind>(Object.entries(kinds))

/** The kind of this name, or undefined for one that is not in the registry. */
export function getEndpointKind(name: string): EndpointKind | undefined {
  return kindsByName.get(name)
}
