import type { ReactNode } from 'react'
import { HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'

/** The head around the rows of the list. */
export function EndpointTable({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <Table caption="Webhook endpoints" aria-busy={busy}>
      <TableHead>
        <TableRow>
          <HeadCell>Endpoint</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric>Event types</HeadCell>
          <HeadCell>Last delivery</HeadCell>
          <HeadCell>Last 24 hours</HeadCell>
          <HeadCell>
            <span className="sr-only">Actions</span>
          </HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>{children}</TableBody>
    </Table>
  )
}
