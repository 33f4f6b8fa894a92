/** Where a text stops being JSON: line and column count from 1, and the words say what is wrong there. */
export type JsonProblem = { line: number; column: number; message: string }

/** The first place where `text` is not JSON (RFC 8259), null where it is. Browsers name it differently, or not at all. */
export function findJsonProblem(text: string): JsonProblem | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    const { at, message } = new Scanner(text).findFault()
    const before = text.slice(0, at).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }
  }
}

type Fault = { at: number; message: string }

/** What may come next: a value, a member's name, or what follows either. Brackets still open are on the stack. */
class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  findFault(): Fault {
    const closers: ('}' | ']')[] = []
    let expects: 'value' | 'first' | 'name' | 'next' = 'value'
    for (;;) {
      this.#skipSpace()
      const character = this.#text.charAt(this.#at)
      const closer = closers.at(-1)
      if (expects === 'next') {
        if (closer === undefined) return this.#fault('nothing more can follow here')
        if (character === closer) {
          this.#at++
          closers.pop()
        } else if (character === ',') {
          this.#at++
          expects = closer === '}' ? 'name' : 'value'
        } else return this.#fault(`a comma or “${closer}” is expected`)
        continue
      }
      if (expects === 'first' && character === closer) {
        this.#at++
        closers.pop()
        expects = 'next'
        continue
      }
      if (closer === '}' && (expects === 'name' || expects === 'first')) {
        if (character !== '"') return this.#fault('a name in double quotes is expected')
        const fault = this.#string()
        if (fault) return fault
        this.#skipSpace()
        if (this.#text.charAt(this.#at) !== ':') return this.#fault('a colon is expected')
        this.#at++
        expects = 'value'
        continue
      }
      if (character === '{' || character === '[') {
        this.#at++
        closers.push(character === '{' ? '}' : ']')
        expects = 'first'
        continue
      }
      const fault = character === '"' ? this.#string() : this.#word()
      if (fault) return fault
      expects = 'next'
    }
  }

  #skipSpace(): void {
    while (/[ \t\n\r]/.test(this.#text.charAt(this.#at))) this.#at++
  }

  #string(): Fault | null {
    const from = this.#at
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at)
      if (character === '"') {
        this.#at++
        return null
      }
      if (character < ' ') return { at: from, message: 'this text has no closing quote on its line' }
      if (character !== '\\') continue
      const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6))
      if (!sequence) return this.#fault('this escape is unknown; write a backslash as “\\\\”')
      this.#at += sequence[0].length - 1
    }
    return { at: from, message: 'this text has no closing quote' }
  }

  #word(): Fault | null {
    const word = /^[^\s,:"{}[\]]*/.exec(this.#text.slice(this.#at))?.[0] ?? ''
    if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) {
      this.#at += word.length
      return null
    }
    if (word === '') return this.#fault('a value is expected')
    return this.#fault(
      /^[-+.\d]/.test(word)
        ? 'this is not a number'
        : 'texts need double quotes; true, false and null do not',
    )
  }

  #fault(message: string): Fault {
    const isEnd = this.#at >= this.#text.length
    return { at: this.#at, message: isEnd ? `the text ends here, and ${message}` : message }
  }
}
