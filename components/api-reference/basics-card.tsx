import { Card } from '@/components/ui/card'
import { CodedText } from '@/components/ui/coded-text'
import { CopyButton } from '@/components/ui/copy-button'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'

const basics = {
  Authentication:
    '`Authorization: Bearer <token>`. A token belongs to one store and has scopes; each operation names its own.',
  Lists:
    'take `limit` and `after`: the `meta.next_cursor` of the page before, which is null on the last page.',
  Refusals:
    'are `application/problem+json` (RFC 9457) with a `code` for programs, and for 422 `errors` with a pointer to each fault.',
  Repeating:
    '`Idempotency-Key`, where an operation takes it, does the thing once, however often it is sent within 24 hours.',
  Times: 'are UTC. Every answer has `x-request-id`; name it when you ask about a request.',
}

/** What holds for all operations. */
export function BasicsCard({ serverUrl }: { serverUrl: string }) {
  return (
    <Card title="Basics">
      <KeyValueList className="text-sm [&>div]:items-baseline">
        <KeyValue label="Server">
          <span className="flex flex-wrap items-center gap-2">
            <code className="font-mono wrap-anywhere">{serverUrl}</code>
            <CopyButton value={serverUrl} label="Copy server URL" iconOnly />
          </span>
        </KeyValue>
        {Object.entries(basics).map(([label, text]) => (
          <KeyValue key={label} label={label}>
            <CodedText text={text} />
          </KeyValue>
        ))}
      </KeyValueList>
    </Card>
  )
}
