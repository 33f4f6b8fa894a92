import { FieldTable } from '@/components/event-types/field-table'
import { CodeBlock } from '@/components/ui/code-block'
import { CodedText } from '@/components/ui/coded-text'
import { Disclosure } from '@/components/ui/disclosure'
import type { ReferenceAnswer } from '@/lib/http/openapi/reference'

/** One status that an operation answers: its example, its headers, and its fields on demand. */
export function AnswerView({ answer }: { answer: ReferenceAnswer }) {
  const { status, description, headers, fields, examples } = answer
  return (
    <div className="flex flex-col gap-3">
      <p>
        <code className="mr-2 font-mono font-semibold">{status}</code>
        <CodedText text={description} />
      </p>
      {examples.map(({ summary, text }) => (
        <CodeBlock key={summary} label={`${status}: ${summary}`} heading={summary} code={text} />
      ))}
      <ul className="text-sm">
        {headers.map((header) => (
          <li key={header.name}>
            <code className="mr-2 font-mono text-xs">{header.name}</code>
            <span className="text-faded">
              <CodedText text={header.description} />
            </span>
          </li>
        ))}
      </ul>
      {fields.length > 0 ? (
        <Disclosure summary={`Fields of the answer (${fields.length})`} className="[&>div]:pl-0!">
          <div className="-mx-5 max-sm:-mx-4">
            <FieldTable caption={`Fields of the answer with ${status}`} fields={fields} />
          </div>
        </Disclosure>
      ) : null}
    </div>
  )
}
