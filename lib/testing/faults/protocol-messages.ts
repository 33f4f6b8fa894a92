/** Cuts a stream of PostgreSQL's protocol into its messages, each with its header. */
export class ProtocolMessages {
  #rest: Buffer = Buffer.alloc(0)
  #isStartup: boolean

  /** A client's first message has no type. */
  constructor(from: 'client' | 'server') {
    this.#isStartup = from === 'client'
  }

  *push(chunk: Buffer): Generator<Buffer> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    for (;;) {
      const lengthAt = this.#isStartup ? 0 : 1
      if (this.#rest.length < lengthAt + 4) return
      const end = lengthAt + this.#rest.readInt32BE(lengthAt)
      if (this.#rest.length < end) return
      const message = this.#rest.subarray(0, end)
      this.#rest = this.#rest.subarray(end)
      yield message
      this.#isStartup = false
    }
  }
}

/** The type of a message, a letter; of a client's first one it means nothing. */
export function typeOf(message: Buffer): string {
  return String.fromCharCode(message[0] ?? 0)
}

/** The texts that a message begins with: `count` of them, each ended by a zero byte. */
export function textsOf(message: Buffer, count: number): string[] {
  const texts: string[] = []
  for (let at = 5; texts.length < count; ) {
    const end = message.indexOf(0, at)
    texts.push(message.toString('utf8', at, end))
    at = end + 1
  }
  return texts
}
