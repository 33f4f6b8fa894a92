import Link from 'next/link'
import { linkClass } from '@/components/ui/link-class'
import { Pagination } from '@/components/ui/pagination'
import { toPublicId } from '@/lib/ids'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { changeFilter, firstPageOf, logHref } from './log-address'
import { SearchedTo, SearchFurther } from './search-further'
import type { LogPage } from './use-log'

/** The way to older and newer deliveries, and on where a search ended early. */
export function LogPages({ page, filter }: { page: LogPage; filter: LogFilterInput }) {
  const { previousCursor, nextCursor, isPartial } = page
  const isFirst = !filter.after && !filter.before
  const hrefOf = (name: 'after' | 'before', cursor: string | null) =>
    cursor === null ? undefined : logHref(changeFilter(filter, { [name]: toPublicId('dlv', cursor) }))
  return (
    <div className="border-rule border-t">
      {isPartial ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b px-5 py-3 text-sm max-sm:px-4">
          <span>
            <SearchedTo page={page} filter={filter} />
          </span>
          <SearchFurther page={page} filter={filter} />
        </p>
      ) : null}
      <Pagination
        label="Pages of deliveries"
        previous={hrefOf('before', previousCursor)}
        next={hrefOf('after', nextCursor)}
        summary={
          isFirst ? null : (
            <Link
              href={logHref(firstPageOf(filter))}
              prefetch={false}
              rel="first"
              className={`${linkClass} inline-flex min-h-6 items-center`}
            >
              Back to the newest
            </Link>
          )
        }
      />
    </div>
  )
}
