'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { Field } from '@/components/ui/field'
import { findJsonProblem } from '@/components/ui/json-problem'
import { Textarea } from '@/components/ui/textarea'
import type { ReferenceOperation } from '@/lib/http/openapi/reference'
import { curlCommand } from '@/lib/webhooks/curl-command'
import { buildRequest, firstDraft, missingOf, type RequestDraft, valueKey } from './build-request'
import { keepToken, readKeptToken } from './kept-token'
import { ParameterField } from './parameter-field'
import { ReceivedView } from './received-view'
import { type Received, sendRequest } from './send-request'
import { TokenField } from './token-field'

type Answer = { received: Received } | { problem: string }

/** An operation as a curl command, and a form that sends it to the own store. */
export function TryIt({ operation }: { operation: ReferenceOperation }) {
  const { access, method, parameters, body } = operation
  const [draft, setDraft] = useState<RequestDraft>(() => firstDraft(operation))
  const [isSending, setSending] = useState(false)
  const [asked, setAsked] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const scheme = access?.scheme
  useEffect(() => {
    if (scheme !== undefined) setDraft((before) => ({ ...before, token: readKeptToken(scheme) }))
  }, [scheme])

  const missing = asked ? missingOf(operation, draft) : []
  const problem = draft.body.trim() === '' ? null : findJsonProblem(draft.body)
  const shown = buildRequest(operation, { ...draft, token: '<token>' }, operation.serverUrl)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (isSending || missingOf(operation, draft).length > 0) return
    setSending(true)
    try {
      setAnswer({ received: await sendRequest(buildRequest(operation, draft, window.location.origin)) })
    } catch (error) {
      setAnswer({ problem: error instanceof Error ? error.message : 'The request was not sent.' })
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      <Card title="Request">
        <CodeBlock label="curl command" heading="curl" code={curlCommand(shown)} defaultWrap />
      </Card>
      <Card title="Try it" description="Sends the request to this installation, to the store of your token.">
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          {access ? (
            <TokenField
              access={access}
              value={draft.token}
              onChange={(token) => {
                keepToken(access.scheme, token)
                setDraft({ ...draft, token })
              }}
            />
          ) : null}
          {parameters.map((parameter) => {
            const key = valueKey(parameter)
            return (
              <ParameterField
                key={key}
                parameter={parameter}
                value={draft.values[key] ?? ''}
                error={missing.includes(parameter.name) ? 'Fill this in.' : undefined}
                onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [key]: value } })}
              />
            )
          })}
          {body ? (
            <Field
              label="Body"
              aside="application/json"
              required={body.isRequired}
              hint={
                problem
                  ? `Not JSON yet, line ${problem.line}, column ${problem.column}: ${problem.message}.`
                  : undefined
              }
            >
              <Textarea
                mono
                rows={Math.min(16, draft.body.split('\n').length + 1)}
                value={draft.body}
                onChange={(event) => setDraft({ ...draft, body: event.target.value })}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            </Field>
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" pending={isSending}>
              Send request
            </Button>
            {method === 'GET' ? null : <p className="text-faded text-sm">It acts on the real store.</p>}
          </div>
        </form>
        <div aria-live="polite" className="not-empty:mt-4">
          {answer && 'received' in answer ? <ReceivedView received={answer.received} /> : null}
          {answer && 'problem' in answer ? (
            <Banner tone="danger" title="No answer came">
              {answer.problem}
            </Banner>
          ) : null}
        </div>
      </Card>
    </>
  )
}
