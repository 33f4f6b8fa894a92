'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { overviewQuery } from './overview-query'

/** What to call once an endpoint was changed: this page is read again, and no other screen shows what it had kept. */
export function useAfterChange(endpointId: string): () => void {
  const router = useRouter()
  const client = useQueryClient()
  return () => {
    client.removeQueries({ type: 'inactive' })
    void client.invalidateQueries({ queryKey: overviewQuery(endpointId).queryKey })
    router.refresh()
  }
}
