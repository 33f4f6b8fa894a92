import { useSearchParams } from 'next/navigation'
import { conditionLabels } from '@/components/endpoints/condition-badge'
import { useDebouncedText } from '@/components/ui/use-debounced-text'
import type { EndpointCondition } from '@/lib/operations/endpoint-summaries'

export type ListFilter = { condition: EndpointCondition | null; q: string }

const TYPING_MS = 300

export function isCondition(text: string | null): text is EndpointCondition {
  return text !== null && Object.hasOwn(conditionLabels, text)
}

/**
 * The filter that stands in the address. A choice makes an entry of the history; what is typed filters at once, and changes
 * the current entry shortly after the last key.
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
  const [q, search] = useDebouncedText(
    params.get('q') ?? '',
    (settled) => window.history.replaceState(null, '', addressOf(condition, settled)),
    TYPING_MS,
  )
  const go = (next: ListFilter) => window.history.pushState(null, '', addressOf(next.condition, next.q))

  return {
    filter: { condition, q },
    choose: (next) => go({ condition: next, q }),
    search,
    clear: () => {
      search('')
      go({ condition: null, q: '' })
    },
  }
}

function addressOf(condition: EndpointCondition | null, q: string): string {
  const query = new URLSearchParams({
    ...(condition ? { status: condition } : {}),
    ...(q.trim() === '' ? {} : { q }),
  })
  return query.size === 0 ? window.location.pathname : `?${query}`
}
