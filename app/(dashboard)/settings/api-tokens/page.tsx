import Link from 'next/link'
import { TokensScreen } from '@/components/api-tokens/tokens-screen'
import { NoPermission } from '@/components/shell/no-permission'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { env } from '@/lib/env'
import { listTokens, MOST_TOKENS } from '@/lib/operations/store-tokens'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

export const metadata = { title: 'API tokens' }

export default async function ApiTokensPage() {
  const viewer = await requireViewer()
  if (!can(viewer.role, 'store:administer')) {
    return (
      <>
        <PageHeader title="API tokens" />
        <NoPermission
          role={viewer.role}
          what="manage API tokens"
          action={<Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>}
        />
      </>
    )
  }
  const tokens = await listTokens(contextOf(viewer, null))
  return <TokensScreen tokens={tokens} limit={MOST_TOKENS} apiUrl={env().PUBLIC_URL} />
}
