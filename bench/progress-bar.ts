const WIDTH = 24

/** One line on standard error that says what is under way and how far it is; without a terminal, a line for each new text. */
export function createBar(out: NodeJS.WriteStream = process.stderr): {
  say(text: string, share?: number): void
  end(): void
} {
  let last = ''
  return {
    say(text, share) {
      if (!out.isTTY) {
        if (text !== last) out.write(`${text}\n`)
      } else {
        const filled = Math.round((share ?? 0) * WIDTH)
        const bar = share === undefined ? ' '.repeat(WIDTH) : '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
        out.write(`\r\x1b[2K${bar} ${text}`)
      }
      last = text
    },
    end() {
      if (out.isTTY) out.write('\r\x1b[2K')
    },
  }
}
