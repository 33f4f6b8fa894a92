'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ScreenError } from './screen-query'
import { endSession } from './session-end'

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function makeClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ScreenError && error.status === 401) endSession()
      },
    }),
    defaultOptions: {
      queries: {
        // A refusal is an answer: only what did not arrive is asked for again.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ScreenError && error.status >= 400 && error.status < 500),
        // The server rendered the first data a moment ago.
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
    },
  })
}
