import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { conditionLabels } from '@/components/endpoints/condition-badge'
import type { EndpointCondition } from '@/lib/operations/endpoint-summaries'

export type ListFilter = { condition: EndpointCondition | null; q: string }

const TYPING_MS = 300

export function isCondition(text: string | null): text is EndpointCondition {
  return text !== null && Object.hasOwn(conditionLabels, text)
}

/**
 * The filter that stands in the address. A choice makes an entry of the history; what is typed changes the current one,
 * shortly after the last key.
 */
export function useListFilter(): {
  filter: ListFilter
  choose: (condition: EndpointCondition | null) => void
  search: (q: string) => void
  clear: () => void
} {
  const params = useSearchParams()
  const status = params.get('status')
  const condition = isCondition(status) ? status : null
  const inAddress = params.get('q') ?? ''
  const [q, setQ] = useState(inAddress)
  const written = useRef(inAddress)

  // Back and Forward change the address without us.
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    setQ(inAddress)
  }, [inAddress])

  useEffect(() => {
    if (q === written.current) return
    const timer = setTimeout(() => {
      written.current = q
      window.history.replaceState(null, '', addressOf(condition, q))
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [q, condition])

  function go(next: ListFilter) {
    written.current = next.q
    setQ(next.q)
    window.history.pushState(null, '', addressOf(next.condition, next.q))
  }

  return {
    filter: { condition, q },
    choose: (next) => go({ condition: next, q }),
    search: setQ,
    clear: () => go({ condition: null, q: '' }),
  }
}

function addressOf(condition: EndpointCondition | null, q: string): string {
  const query = new URLSearchParams({
    ...(condition ? { status: condition } : {}),
    ...(q.trim() === '' ? {} : { q }),
  })
  return query.size === 0 ? window.location.pathname : `?${query}`
}
