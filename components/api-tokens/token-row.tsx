'use client'

import { Instant } from '@/components/ui/instant'
import { Cell, RowHeader, TableRow } from '@/components/ui/table'
import type { ListedToken } from '@/lib/operations/store-tokens'
import { scopes } from '@/lib/schemas/scopes'
import { RevokeToken } from './revoke-token'
import { TokenStatus } from './token-status'

/** One token of the list; one that no longer works is set back. */
export function TokenRow({ token, onRevoked }: { token: ListedToken; onRevoked: (name: string) => void }) {
  const works = token.status === 'active'
  return (
    <TableRow data-token={token.prefix} className={works ? undefined : 'text-faded'}>
      <RowHeader className="min-w-40 py-2.5 lg:max-w-72">
        <span className={`wrap-anywhere ${works ? 'font-medium' : ''}`}>{token.name}</span>
        <span className="block font-mono text-faded text-xs">
          shb_{token.prefix}…{token.lastFour}
        </span>
      </RowHeader>
      <Cell label="Scopes">
        <span className="font-mono text-xs whitespace-nowrap">
          {token.scopes.length === scopes.length ? (
            <span className="font-sans text-sm">Everything</span>
          ) : (
            token.scopes.map((scope) => (
              <span key={scope} className="block">
                {scope}
              </span>
            ))
          )}
        </span>
      </Cell>
      <Cell label="Status">
        <TokenStatus token={token} />
      </Cell>
      <Cell label="Last used">
        {token.lastUsedAt ? (
          <Instant at={token.lastUsedAt} precision="minute" />
        ) : (
          <span className="text-faded">Never</span>
        )}
      </Cell>
      <Cell label="Created">
        <div>
          <Instant at={token.createdAt} precision="minute" />
          <span className="block text-faded text-xs wrap-anywhere">
            {token.createdBy === null ? 'on the command line' : `by ${token.createdBy}`}
          </span>
        </div>
      </Cell>
      <Cell className="max-sm:text-left sm:w-px">
        {works ? <RevokeToken token={token} onRevoked={() => onRevoked(token.name)} /> : null}
      </Cell>
    </TableRow>
  )
}
