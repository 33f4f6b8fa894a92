type Waiting<Row> = { resolve(row: Row | null): void; reject(error: unknown): void }

/**
 * Answers many lookups with few statements: those asked for while one is under way are answered together by the next.
 * So an answer is never older than its question, unlike that of a cache. `find` gets each key once, and answers with
 * the rows that there are; it rejects for all who asked for them.
 */
export class SharedLookup<Row> {
  readonly #find: (keys: string[]) => Promise<Map<string, Row>>
  #waiting = new Map<string, Waiting<Row>[]>()
  #isWorking = false

  constructor(find: (keys: string[]) => Promise<Map<string, Row>>) {
    this.#find = find
  }

  /** The row of this key, or null. */
  get(key: string): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      const asked = this.#waiting.get(key)
      if (asked) asked.push({ resolve, reject })
      else this.#waiting.set(key, [{ resolve, reject }])
      if (this.#isWorking) return
      this.#isWorking = true
      // After what else has come in with this turn of the event loop.
      setImmediate(() => void this.#work())
    })
  }

  async #work(): Promise<void> {
    while (this.#waiting.size > 0) {
      const asked = this.#waiting
      this.#waiting = new Map()
      try {
        const rows = await this.#find([...asked.keys()])
        for (const [key, waiting] of asked) {
          for (const { resolve } of waiting) resolve(rows.get(key) ?? null)
        }
      } catch (error) {
        for (const { reject } of [...asked.values()].flat()) reject(error)
      }
    }
    this.#isWorking = false
  }
}
