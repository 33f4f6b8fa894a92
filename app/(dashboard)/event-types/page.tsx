import { SearchXIcon } from 'lucide-react'
import Link from 'next/link'
import { ArchivedTypes } from '@/components/event-types/archived-types'
import { catalogueHref } from '@/components/event-types/catalogue-href'
import { CatalogueSearch } from '@/components/event-types/catalogue-search'
import { CategoryCard } from '@/components/event-types/category-card'
import { CategoryJump } from '@/components/event-types/category-jump'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { listEventSubscribers } from '@/lib/operations/event-subscribers'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'
import { findEventTypes } from '@/lib/webhooks/event-types/find-event-types'

export const metadata = { title: 'Event types' }

const LONGEST_QUERY = 100

export default async function EventTypesPage({ searchParams }: PageProps<'/event-types'>) {
  const viewer = await requireViewer()
  const { q } = await searchParams
  const query = typeof q === 'string' ? q.trim().slice(0, LONGEST_QUERY) : ''
  const subscribers = await listEventSubscribers(contextOf(viewer, null))
  const catalogue = getEventCatalogue()
  const found = findEventTypes(catalogue.categories, query)
  const count = found.flatMap(({ types }) => types).length
  return (
    <>
      <PageHeader
        title="Event types"
        description="Everything that can happen in a store and be sent to its webhook endpoints."
        actions={
          can(viewer.role, 'event_types:write') ? (
            <Button variant="primary" render={<Link href="/event-types/new" />}>
              New event type
            </Button>
          ) : null
        }
      />
      <div className="flex flex-col gap-3">
        <CatalogueSearch query={query} />
        <p role="status" className="text-faded text-sm wrap-anywhere">
          {query === ''
            ? `${count} event types in ${found.length} categories`
            : `${count} of ${catalogue.types.length} event types match “${query}”`}
        </p>
      </div>
      {count === 0 ? (
        <Card>
          <EmptyState
            icon={SearchXIcon}
            title={<span className="wrap-anywhere">No event type matches “{query}”</span>}
            action={<Button render={<Link href={catalogueHref('')} />}>Clear search</Button>}
          >
            Names, descriptions and categories are searched for each of your words. Try fewer of them, or part
            of a word.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_11rem] lg:items-start lg:gap-8">
          <div className="lg:order-2 lg:h-full">
            <CategoryJump categories={found} />
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            {found.map((category) => (
              <CategoryCard key={category.id} category={category} subscribers={subscribers} />
            ))}
            {query === '' ? <ArchivedTypes types={catalogue.archived} /> : null}
          </div>
        </div>
      )}
    </>
  )
}
