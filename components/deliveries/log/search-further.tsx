import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Instant } from '@/components/ui/instant'
import { idTime, toPublicId } from '@/lib/ids'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { changeFilter, logHref } from './log-address'
import type { LogPage } from './use-log'

type Props = { page: LogPage; filter: LogFilterInput }

/** How far a search came that ended early, to answer in time. */
export function SearchedTo({ page, filter }: Props) {
  const cursor = cursorOf(page, filter)
  if (cursor === null) return null
  return (
    <>
      The search went {isForNewer(filter) ? 'up' : 'back'} to{' '}
      <Instant at={idTime(cursor)} precision="minute" /> and stopped there, to answer in time.
    </>
  )
}

/** Goes on where the search ended. */
export function SearchFurther({ page, filter }: Props) {
  const cursor = cursorOf(page, filter)
  if (cursor === null) return null
  const id = toPublicId('dlv', cursor)
  const next = isForNewer(filter) ? { before: id } : { after: id }
  return (
    <Button
      size="sm"
      render={<Link href={logHref(changeFilter(filter, next))} prefetch={false} rel="next" />}
    >
      Search further
    </Button>
  )
}

function isForNewer({ after, before }: LogFilterInput): boolean {
  return before !== undefined && after === undefined
}

function cursorOf(page: LogPage, filter: LogFilterInput): string | null {
  return isForNewer(filter) ? page.previousCursor : page.nextCursor
}
