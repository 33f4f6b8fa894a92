'use client'

import type { ReactNode } from 'react'
import { Instant } from '@/components/ui/instant'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Tone } from '@/components/ui/tone'
import type { ListedToken } from '@/lib/operations/store-tokens'

/** Whether a token works, and until when. */
export function TokenStatus({ token }: { token: ListedToken }) {
  const { tone, word, detail } = stateOf(token)
  return (
    <div>
      <StatusBadge plain tone={tone}>
        {word}
      </StatusBadge>
      <span className="block text-faded text-xs">{detail}</span>
    </div>
  )
}

type State = { tone: Tone; word: string; detail: ReactNode }

function stateOf({ status, endsSoon, revokedAt, expiresAt }: ListedToken): State {
  if (status === 'revoked') return { tone: 'muted', word: 'Revoked', detail: minute(revokedAt) }
  if (status === 'expired') return { tone: 'muted', word: 'Expired', detail: minute(expiresAt) }
  if (expiresAt === null) return { tone: 'success', word: 'Active', detail: 'never expires' }
  if (endsSoon) {
    const detail = <Instant at={expiresAt} precision="minute" relative />
    return { tone: 'warning', word: 'Expires soon', detail }
  }
  return { tone: 'success', word: 'Active', detail: <>until {minute(expiresAt)}</> }
}

function minute(at: Date | null): ReactNode {
  return at ? <Instant at={at} precision="minute" /> : null
}
