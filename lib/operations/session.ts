import { now } from '@/lib/clock'
import { endSession } from '@/lib/db/ended-sessions'

/** How long after signing in a session ends, whatever its cookie says. */
export const SESSION_SECONDS = 12 * 60 * 60

/** What a session's cookie holds; `signedInAt` is in Unix ms. */
export type Session = { userId: string; sessionVersion: number; sessionId: string; signedInAt: number }

/** Whether it is still within its 12 hours. */
export function isWithinTime({ signedInAt }: Pick<Session, 'signedInAt'>): boolean {
  return now().getTime() - signedInAt < SESSION_SECONDS * 1000
}

/** Ends a session at once, wherever its cookie was copied to. */
export async function signOut({ sessionId }: Pick<Session, 'sessionId'>): Promise<void> {
  await endSession(sessionId)
}
