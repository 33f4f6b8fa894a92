'use client'

import type { ReactElement } from 'react'
import { formatInstant, type InstantStyle, localIso, zoneLabel } from './clock-format'
import { CopyButton } from './copy-button'
import { Popover } from './popover'
import { relativeTime } from './relative-time'
import { useTimeZone } from './time-zone'
import { useNow } from './use-now'

type Props = {
  at: Date | string
  precision?: InstantStyle
  /** Also how long ago or ahead, once the page is alive. */
  relative?: boolean
  /** A button that shows the instant in other forms to copy; not in each row of a table. */
  details?: boolean
}

export function Instant({ at, precision = 'second', relative = false, details = false }: Props) {
  const timeZone = useTimeZone()
  const nowMs = useNow(relative)
  const iso = new Date(at).toISOString()
  const time = (
    // The year appears on New Year's Eve at midnight, which may fall between server and browser.
    <time
      dateTime={iso}
      title={details ? undefined : `${localIso(at, timeZone)}, ${timeZone}\n${iso}\n${Date.parse(iso)}`}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {formatInstant(at, timeZone, precision)}
    </time>
  )
  const shown = details ? <Details iso={iso} timeZone={timeZone} time={time} /> : time
  if (!relative) return shown
  return (
    // One element: a cell that became a line of a card would pull two apart.
    <span>
      {shown}{' '}
      {nowMs !== null && <span className="whitespace-nowrap text-faded">{relativeTime(at, nowMs)}</span>}
    </span>
  )
}

function Details({ iso, timeZone, time }: { iso: string; timeZone: string; time: ReactElement }) {
  const forms = [
    {
      name: 'Local time',
      copy: 'Copy local time',
      hint: zoneLabel(timeZone, iso),
      value: localIso(iso, timeZone),
    },
    { name: 'UTC', copy: 'Copy UTC time', value: iso },
    { name: 'Unix milliseconds', copy: 'Copy Unix milliseconds', value: String(Date.parse(iso)) },
  ]
  return (
    <Popover
      title="Date and time"
      trigger={
        <button
          type="button"
          className="touch-target inline-flex pointer-fine:min-h-6 items-center rounded-sm underline decoration-faded decoration-dotted underline-offset-3 hover:decoration-ink"
        >
          {time}
        </button>
      }
    >
      <dl className="grid gap-2 text-sm">
        {forms.map(({ name, copy, hint, value }) => (
          <div key={name}>
            <dt className="text-faded text-xs">{hint ? `${name}, ${hint}` : name}</dt>
            <dd className="flex items-center justify-between gap-4 font-mono">
              <span className="min-w-0 wrap-anywhere">{value}</span>
              <CopyButton iconOnly value={value} label={copy} />
            </dd>
          </div>
        ))}
      </dl>
    </Popover>
  )
}
