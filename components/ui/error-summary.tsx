'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Banner } from './banner'
import { linkClass } from './link-class'

type Props = {
  title?: string
  /** `id` is the control's; without one it is an error of the whole form. */
  errors: readonly { id?: string; message: string }[]
  /** A new value, such as the number of the attempt, moves the focus here again. */
  focusKey?: string | number
}

/** At the head of a form that was refused. Takes the focus when it appears. */
export function ErrorSummary({ title = 'This form has errors', errors, focusKey }: Props) {
  if (errors.length === 0) return null
  return (
    <TakesFocus key={focusKey}>
      <Banner tone="danger" title={title}>
        <ul className="list-disc pl-4">
          {errors.map((error) => (
            <li key={`${error.id}${error.message}`}>
              {error.id ? <FieldLink id={error.id}>{error.message}</FieldLink> : error.message}
            </li>
          ))}
        </ul>
      </Banner>
    </TakesFocus>
  )
}

function TakesFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md">
      {children}
    </div>
  )
}

function FieldLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      href={`#${id}`}
      className={`${linkClass} inline-block min-h-6`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {children}
    </a>
  )
}
