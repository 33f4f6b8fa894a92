'use client'

import { useCallback, useMemo, useState } from 'react'

type Chosen = { page: string; ids: readonly string[]; last: string | null }

const none: readonly string[] = []

/** Which rows of a page are selected. Another page, or another filter, begins with none. */
export function useSelection(page: string, ids: readonly string[]) {
  const [chosen, setChosen] = useState<Chosen>({ page, ids: none, last: null })
  // Back to a page that was left finds none of it selected either.
  if (chosen.page !== page) setChosen({ page, ids: none, last: null })
  const selected = useMemo(() => {
    const known = new Set(chosen.page === page ? chosen.ids : none)
    return new Set(ids.filter((id) => known.has(id)))
  }, [chosen, page, ids])

  /** With `isRange`, all between the row that was last changed and this one become as this one. */
  const toggle = useCallback(
    (id: string, isRange: boolean) =>
      setChosen((before) => {
        const known = before.page === page ? before : { ids: none, last: null }
        const range = isRange ? between(ids, known.last, id) : [id]
        const rest = known.ids.filter((each) => !range.includes(each))
        return { page, ids: known.ids.includes(id) ? rest : [...rest, ...range], last: id }
      }),
    [page, ids],
  )
  const toggleAll = useCallback(
    () =>
      setChosen((before) => {
        const hasAll = before.page === page && ids.every((id) => before.ids.includes(id))
        return { page, ids: hasAll ? none : ids, last: null }
      }),
    [page, ids],
  )
  const clear = useCallback(() => setChosen({ page, ids: none, last: null }), [page])
  return { selected, toggle, toggleAll, clear }
}

function between(ids: readonly string[], one: string | null, other: string): readonly string[] {
  const from = one === null ? -1 : ids.indexOf(one)
  const to = ids.indexOf(other)
  if (from === -1 || to === -1) return [other]
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1)
}
