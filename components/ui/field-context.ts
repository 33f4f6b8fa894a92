'use client'

import { createContext, useContext } from 'react'

export type FieldControl = {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

export const FieldContext = createContext<FieldControl>({})

/** What a control inside a Field says about itself; empty outside one. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext)
}
