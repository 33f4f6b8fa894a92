import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@/scripts/checkout.mjs'
import { addBalances, type Balance, balanceNames, emptyBalance } from './balance'

/** One fault's part of the summary: how often it was done, and what it did to the deliveries. */
export type ReportRow = Balance & { fault: string; times: number; tookMs: number }

const folder = join(root, 'test-results')
const linesPath = join(folder, 'faults.jsonl')
const WIDTH = 11

/** Begins an empty report. */
export function beginReport(): void {
  mkdirSync(folder, { recursive: true })
  rmSync(linesPath, { force: true })
}

/** Adds a line; several processes may. */
export function addToReport(row: ReportRow): void {
  appendFileSync(linesPath, `${JSON.stringify(row)}\n`)
}

/** Writes the report as `test-results/faults.json`, and returns it as a table; one row for each fault. */
export function endReport(about: { seed: number; isFull: boolean; tookMs: number }): string {
  const rows = existsSync(linesPath) ? readFileSync(linesPath, 'utf8').trim().split('\n').map(parseRow) : []
  const byFault = new Map<string, ReportRow>()
  for (const row of rows) {
    const known = byFault.get(row.fault)
    byFault.set(row.fault, known ? merge(known, row) : row)
  }
  const total = [...byFault.values()].reduce(merge, { ...emptyBalance, fault: 'in all', times: 0, tookMs: 0 })
  const report = { at: new Date().toISOString(), ...about, faults: [...byFault.values()], total }
  writeFileSync(join(folder, 'faults.json'), `${JSON.stringify(report, null, 2)}\n`)
  rmSync(linesPath, { force: true })
  return [header(), ...[...byFault.values(), total].map(lineOf)].join('\n')
}

function parseRow(line: string): ReportRow {
  return JSON.parse(line)
}

function merge(one: ReportRow, other: ReportRow): ReportRow {
  return {
    ...addBalances(one, other),
    fault: one.fault,
    times: one.times + other.times,
    tookMs: one.tookMs + other.tookMs,
  }
}

function header(): string {
  return 'fault'.padEnd(44) + ['times', ...balanceNames].map((name) => name.padStart(WIDTH)).join('')
}

function lineOf(row: ReportRow): string {
  const numbers = [row.times, ...balanceNames.map((name) => row[name])]
  return row.fault.padEnd(44) + numbers.map((number) => number.toLocaleString('en').padStart(WIDTH)).join('')
}
