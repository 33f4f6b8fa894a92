'use client'

import dynamic from 'next/dynamic'

/** Loaded once the page is there: nothing to say is that urgent. */
export const LazyToaster = dynamic(() => import('@/components/ui/toaster').then(({ Toaster }) => Toaster), {
  ssr: false,
})
