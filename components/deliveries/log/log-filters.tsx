'use client'

import { SlidersHorizontalIcon } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DialogClose } from '@/components/ui/dialog'
import { SearchInput } from '@/components/ui/search-input'
import { Sheet } from '@/components/ui/sheet'
import { useDebouncedText } from '@/components/ui/use-debounced-text'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { FilterFields } from './filter-fields'
import { filterParts, type LogEndpointChoice } from './filter-words'

const TYPING_PAUSE_MS = 300

type Props = {
  filter: LogFilterInput
  endpoints: readonly LogEndpointChoice[]
  eventTypes: readonly string[]
  hasEndpoint: boolean
  onChoose: (changes: LogFilterInput) => void
  onType: (changes: LogFilterInput) => void
}

/** The search and the other filters: in a row, or on a phone in a drawer. */
export function LogFilters({ onType, onChoose, ...fields }: Props) {
  const { filter, endpoints } = fields
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useDebouncedText(
    filter.q ?? '',
    (q) => onType({ q: q || undefined }),
    TYPING_PAUSE_MS,
  )
  const inDrawer = filterParts(filter, endpoints).filter(({ key }) => key !== 'q' && key !== 'status')
  return (
    <search className="flex flex-col gap-1.5">
      <div className="flex flex-wrap gap-2">
        <SearchInput
          label="Search deliveries"
          value={text}
          onValueChange={setText}
          maxLength={200}
          aria-describedby="log-search-hint"
          data-log-search
          className="max-w-md flex-1 basis-52 sm:max-xl:max-w-none sm:max-xl:basis-full"
        />
        <div className="contents max-sm:hidden">
          <FilterFields {...fields} onChange={onChoose} className="max-w-44" />
        </div>
        <Sheet
          title="Filters"
          open={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <Button className="sm:hidden">
              <SlidersHorizontalIcon aria-hidden /> Filters
              {inDrawer.length > 0 ? (
                <Badge className="border-brass-ink/30 bg-brass-wash">{inDrawer.length}</Badge>
              ) : null}
            </Button>
          }
          footer={
            <DialogClose>
              <Button variant="primary">Show deliveries</Button>
            </DialogClose>
          }
        >
          <div className="flex flex-col gap-3">
            <FilterFields {...fields} onChange={onChoose} className="w-full" />
          </div>
        </Sheet>
      </div>
      <p id="log-search-hint" className="text-faded text-xs max-sm:hidden">
        Finds an event, delivery or endpoint ID, an ID or e-mail address in the data, or part of an endpoint’s
        URL.
      </p>
    </search>
  )
}
