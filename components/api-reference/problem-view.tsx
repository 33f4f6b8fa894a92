import { CodeBlock } from '@/components/ui/code-block'
import { CodedText } from '@/components/ui/coded-text'
import { Disclosure } from '@/components/ui/disclosure'
import type { ReferenceAnswer } from '@/lib/http/openapi/reference'

/** One status of a refusal; its bodies, one for each code, are folded away. */
export function ProblemView({ problem }: { problem: ReferenceAnswer }) {
  const { status, description, headers, examples } = problem
  const own = headers.filter(({ name }) => name !== 'x-request-id')
  return (
    <Disclosure
      summary={
        <span className="font-normal">
          <code className="mr-2 font-mono font-semibold">{status}</code>
          <CodedText text={description} />
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {examples.map(({ summary, text }) => (
          <CodeBlock key={summary} label={`${status}: ${summary}`} heading={summary} code={text} />
        ))}
        {own.map(({ name, description: words }) => (
          <p key={name} className="text-sm">
            <code className="mr-2 font-mono text-xs">{name}</code>
            <span className="text-faded">
              <CodedText text={words} />
            </span>
          </p>
        ))}
      </div>
    </Disclosure>
  )
}
