import type { BenchDatabase } from './database'

/** One line of the table: what was measured, and whether it is what the engine is held to (null: no target). */
export type Row = {
  what: string
  measured: string
  target: string
  isMet: boolean | null
  details: Record<string, number>
}

/** What a figure works with. `say` tells how far it is: a text, and a share from 0 to 1 where that is known. */
export type Bench = {
  database: BenchDatabase
  /** Quick runs are shorter and smaller; their figures say less. */
  isQuick: boolean
  say(text: string, share?: number): void
}

/** One measurement of the benchmark; it makes its own store, so that none sees what another left. */
export type Figure = { name: string; title: string; run(bench: Bench): Promise<Row[]> }

/** A row with a target that a number must reach (`least`) or may not pass (`most`). */
export function judged(
  what: string,
  {
    value,
    text,
    least,
    most,
    target,
  }: { value: number; text: string; target: string; least?: number; most?: number },
  details: Record<string, number> = {},
): Row {
  const isMet = (least === undefined || value >= least) && (most === undefined || value <= most)
  return { what, measured: text, target, isMet, details: { value, ...details } }
}
