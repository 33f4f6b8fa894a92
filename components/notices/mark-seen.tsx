'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callAction } from '@/components/shell/call-action'
import { newNoticesQuery } from '@/components/shell/use-new-notices'
import { markNoticesSeen } from '@/lib/actions/notices'

/** Whoever opens the page has seen what it shows; the count beside its name follows. */
export function MarkSeen({ newestId }: { newestId: string }) {
  const client = useQueryClient()
  useEffect(() => {
    // Failing that, they stay new: nothing is lost.
    void callAction(markNoticesSeen({ newestId })).then(() => client.invalidateQueries(newNoticesQuery))
  }, [newestId, client])
  return null
}
