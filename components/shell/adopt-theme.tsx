'use client'

import { useEffect } from 'react'
import { applyTheme, type Theme } from '@/components/ui/theme'

/** On a browser that has not seen this person yet: the theme of their account. */
export function AdoptTheme({ theme }: { theme: Theme }) {
  useEffect(() => applyTheme(theme), [theme])
  return null
}
