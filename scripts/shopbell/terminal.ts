const NARROWEST = 40

const codes = { red: 31, green: 32, yellow: 33, faded: 2, bold: 1 } as const

export type Paint = keyof typeof codes

type Stream = Pick<NodeJS.WriteStream, 'isTTY'>

/** How many characters a line holds; no limit where no person looks. */
export function terminalWidth(out: NodeJS.WriteStream = process.stdout): number {
  return out.isTTY ? Math.max(NARROWEST, out.columns || 80) : Number.POSITIVE_INFINITY
}

/** Whether colours are for this stream: on a terminal, unless NO_COLOR is set (https://no-color.org). */
export function hasColour(out: Stream, environment: NodeJS.ProcessEnv = process.env): boolean {
  return out.isTTY === true && !environment.NO_COLOR
}

/** Text in a colour, where the stream has colours. */
export function paint(text: string, colour: Paint, out: Stream = process.stdout): string {
  return hasColour(out) ? `\x1b[${codes[colour]}m${text}\x1b[0m` : text
}
