import { countFinished } from '@/components/charts/count-finished'
import type { EndpointStatistics } from '@/lib/operations/endpoint-statistics'

const SORT_COLUMNS = ['name', 'deliveries', 'delivered', 'failed', 'rate', 'p95', 'error'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]
export type Sort = { column: SortColumn; isDescending: boolean }

const values: Record<SortColumn, (row: EndpointStatistics) => number | string | null> = {
  name: ({ name }) => name,
  deliveries: countFinished,
  delivered: ({ delivered }) => delivered,
  failed: ({ failed }) => failed,
  rate: ({ successRate }) => successRate,
  p95: ({ p95 }) => p95,
  error: ({ mostFrequentError }) => mostFrequentError?.count ?? null,
}

// What a column is looked at for first: the most of it, the lowest rate, the beginning of the alphabet.
const descendingFirst: Record<SortColumn, boolean> = {
  name: false,
  deliveries: true,
  delivered: true,
  failed: true,
  rate: false,
  p95: true,
  error: true,
}

/** `failed` sorts upwards, `-failed` downwards; the most deliveries come first unless an address says otherwise. */
export function readSort(text: string | null): Sort {
  const column = SORT_COLUMNS.find((each) => each === text?.replace(/^-/, ''))
  return column
    ? { column, isDescending: text?.startsWith('-') ?? false }
    : { column: 'deliveries', isDescending: true }
}

/** What the next press of a column's head sorts by. */
export function nextSort({ column, isDescending }: Sort, pressed: SortColumn): string {
  const next = pressed === column ? !isDescending : descendingFirst[pressed]
  return next ? `-${pressed}` : pressed
}

/** What has no value comes last either way. */
export function sortEndpoints(
  rows: readonly EndpointStatistics[],
  { column, isDescending }: Sort,
): EndpointStatistics[] {
  const pick = values[column]
  return rows.toSorted((one, other) => {
    const [a, b] = [pick(one), pick(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'en') : a - Number(b)
    return isDescending ? -order : order
  })
}
