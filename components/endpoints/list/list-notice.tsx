'use client'

import Link from 'next/link'
import type { RefObject } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { toPublicId } from '@/lib/ids'
import type { ListNotice as Notice } from './use-endpoint-status'

type Props = {
  notice: Notice | null
  /** Its first button takes the focus where what was pressed has gone. */
  boxRef: RefObject<HTMLDivElement | null>
  onDismiss: () => void
}

/** Says what came of the last action. */
export function ListNotice({ notice, boxRef, onDismiss }: Props) {
  const said = notice === null ? null : wordsOf(notice)
  return (
    <>
      {/* Always there: only what is put into it later is read out. */}
      <p role="status" className="sr-only">
        {said ? `${said.title}. ${said.text}` : ''}
      </p>
      {notice && said ? (
        <div ref={boxRef}>
          <Banner
            tone={said.tone}
            title={said.title}
            actions={
              <>
                {notice.kind === 'enabled' ? (
                  <Button
                    size="sm"
                    render={<Link href={`/settings/webhooks/${toPublicId('we', notice.id)}?test=1`} />}
                  >
                    Send test event
                  </Button>
                ) : null}
                <Button size="sm" variant="quiet" onClick={onDismiss}>
                  Dismiss
                </Button>
              </>
            }
          >
            {said.text}
          </Banner>
        </div>
      ) : null}
    </>
  )
}

function wordsOf(notice: Notice) {
  if (notice.kind === 'problem') {
    return { tone: 'danger', title: notice.title, text: notice.message } as const
  }
  const { kind, name } = notice
  if (kind === 'disabled') {
    return {
      tone: 'info',
      title: `“${name}” is disabled`,
      text: 'It gets no events until it is enabled again.',
    } as const
  }
  return {
    tone: 'success',
    title: `“${name}” is enabled`,
    text: 'It gets the events that happen from now on. A test event shows whether its receiver answers.',
  } as const
}
