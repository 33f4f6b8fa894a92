import { TestSendButton } from '@/components/endpoints/test-send/test-send-button'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { CopyButton } from '@/components/ui/copy-button'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { toPublicId } from '@/lib/ids'
import type { EndpointStanding } from '@/lib/operations/endpoint-standing'
import { EndpointSwitch } from './endpoint-switch'
import { StandingBadge } from './standing-badge'

type Props = { standing: EndpointStanding; mayEdit: boolean; maySendTests: boolean }

/** The head of each of an endpoint's pages. */
export function EndpointHeader({ standing, mayEdit, maySendTests }: Props) {
  const { id, name, description, url, email, disabledAt } = standing.endpoint
  const target = url ?? email
  const isDisabled = disabledAt !== null
  const path = `/settings/webhooks/${toPublicId('we', id)}` as const
  return (
    <PageHeader
      above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
      title={name}
      status={<StandingBadge standing={standing} />}
      description={
        <>
          {target === null ? null : (
            <span className="flex min-w-0 items-start gap-1">
              <code className="line-clamp-2 min-w-0 py-1 font-mono text-ink text-sm wrap-anywhere">
                {target}
              </code>
              <CopyButton value={target} label={url === null ? 'Copy address' : 'Copy URL'} iconOnly />
            </span>
          )}
          {description ? <span className="line-clamp-3 wrap-anywhere">{description}</span> : null}
        </>
      }
      actions={
        <>
          {mayEdit ? <EndpointSwitch endpoint={{ id, name }} isDisabled={isDisabled} /> : null}
          {maySendTests ? <TestSendButton variant="primary" /> : null}
        </>
      }
      tabs={
        <TabLinks
          label="Webhook endpoint"
          tabs={[
            { href: path, label: 'Overview' },
            { href: `${path}/deliveries`, label: 'Deliveries' },
            { href: `${path}/statistics`, label: 'Statistics' },
            { href: `${path}/settings`, label: 'Settings' },
          ]}
        />
      }
    />
  )
}
