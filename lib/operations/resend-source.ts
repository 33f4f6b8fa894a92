import type { ResendLease } from '@/lib/db/lease-resends'

/** What a step came to: `more` to do, `blocked` until there is room, `done`. */
export type SourceStep = { lease: ResendLease; queued: number; state: 'more' | 'blocked' | 'done' }

/** Where the deliveries of a job come from. A step queues `most` at most; null where the lease was lost or the job cancelled. */
export type ResendSource = { step(lease: ResendLease, most: number): Promise<SourceStep | null> }
