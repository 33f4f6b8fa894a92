/** How an endpoint is sent to: a signed HTTP request to a URL, or a message to an e-mail address. */
export const endpointKinds = ['api', 'email'] as const

export type EndpointKindName = (typeof endpointKinds)[number]

/** How long an attempt may take unless the endpoint says otherwise: mail servers take their time before they answer. */
export const defaultTimeoutSeconds: Readonly<Record<EndpointKindName, number>> = { api: 5, email: 30 }
