'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { SearchInput } from '@/components/ui/search-input'
import { useDebouncedText } from '@/components/ui/use-debounced-text'
import { catalogueHref } from './catalogue-href'

const TYPING_MS = 300

/** Keeps the catalogue's search in its address; without script it is a form of one field. */
export function CatalogueSearch({ query }: { query: string }) {
  const router = useRouter()
  const [, start] = useTransition()
  const show = (wanted: string) => {
    if (wanted !== query) start(() => router.replace(catalogueHref(wanted), { scroll: false }))
  }
  const [text, setText] = useDebouncedText(query, show, TYPING_MS)

  return (
    <search>
      <form
        action="/event-types"
        onSubmit={(event) => {
          event.preventDefault()
          show(text.trim())
        }}
      >
        <SearchInput
          label="Search event types"
          name="q"
          value={text}
          onValueChange={setText}
          maxLength={100}
          className="sm:max-w-sm"
        />
      </form>
    </search>
  )
}
