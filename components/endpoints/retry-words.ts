import { formatCount, formatDuration } from '@/components/ui/number-format'
import { type RetryPolicyName, retryPolicyNames } from '@/lib/webhooks/retry-policy'

export const retryPolicyLabels: Record<RetryPolicyName, string> = {
  standard: 'Standard',
  short: 'Short',
  none: 'None',
}

/** The name of a policy as the database has it. */
export function retryPolicyLabel(policy: string): string {
  const known = retryPolicyNames.find((name) => name === policy)
  return known ? retryPolicyLabels[known] : policy
}

/** A retry schedule in words: how often, over which time, and after how long each. */
export function retryWords(delaysMs: readonly number[]): string {
  if (delaysMs.length === 0) return 'One attempt, and no retry.'
  const total = delaysMs.reduce((sum, delayMs) => sum + delayMs, 0)
  const retries = delaysMs.length === 1 ? 'One retry' : `${formatCount(delaysMs.length)} retries`
  return `${retries} over ${formatDuration(total)}: after ${list(delaysMs.map(delayText))}.`
}

const UNITS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const

/** "5 min", "16 min 40 s": exact, where a measured duration is rounded. */
export function delayText(delayMs: number): string {
  const parts: string[] = []
  let rest = delayMs
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(rest / ms)
    rest -= count * ms
    if (count > 0) parts.push(`${count} ${unit}`)
  }
  return parts.join(' ')
}

function list(items: readonly string[]): string {
  const [last = '', ...before] = [...items].reverse()
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`
}
