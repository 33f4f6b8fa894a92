import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 50

/** Looks again and again until `holds` says so; after `withinMs` it throws, with what `explain` knows. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  {
    withinMs = 120_000,
    explain = async () => '',
  }: { withinMs?: number; explain?: () => Promise<string> } = {},
): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`It took more than ${withinMs / 1000} s until ${what}. ${await explain()}`)
    }
    await pause(POLL_MS)
  }
}
