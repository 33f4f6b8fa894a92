'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { SearchInput } from '@/components/ui/search-input'
import { catalogueHref } from './catalogue-href'

const TYPING_MS = 300

/** Keeps the catalogue's search in its address; without script it is a form of one field. */
export function CatalogueSearch({ query }: { query: string }) {
  const router = useRouter()
  const [, start] = useTransition()
  const [text, setText] = useState(query)
  const [sent, setSent] = useState(query)
  const wanted = text.trim()

  // The address was changed by another than this field: a link, or Back.
  const [shown, setShown] = useState(query)
  if (shown !== query) {
    setShown(query)
    if (query !== sent) {
      setSent(query)
      setText(query)
    }
  }

  useEffect(() => {
    if (wanted === sent) return
    const timer = setTimeout(() => {
      setSent(wanted)
      start(() => router.replace(catalogueHref(wanted), { scroll: false }))
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [wanted, sent, router])

  return (
    <search>
      <form
        action="/event-types"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === sent) return
          setSent(wanted)
          start(() => router.replace(catalogueHref(wanted), { scroll: false }))
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
