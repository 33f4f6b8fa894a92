'use client'

import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Instant } from '@/components/ui/instant'
import { revokeToken } from '@/lib/actions/api-tokens'
import type { ListedToken } from '@/lib/operations/store-tokens'

/** Ends a token, once that is confirmed. */
export function RevokeToken({ token, onRevoked }: { token: ListedToken; onRevoked: () => void }) {
  async function revoke() {
    const result = await callAction(revokeToken({ id: token.id }))
    if (!result.ok) return refusalText(result)
    onRevoked()
    return undefined
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
      title={`Revoke token “${token.name}”?`}
      confirmLabel="Revoke token"
      danger
      onConfirm={revoke}
      // The button is gone with what it could do.
      finalFocus={() => document.querySelector<HTMLElement>('main h1') ?? true}
    >
      <p>
        Every program that uses it is refused from its next request on: it gets 401. This cannot be undone; a
        new token can take its place.
      </p>
      <p>
        {token.lastUsedAt ? (
          <>
            It was last used <Instant at={token.lastUsedAt} precision="minute" relative />.
          </>
        ) : (
          'It has never been used.'
        )}
      </p>
    </ConfirmDialog>
  )
}
