import type { ReactNode } from 'react'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Table } from '@/components/ui/table'

/** A table of many rows that scrolls in its card, under its own head. */
export function TallTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <ScrollRegion
      label={caption}
      className="max-h-96 overflow-y-auto rounded-b-lg focus-visible:-outline-offset-2 [--sticky-top:0px]"
    >
      <Table caption={caption}>{children}</Table>
    </ScrollRegion>
  )
}
