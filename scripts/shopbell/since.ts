import { now } from '@/lib/clock'
import { UsageError } from '@/scripts/commands/arguments'

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** An instant as a flag gives it, `2h` ago or a time like 2026-01-16T14:20:00Z, as the API takes it. Throws a UsageError. */
export function readInstant(name: string, text: string): string {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? []
  if (count !== undefined)
    return new Date(now().getTime() - Number(count) * (UNIT_MS[unit] ?? 0)).toISOString()
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  const at = new Date(text)
  if (isTime && !Number.isNaN(at.getTime())) return at.toISOString()
  throw new UsageError(`--${name} must be a time like 2026-01-16T14:20:00Z, or how long ago: 30m, 2h, 7d.`)
}
