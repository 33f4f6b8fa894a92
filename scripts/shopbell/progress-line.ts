const BAR_WIDTH = 30
const LINE_MS = 5_000

/** How far it is, on standard error: a bar on a terminal, elsewhere a line every five seconds. */
export function createProgressLine(out: NodeJS.WriteStream = process.stderr) {
  const isLive = out.isTTY === true
  let shownAtMs = performance.now()
  return {
    show(done: number, total: number, words: string) {
      if (isLive) {
        out.write(`\r\x1b[2K${bar(total === 0 ? 1 : done / total)} ${words}`)
        return
      }
      if (performance.now() - shownAtMs < LINE_MS) return
      shownAtMs = performance.now()
      out.write(`${words}\n`)
    },
    end() {
      if (isLive) out.write('\r\x1b[2K')
    },
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * BAR_WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`
}
