'use client'

import { CircleCheckIcon } from 'lucide-react'
import { Toaster as Sonner } from 'sonner'

/** Once, in the layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      duration={6000}
      icons={{ success: <CircleCheckIcon aria-hidden className="size-4 text-success" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-2.5 rounded-md border border-rule bg-surface px-4 py-3 text-ink font-sans text-base shadow-lift',
        },
      }}
    />
  )
}
