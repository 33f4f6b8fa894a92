'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { toPublicId } from '@/lib/ids'
import type { ListNotice as Notice } from './use-endpoint-status'

/** Says what came of the last change. It takes the focus where what was pressed has gone. */
export function ListNotice({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) box.current?.focus()
  }, [])
  return (
    <div ref={box} tabIndex={-1} role={notice.kind === 'problem' ? 'alert' : 'status'} className="rounded-md">
      <Content notice={notice} onDismiss={onDismiss} />
    </div>
  )
}

function Content({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const dismiss = (
    <Button size="sm" variant="quiet" onClick={onDismiss}>
      Dismiss
    </Button>
  )
  if (notice.kind === 'problem') {
    const { title, message, requestId } = notice
    return (
      <Banner
        tone="danger"
        title={title}
        actions={
          <>
            {requestId === '' ? null : <CopyButton value={requestId} label="Copy request ID" />}
            {dismiss}
          </>
        }
      >
        {message}
      </Banner>
    )
  }
  const { kind, id, name } = notice
  if (kind === 'disabled') {
    return (
      <Banner tone="info" title={`“${name}” is disabled`} actions={dismiss}>
        It gets no events until it is enabled again.
      </Banner>
    )
  }
  return (
    <Banner
      tone="success"
      title={`“${name}” is enabled`}
      actions={
        <>
          <Button size="sm" render={<Link href={`/settings/webhooks/${toPublicId('we', id)}?test=1`} />}>
            Send test event
          </Button>
          {dismiss}
        </>
      }
    >
      It gets the events that happen from now on. A test event shows whether its receiver answers.
    </Banner>
  )
}
