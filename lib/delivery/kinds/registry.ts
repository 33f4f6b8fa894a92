import { apiKind } from './api'
import type { EndpointKind } from './kind'

/** Every kind of endpoint, by the name that an endpoint keeps. */
export const kinds: Readonly<Record<string, EndpointKind>> = { api: apiKind }
