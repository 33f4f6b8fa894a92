import { KeyRoundIcon } from 'lucide-react'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { firstCall } from './first-call'

/** In the place of the list while there is nothing to list. */
export function NoTokens({ apiUrl }: { apiUrl: string }) {
  return (
    <>
      <EmptyState icon={KeyRoundIcon} title="No API tokens yet" className="pb-6">
        A token lets a program call the API in the name of this store: your shop sends events with it, and
        scripts manage endpoints or read deliveries. The first call of most programs is this:
      </EmptyState>
      <div className="mx-auto max-w-2xl px-5 pb-8">
        <CodeBlock label="First call" code={firstCall(apiUrl, '<token>', ['events:write']) ?? ''} />
      </div>
    </>
  )
}
