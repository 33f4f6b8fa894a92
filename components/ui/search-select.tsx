'use client'

import { lazy, Suspense, useState } from 'react'
import { type SearchSelectProps, SearchSelectTrigger } from './search-select-trigger'

const load = () => import('./search-select-list')
const SearchSelectList = lazy(load)

/** One of many, or any, in the width of a button: for filters. The list and its search are loaded when they are wanted. */
export function SearchSelect(props: SearchSelectProps) {
  const [isWanted, setWanted] = useState(false)
  const { label, options, value, className } = props
  const button = (
    <SearchSelectTrigger
      label={label}
      options={options}
      value={value}
      className={className}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    />
  )
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <SearchSelectList {...props} />
    </Suspense>
  )
}
