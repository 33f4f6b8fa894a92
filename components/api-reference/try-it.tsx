'use client'

import { type FormEvent, useEffect, useId, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import type { ReferenceOperation } from '@/lib/http/openapi/reference'
import { curlCommand } from '@/lib/webhooks/curl-command'
import { BodyField } from './body-field'
import { buildRequest, firstDraft, type RequestDraft, valueKey } from './build-request'
import { keepToken, readKeptToken } from './kept-token'
import { ParameterField } from './parameter-field'
import { ReceivedStatus, ReceivedView } from './received-view'
import { requestFaults } from './request-faults'
import { type Received, sendRequest } from './send-request'
import { TokenField } from './token-field'

type Answer = { received: Received } | { problem: string }

/** An operation as a curl command, and a form that sends it to the own store. */
export function TryIt({ operation }: { operation: ReferenceOperation }) {
  const { access, method, parameters, body } = operation
  const formId = useId()
  const [draft, setDraft] = useState<RequestDraft>(() => firstDraft(operation))
  const [isSending, setSending] = useState(false)
  const [asked, setAsked] = useState(false)
  const [sentBody, setSentBody] = useState<string>()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const scheme = access?.scheme
  useEffect(() => {
    if (scheme !== undefined) setDraft((before) => ({ ...before, token: readKeptToken(scheme) }))
  }, [scheme])

  const faults = asked ? requestFaults(operation, draft) : []
  const fieldOf = (key: string) => ({
    id: `${formId}-${key}`,
    error: faults.find((fault) => fault.key === key)?.message,
  })
  const shown = buildRequest(operation, { ...draft, token: '<token>' }, operation.serverUrl)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    setSentBody(draft.body)
    const [fault] = requestFaults(operation, draft)
    if (fault) return document.getElementById(fieldOf(fault.key).id)?.focus()
    if (isSending) return
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
              {...fieldOf('token')}
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
                {...fieldOf(key)}
                parameter={parameter}
                value={draft.values[key] ?? ''}
                onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [key]: value } })}
              />
            )
          })}
          {body ? (
            <BodyField
              {...fieldOf('body')}
              value={draft.body}
              isRequired={body.isRequired}
              isSent={draft.body === sentBody}
              onChange={(text) => setDraft({ ...draft, body: text })}
            />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" pending={isSending}>
              Send request
            </Button>
            {method === 'GET' ? null : <p className="text-faded text-sm">It acts on the real store.</p>}
          </div>
        </form>
        {/* No more than this is read out: an answer can be long. */}
        <p role="status" className="not-empty:mt-4">
          {answer && 'received' in answer ? <ReceivedStatus received={answer.received} /> : null}
        </p>
        {answer && 'received' in answer ? <ReceivedView received={answer.received} /> : null}
        {answer && 'problem' in answer ? (
          <Banner tone="danger" role="alert" title="No answer came" className="mt-4">
            {answer.problem}
          </Banner>
        ) : null}
      </Card>
    </>
  )
}
