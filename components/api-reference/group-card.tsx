import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { linkClass } from '@/components/ui/link-class'
import type { ReferenceGroup } from '@/lib/http/openapi/reference'
import { MethodPath } from './method-path'

/** A group of operations. */
export function GroupCard({ group: { name, description, entries } }: { group: ReferenceGroup }) {
  return (
    <Card title={name} description={description} flush>
      <ul className="divide-y divide-rule">
        {entries.map(({ id, method, path, summary }) => {
          const isAlone = entries.every((other) => other.id === id || other.summary !== summary)
          return (
            <li
              key={id}
              className="grid items-baseline gap-x-4 gap-y-0.5 px-5 py-2.5 hover:bg-hover max-sm:px-4 md:grid-cols-[17rem_minmax(0,1fr)]"
            >
              <Link
                href={`/settings/api-reference/${id}`}
                prefetch={false}
                aria-label={isAlone ? undefined : `${summary} (${method})`}
                className={`${linkClass} inline-flex min-h-6 pointer-coarse:min-h-11 w-fit items-center`}
              >
                {summary}
              </Link>
              <MethodPath method={method} path={path} className="text-faded" />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
