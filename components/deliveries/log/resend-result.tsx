'use client'

import { XIcon } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { Disclosure } from '@/components/ui/disclosure'
import { IconButton } from '@/components/ui/icon-button'
import { linkClass } from '@/components/ui/link-class'
import { formatCount } from '@/components/ui/number-format'
import { toPublicId } from '@/lib/ids'

type Named = { id: string; eventType: string; endpointName: string }

/** What became of a resend: of each delivery, whether it is queued or why not. */
export type ResendOutcome = { queued: readonly Named[]; refused: readonly (Named & { reason: string })[] }

/** Stays until it is closed: what was refused may have to be looked after. */
export function ResendResult({ outcome, onClose }: { outcome: ResendOutcome; onClose: () => void }) {
  const { queued, refused } = outcome
  const tone = refused.length > 0 ? 'warning' : 'info'
  const total = queued.length + refused.length
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that was pressed may have gone with the selection: the focus must not be lost.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) box.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <section ref={box} tabIndex={-1} aria-label="Result of the resend" className="relative rounded-md">
      <Banner tone={tone} className="pr-12 shadow-lift" title={resendSummary(outcome)}>
        {queued.length > 0 ? <p>The rows show what comes of {queued.length === 1 ? 'it' : 'them'}.</p> : null}
        {total === 1 ? (
          <List entries={[...queued, ...refused]} />
        ) : (
          <>
            {refused.length > 0 ? <List entries={refused} /> : null}
            {queued.length > 0 ? (
              <Disclosure summary="Queued deliveries">
                <List entries={queued} />
              </Disclosure>
            ) : null}
          </>
        )}
      </Banner>
      <IconButton label="Dismiss" size="sm" onClick={onClose} className="absolute top-2 right-2">
        <XIcon aria-hidden />
      </IconButton>
    </section>
  )
}

/** The outcome in a few words: “3 resends queued, 2 not resent”. */
export function resendSummary({ queued, refused }: ResendOutcome): string {
  const done = queued.length === 1 ? '1 resend queued' : `${formatCount(queued.length)} resends queued`
  if (refused.length === 0) return done
  const not = `${formatCount(refused.length)} not resent`
  return queued.length === 0 ? not : `${done}, ${not}`
}

function List({ entries }: { entries: readonly (Named & { reason?: string })[] }) {
  return (
    <ul className="max-h-40 overflow-y-auto">
      {entries.map(({ id, eventType, endpointName, reason }) => (
        <li key={id}>
          <Link
            href={`/deliveries/${toPublicId('dlv', id)}`}
            prefetch={false}
            className={`${linkClass} inline-block min-h-6`}
          >
            {eventType} to {endpointName}
          </Link>
          {reason ? <>: {reason}</> : null}
        </li>
      ))}
    </ul>
  )
}
