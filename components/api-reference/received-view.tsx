import { prettyJson } from '@/components/deliveries/pretty-json'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDuration } from '@/components/ui/number-format'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Received } from './send-request'

/** How it went, in a line that is read out. */
export function ReceivedStatus({ received: { status, statusText, durationMs } }: { received: Received }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusBadge tone={status < 400 ? 'success' : 'danger'}>
        {status} {statusText}
        <span className="sr-only">, </span>
      </StatusBadge>
      <span className="text-faded text-sm">{formatDuration(Math.round(durationMs))}</span>
    </span>
  )
}

/** What came back. */
export function ReceivedView({ received }: { received: Received }) {
  const { headers, body } = received
  return (
    <div className="mt-3 flex flex-col gap-3">
      {body === '' ? (
        <p className="text-faded text-sm">The answer has no body.</p>
      ) : (
        <CodeBlock label="Body of the answer" code={prettyJson(body) ?? body} copyValue={body} />
      )}
      <Disclosure summary={`Headers of the answer (${headers.length})`} className="text-sm">
        <dl className="font-mono text-xs leading-5">
          {headers.map(([name, value]) => (
            <div key={name} className="wrap-anywhere">
              <dt className="inline text-faded">{name}: </dt>
              <dd className="inline">{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}
