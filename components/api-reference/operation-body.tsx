import { FieldTable } from '@/components/event-types/field-table'
import { Card } from '@/components/ui/card'
import { CodedText } from '@/components/ui/coded-text'
import type { ReferenceOperation } from '@/lib/http/openapi/reference'
import { AnswerView } from './answer-view'
import { eitherOr } from './either-or'
import { ParameterTable } from './parameter-table'
import { ProblemView } from './problem-view'

/** What an operation takes and answers. */
export function OperationBody({ operation }: { operation: ReferenceOperation }) {
  const { parameters, body, answers, problems } = operation
  return (
    <>
      {parameters.length === 0 ? null : (
        <Card title="Parameters" flush>
          <ParameterTable parameters={parameters} />
        </Card>
      )}
      {body ? (
        <Card
          title="Body"
          description={body.isRequired ? 'application/json' : 'application/json; can be left out'}
          flush
        >
          {body.alternatives.length === 0 ? null : (
            <p className="px-5 pt-3 max-sm:px-4">
              <CodedText text={eitherOr(body.alternatives)} />
            </p>
          )}
          <FieldTable caption="Fields of the body" fields={body.fields} />
        </Card>
      ) : null}
      <Card title="Answers">
        <div className="flex flex-col gap-6">
          {answers.map((answer) => (
            <AnswerView key={answer.status} answer={answer} />
          ))}
        </div>
      </Card>
      {problems.length === 0 ? null : (
        <Card title="Refusals" description="application/problem+json, in the form of RFC 9457">
          <div className="flex flex-col gap-3">
            {problems.map((problem) => (
              <ProblemView key={problem.status} problem={problem} />
            ))}
          </div>
        </Card>
      )}
    </>
  )
}
