'use client'

import { Tabs } from '@base-ui/react/tabs'
import { CodeBlock } from '@/components/ui/code-block'
import { snippetLanguages, verifySnippet } from '@/lib/webhooks/verify-snippets'

// Those of Standard Webhooks 1.0.0, which every request carries.
const headers = { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' }

/** Code for a receiver that checks the signature of what it gets, in a tab for each language. */
export function VerifySnippets() {
  return (
    <Tabs.Root defaultValue={snippetLanguages[0].id} className="flex min-w-0 flex-col gap-3">
      <div className="-mx-1 overflow-x-auto px-1">
        <Tabs.List aria-label="Language" className="flex w-max min-w-full gap-5 border-rule border-b">
          {snippetLanguages.map(({ id, label }) => (
            <Tabs.Tab
              key={id}
              value={id}
              className="touch-target -mb-px inline-flex h-9 items-center border-transparent border-b-2 text-faded text-sm hover:text-ink focus-visible:-outline-offset-2 aria-selected:border-brass aria-selected:font-medium aria-selected:text-ink"
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {snippetLanguages.map(({ id, label }) => (
        <Tabs.Panel key={id} value={id} className="rounded-md">
          <CodeBlock label={`Verification in ${label}`} code={verifySnippet(id, headers)} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
