'use client'

import { Tabs } from '@base-ui/react/tabs'
import { CodeBlock } from '@/components/ui/code-block'
import { snippetLanguages, verifySnippet } from '@/lib/webhooks/verify-snippets'

// Standard Webhooks 1.0.0; a deployment can add headers to these, not rename them.
const HEADERS = { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' }

/** Code that checks signatures, in the language of the receiver. */
export function VerifySnippet() {
  return (
    <Tabs.Root defaultValue="node">
      <Tabs.List aria-label="Language" className="mb-3 flex flex-wrap gap-1.5">
        {snippetLanguages.map(({ id, label }) => (
          <Tabs.Tab
            key={id}
            value={id}
            className="touch-target inline-flex h-7 items-center rounded-md border border-transparent px-2.5 text-faded text-sm hover:text-ink data-active:border-brass-ink/40 data-active:bg-brass-wash data-active:font-medium data-active:text-ink"
          >
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippetLanguages.map(({ id, label }) => (
        <Tabs.Panel key={id} value={id}>
          <CodeBlock label={`${label} code`} code={verifySnippet(id, HEADERS)} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
