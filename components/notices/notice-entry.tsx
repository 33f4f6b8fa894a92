import { CircleCheckIcon, CircleSlashIcon, type LucideIcon, TriangleAlertIcon } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { type Tone, toneText } from '@/components/ui/tone'
import { toPublicId } from '@/lib/ids'
import type { Notice } from '@/lib/operations/notices'
import type { NoticeKind } from '@/lib/webhooks/endpoint-health'
import { noticeTitle } from '@/lib/webhooks/notice-title'
import { NoticeText } from './notice-text'

const looks: Record<NoticeKind, { Icon: LucideIcon; tone: Tone }> = {
  failing_50: { Icon: TriangleAlertIcon, tone: 'warning' },
  failing_90: { Icon: TriangleAlertIcon, tone: 'danger' },
  disabled_failing: { Icon: CircleSlashIcon, tone: 'danger' },
  disabled_gone: { Icon: CircleSlashIcon, tone: 'danger' },
  recovered: { Icon: CircleCheckIcon, tone: 'success' },
}

export function NoticeEntry({ notice }: { notice: Notice }) {
  const { kind, at, details, endpointId, isDeleted, isNew } = notice
  const { Icon, tone } = looks[kind]
  const title = noticeTitle(kind, details.name)
  return (
    <li className="flex gap-3 border-rule border-b px-5 py-3 last:border-b-0 max-sm:px-4">
      <Icon aria-hidden className={cn('mt-1 size-4 shrink-0', toneText[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-0.5">
        <div className="min-w-0 flex-1 basis-80 wrap-anywhere">
          <h2 className="flex flex-wrap items-center gap-x-2">
            {isDeleted ? (
              <span className="font-medium">
                {title} <span className="font-normal text-faded">(deleted since)</span>
              </span>
            ) : (
              <Link
                href={`/settings/webhooks/${toPublicId('we', endpointId)}`}
                className={`${linkClass} inline-flex min-h-6 pointer-coarse:min-h-11 items-center`}
              >
                {title}
              </Link>
            )}
            {isNew ? <Badge tone="progress">New</Badge> : null}
          </h2>
          <p className="text-sm">
            <NoticeText notice={notice} />
          </p>
        </div>
        <p className="pt-0.5 text-faded text-sm">
          <Instant at={at} precision="minute" relative />
        </p>
      </div>
    </li>
  )
}
