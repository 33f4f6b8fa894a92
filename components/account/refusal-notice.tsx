import { Banner } from '@/components/ui/banner'
import { CopyButton } from '@/components/ui/copy-button'
import type { Refusal } from './use-submission'

/** A refusal that no field explains. */
export function RefusalNotice({ refusal }: { refusal: Refusal | null }) {
  if (!refusal || refusal.fields.length > 0) return null
  return (
    <Banner role="alert" tone="danger" title={refusal.message}>
      {refusal.requestId === '' ? null : (
        <span className="inline-flex flex-wrap items-center gap-1 text-faded">
          Request <code className="font-mono text-xs wrap-anywhere">{refusal.requestId}</code>
          <CopyButton value={refusal.requestId} label="Copy request ID" iconOnly />
        </span>
      )}
    </Banner>
  )
}
