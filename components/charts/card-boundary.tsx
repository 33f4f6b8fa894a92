'use client'

import { catchError } from 'next/error'
import type { ReactNode } from 'react'

/** Around a chart: where it cannot be loaded or drawn, its numbers stand in its place. */
export const CardBoundary = catchError(({ table }: { table: ReactNode }) => (
  <>
    <p role="alert" className="px-5 pt-4 pb-2 text-danger text-sm max-sm:px-4">
      The chart could not be drawn. These are its numbers; reload the page to try again.
    </p>
    {table}
  </>
))
