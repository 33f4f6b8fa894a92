'use client'

import { Instant } from '@/components/ui/instant'
import { StatusBadge } from '@/components/ui/status-badge'
import type { ListedToken } from '@/lib/operations/store-tokens'

/** Whether a token works, and until when. */
export function TokenStatus({ token: { status, endsSoon, revokedAt, expiresAt } }: { token: ListedToken }) {
  if (status === 'revoked') {
    return (
      <Lines
        badge={
          <StatusBadge plain tone="muted">
            Revoked
          </StatusBadge>
        }
      >
        {revokedAt ? <Instant at={revokedAt} precision="minute" /> : null}
      </Lines>
    )
  }
  if (status === 'expired') {
    return (
      <Lines
        badge={
          <StatusBadge plain tone="muted">
            Expired
          </StatusBadge>
        }
      >
        {expiresAt ? <Instant at={expiresAt} precision="minute" /> : null}
      </Lines>
    )
  }
  if (endsSoon && expiresAt) {
    return (
      <Lines
        badge={
          <StatusBadge plain tone="warning">
            Expires soon
          </StatusBadge>
        }
      >
        <Instant at={expiresAt} precision="minute" relative />
      </Lines>
    )
  }
  return (
    <Lines
      badge={
        <StatusBadge plain tone="success">
          Active
        </StatusBadge>
      }
    >
      {expiresAt ? (
        <>
          until <Instant at={expiresAt} precision="minute" />
        </>
      ) : (
        'never expires'
      )}
    </Lines>
  )
}

function Lines({ badge, children }: { badge: React.ReactNode; children: React.ReactNode }) {
  return (
    <div>
      {badge}
      <span className="block text-faded text-xs">{children}</span>
    </div>
  )
}
