'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/components/ui/number-format'
import { PageHeader } from '@/components/ui/page-header'
import { HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { ListedToken } from '@/lib/operations/store-tokens'
import { CreateToken } from './create-token'
import { NoTokens } from './no-tokens'
import { TokenRow } from './token-row'

type Props = { tokens: readonly ListedToken[]; limit: number; apiUrl: string }

/** The store's API tokens: to see, to make and to end. */
export function TokensScreen({ tokens, limit, apiUrl }: Props) {
  const router = useRouter()
  const [news, setNews] = useState('')
  const [isCreating, setIsCreating] = useState(false)
  const working = tokens.filter(({ status }) => status === 'active')
  const isFull = working.length >= limit
  const soon = working.filter(({ endsSoon }) => endsSoon)

  function revoked(name: string) {
    setNews(`Token “${name}” revoked`)
    router.refresh()
  }

  return (
    <>
      <PageHeader
        title="API tokens"
        description="With a token a program calls the HTTP API in the name of this store."
        actions={
          // With the last place taken the dialog still shows the token, which it does but once.
          isFull && !isCreating ? null : (
            <CreateToken
              apiUrl={apiUrl}
              open={isCreating}
              onOpenChange={setIsCreating}
              onCreated={router.refresh}
            />
          )
        }
      />
      <p role="status" className="sr-only">
        {news}
      </p>
      {isFull ? (
        <Banner
          tone="info"
          title={`This store has ${formatCount(limit)} of ${formatCount(limit)} possible tokens`}
        >
          To create another one, revoke one that is no longer used.
        </Banner>
      ) : null}
      {soon.length === 0 ? null : (
        <Banner
          tone="warning"
          title={
            soon.length === 1
              ? `“${soon[0]?.name}” expires within seven days`
              : `${formatCount(soon.length)} tokens expire within seven days`
          }
        >
          Create a new token, put it where the old one is used, and revoke the old one.
        </Banner>
      )}
      <Card flush>
        {tokens.length === 0 ? (
          <NoTokens apiUrl={apiUrl} />
        ) : (
          <Table caption="API tokens">
            <TableHead>
              <TableRow>
                <HeadCell>Token</HeadCell>
                <HeadCell>Scopes</HeadCell>
                <HeadCell>Status</HeadCell>
                <HeadCell>Last used</HeadCell>
                <HeadCell>Created</HeadCell>
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} onRevoked={revoked} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      {tokens.length === 0 ? null : (
        <p className="text-faded text-sm">
          Last use is noted once a minute. Of the tokens that no longer work the latest 50 are listed.
        </p>
      )}
    </>
  )
}
