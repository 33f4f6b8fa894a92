import { BellIcon } from 'lucide-react'
import Link from 'next/link'
import { MarkSeen } from '@/components/notices/mark-seen'
import { NoticeEntry } from '@/components/notices/notice-entry'
import { NoticesHeader } from '@/components/notices/notices-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/lib/auth'
import { getNoticePage } from '@/lib/operations/notices'
import { contextOf } from '@/lib/operations/viewer'
import { uuid } from '@/lib/schemas/id'

export const metadata = { title: 'Notices' }

export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  const viewer = await requireViewer()
  const before = uuid.safeParse((await searchParams).before).data ?? null
  const { notices, hasOlder, isMailed } = await getNoticePage(contextOf(viewer, null), viewer.userId, before)
  const [newest] = notices
  const oldest = notices.at(-1)
  return (
    <>
      <NoticesHeader isMailed={isMailed} />
      {newest?.isNew && before === null ? <MarkSeen newestId={newest.id} /> : null}
      <Card flush>
        {newest ? (
          <ol aria-label="Notices">
            {notices.map((notice) => (
              <NoticeEntry key={notice.id} notice={notice} />
            ))}
          </ol>
        ) : (
          <EmptyState icon={BellIcon} title={before === null ? 'No notices' : 'No older notices'} tone="good">
            You are told here when an endpoint keeps failing, when it is disabled, and when it works again.
          </EmptyState>
        )}
      </Card>
      {before === null && !hasOlder ? null : (
        <nav aria-label="Pages of notices" className="flex flex-wrap justify-end gap-2">
          {before === null ? null : (
            <Button size="sm" render={<Link href="/notices" />}>
              Newest notices
            </Button>
          )}
          {hasOlder && oldest ? (
            <Button size="sm" render={<Link href={`/notices?before=${oldest.id}`} prefetch={false} />}>
              Older notices
            </Button>
          ) : null}
        </nav>
      )}
    </>
  )
}
