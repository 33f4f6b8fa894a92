'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { LiveOutcome } from '@/components/deliveries/live-outcome'
import { VerifySnippets } from '@/components/endpoints/verify-snippets'
import { callAction } from '@/components/shell/call-action'
import { Banner } from '@/components/ui/banner'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { sendTestEvent } from '@/lib/actions/endpoints'
import { toPublicId } from '@/lib/ids'
import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import { formatSlack } from '@/lib/webhooks/payload-formats/slack'

export type CreatedEndpoint = {
  id: string
  kind: EndpointKindName
  apiVersion: string
  name: string
  secret: string
  testDeliveryId: string | null
}

const TITLE = 'Endpoint created · Shopbell'

/** What one needs once an endpoint is made: its secret, whether the receiver answers, and how to check signatures. */
export function EndpointCreated({ endpoint }: { endpoint: CreatedEndpoint }) {
  const isChat = isForChat(endpoint)
  const isSigned = endpoint.kind === 'api' && !isChat
  // The page is still the one of the form, whose title Next wrote.
  useEffect(() => {
    const before = document.title
    document.title = TITLE
    return () => {
      if (document.title === TITLE) document.title = before
    }
  }, [])
  // Whoever pressed the button hears and sees that the page has changed.
  useEffect(() => {
    window.scrollTo({ top: 0 })
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
        title="Endpoint created"
        description={
          <span className="wrap-anywhere">“{endpoint.name}” gets the events that happen from now on.</span>
        }
        actions={
          <Button
            variant="primary"
            render={<Link href={`/settings/webhooks/${toPublicId('we', endpoint.id)}`} />}
          >
            Open endpoint
          </Button>
        }
      />
      {isSigned ? <NewSecret secret={endpoint.secret} /> : null}
      <FirstTest endpoint={endpoint} />
      {isSigned ? <SignatureCode /> : null}
      {isChat ? (
        <Disclosure summary="Signing secret, and code to check signatures">
          <div className="flex flex-col gap-6">
            <p className="text-faded text-sm">
              Slack checks no signatures. You need these where a program of yours receives the messages.
            </p>
            <NewSecret secret={endpoint.secret} />
            <SignatureCode />
          </div>
        </Disclosure>
      ) : null}
    </>
  )
}

/** Slack is no program that could be given a secret. */
function isForChat({ kind, apiVersion }: CreatedEndpoint): boolean {
  return kind === 'api' && apiVersion === formatSlack.version
}

function whatTestIs(endpoint: CreatedEndpoint): string {
  const sample = 'A sample of the first chosen event type, marked as a test'
  if (endpoint.kind === 'email') return `${sample}, as a message to the address.`
  return isForChat(endpoint) ? `${sample}. Look into the channel for the test message.` : `${sample}.`
}

function NewSecret({ secret }: { secret: string }) {
  return (
    <Card
      title="Signing secret"
      description="Your receiver needs it to check that a request came from us. Keep it where you keep passwords."
    >
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 rounded-md border border-rule bg-inset px-3 py-1.5 font-mono text-sm wrap-anywhere">
          {secret}
        </code>
        <CopyButton value={secret} label="Copy secret" size="md" />
      </div>
      <p className="mt-3 text-faded text-sm">
        Operators and admins of this store can reveal it again on the endpoint’s page; each time is noted in
        the audit log.
      </p>
    </Card>
  )
}

function SignatureCode() {
  return (
    <Card
      title="Check signatures"
      description="Put the secret into the receiver’s environment as WEBHOOK_SECRET, and let this code refuse what is not genuine."
    >
      <VerifySnippets />
    </Card>
  )
}

function FirstTest({ endpoint }: { endpoint: CreatedEndpoint }) {
  const { id, testDeliveryId } = endpoint
  const [deliveryId, setDeliveryId] = useState(testDeliveryId)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function sendAnother() {
    setIsSending(true)
    const result = await callAction(sendTestEvent({ id, send: {} }))
    setIsSending(false)
    setProblem(result.ok ? undefined : result.message)
    if (result.ok) setDeliveryId(result.data.deliveryId)
  }

  return (
    <Card
      title="Test event"
      description={whatTestIs(endpoint)}
      actions={
        <Button size="sm" pending={isSending} onClick={sendAnother}>
          {deliveryId === null ? 'Send test event' : 'Send another test event'}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {problem === undefined ? null : (
          <Banner tone="danger" role="alert" title="The test event was not sent">
            {problem}
          </Banner>
        )}
        {deliveryId === null ? (
          <p>No test event has been sent yet.</p>
        ) : (
          <LiveOutcome key={deliveryId} deliveryId={deliveryId} />
        )}
      </div>
    </Card>
  )
}
