import type { TrafficCounts } from './run-traffic'

const BAR_WIDTH = 30
const FRAME_MS = 100
const LINE_MS = 5_000

/** Shows how far it is: a bar on a terminal, elsewhere a line every few seconds, and a summary at the end. */
export function createTrafficDisplay(total: number, out: NodeJS.WriteStream = process.stdout) {
  const isLive = out.isTTY === true
  let shownAtMs = isLive ? Number.NEGATIVE_INFINITY : 0

  return {
    show(counts: TrafficCounts) {
      if (counts.elapsedMs - shownAtMs < (isLive ? FRAME_MS : LINE_MS)) return
      shownAtMs = counts.elapsedMs
      out.write(
        isLive
          ? `\r\x1b[2K${bar(counts.sent / total)} ${numbers(counts, total)}`
          : `${numbers(counts, total)}\n`,
      )
    },
    end(counts: TrafficCounts) {
      const refused = sum(counts.refusals.values())
      const seconds = (counts.elapsedMs / 1000).toFixed(1)
      out.write(
        `${isLive ? '\r\x1b[2K' : ''}Sent ${counts.sent} events in ${seconds} s: ${counts.accepted} accepted, ${refused} refused.\n`,
      )
      for (const [refusal, count] of counts.refusals) out.write(`  ${count} × ${refusal}\n`)
    },
  }
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`
}

function numbers({ sent, accepted, refusals, elapsedMs }: TrafficCounts, total: number): string {
  const perSecond = elapsedMs > 0 ? (sent / (elapsedMs / 1000)).toFixed(1) : '0.0'
  const refused = sum(refusals.values())
  return `${sent} of ${total} sent, ${accepted} accepted${refused > 0 ? `, ${refused} refused` : ''}, ${perSecond}/s`
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0)
}
