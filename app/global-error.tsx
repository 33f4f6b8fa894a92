'use client'

import './globals.css'
import { ErrorState } from '@/components/ui/error-state'

/** In the place of everything, where even the layout failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Shopbell</title>
        <main id="main" className="mx-auto max-w-xl px-4 py-24">
          <h1 className="sr-only">Something went wrong</h1>
          <ErrorState title="Shopbell could not show this page" onRetry={retry}>
            Events are accepted and delivered all the same. Try again in a moment.
          </ErrorState>
        </main>
      </body>
    </html>
  )
}
