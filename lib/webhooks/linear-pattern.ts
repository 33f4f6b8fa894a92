const MAX_STATES = 400
const ASCII = 128

/** A test of texts whose time grows with their length alone, whatever the pattern: there is no going back. */
export type LinearPattern = { test(text: string): boolean }

type CharacterTest = { ascii: Uint8Array; rest: RegExp }
type State =
  | { kind: 'symbol'; symbol: CharacterTest; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'match' }

type Part = (next: number) => number

/**
 * Compiles a regular expression of JavaScript (flag `u`) for a test in linear time, by an automaton (Thompson). Lookaround,
 * backreferences and word boundaries cannot be had so, and what repeats too much is too large: then the answer says why.
 */
export function compileLinearPattern(source: string): LinearPattern | { problem: string } {
  try {
    // The engine of the language says what is no expression at all; what is left is taken apart below.
    new RegExp(source, 'u')
  } catch {
    return { problem: 'This is not a regular expression.' }
  }
  try {
    const states: State[] = [{ kind: 'match' }]
    const first = new Compiler(source, states).compile()
    return { test: (text) => run(states, first, text) }
  } catch (error) {
    if (error instanceof Unsupported) return { problem: error.message }
    throw error
  }
}

class Unsupported extends Error {}

class Compiler {
  readonly #source: readonly string[]
  readonly #states: State[]
  #at = 0

  constructor(source: string, states: State[]) {
    this.#source = [...source]
    this.#states = states
  }

  compile(): number {
    return this.#alternatives()(0)
  }

  #add(state: State): number {
    if (this.#states.length >= MAX_STATES) throw new Unsupported('This expression is too large.')
    return this.#states.push(state) - 1
  }

  #alternatives(): Part {
    const first = this.#sequence()
    if (this.#source[this.#at] !== '|') return first
    this.#at++
    const others = this.#alternatives()
    return (next) => this.#add({ kind: 'split', next: first(next), other: others(next) })
  }

  #sequence(): Part {
    const parts: Part[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      parts.push(this.#repeated(this.#atom()))
    }
    return (next) => parts.reduceRight((after, part) => part(after), next)
  }

  #repeated(part: Part): Part {
    const [all, least, comma, most] =
      /^(?:\{(\d+)(?:(,)(\d*))?\}|[*+?])\??/.exec(this.#source.slice(this.#at, this.#at + 20).join('')) ?? []
    if (all === undefined) return part
    this.#at += all.length
    if (all.startsWith('*')) return this.#repeat(part, 0, Number.POSITIVE_INFINITY)
    if (all.startsWith('+')) return this.#repeat(part, 1, Number.POSITIVE_INFINITY)
    if (all.startsWith('?')) return this.#repeat(part, 0, 1)
    const from = Number(least)
    const to = comma === undefined ? from : most === '' ? Number.POSITIVE_INFINITY : Number(most)
    if (Math.max(from, Number.isFinite(to) ? to : 0) > MAX_STATES)
      throw new Unsupported('This expression is too large.')
    return this.#repeat(part, from, to)
  }

  #repeat(part: Part, from: number, to: number): Part {
    return (next) => {
      let after = next
      if (to === Number.POSITIVE_INFINITY) {
        const loop = this.#add({ kind: 'split', next, other: next })
        this.#states[loop] = { kind: 'split', next: part(loop), other: next }
        after = loop
      } else {
        for (let left = to - from; left > 0; left--) {
          after = this.#add({ kind: 'split', next: part(after), other: next })
        }
      }
      for (let left = from; left > 0; left--) after = part(after)
      return after
    }
  }

  #atom(): Part {
    const begin = this.#at
    const character = this.#source[this.#at++]
    if (character === '(') return this.#group()
    if (character === '^') return (next) => this.#add({ kind: 'start', next })
    if (character === '$') return (next) => this.#add({ kind: 'end', next })
    if (character === '[') this.#skipClass()
    if (character === '\\') this.#skipEscape()
    const symbol = symbolOf(this.#source.slice(begin, this.#at).join(''))
    return (next) => this.#add({ kind: 'symbol', symbol, next })
  }

  #group(): Part {
    if (this.#source[this.#at] === '?') {
      if (this.#source[this.#at + 1] !== ':') {
        throw new Unsupported('Lookahead, lookbehind and named groups cannot be used.')
      }
      this.#at += 2
    }
    const inner = this.#alternatives()
    this.#at++
    return inner
  }

  #skipClass(): void {
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1
    this.#at++
  }

  #skipEscape(): void {
    const rest = this.#source.slice(this.#at, this.#at + 80).join('')
    if (/^[bB]/.test(rest)) throw new Unsupported('Word boundaries (\\b) cannot be used.')
    if (/^[1-9k]/.test(rest)) throw new Unsupported('Backreferences cannot be used.')
    const long = /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}(?:\\u[\da-f]{4})?|x[\da-f]{2}|c[a-z])/i.exec(
      rest,
    )?.[0]
    // Two escapes are one character where they are its halves.
    const isPair = long === undefined || !long.includes('\\') || /^ud[89ab]..\\ud[c-f]/i.test(long)
    this.#at += long === undefined ? 1 : isPair ? long.length : long.indexOf('\\')
  }
}

/** The engine of the language tells which characters a class has, one at a time; those of ASCII are asked for once. */
function symbolOf(source: string): CharacterTest {
  const rest = new RegExp(`^(?:${source})$`, 'u')
  const ascii = Uint8Array.from({ length: ASCII }, (_, code) =>
    rest.test(String.fromCharCode(code)) ? 1 : 0,
  )
  return { ascii, rest }
}

function accepts({ ascii, rest }: CharacterTest, character: string): boolean {
  const code = character.charCodeAt(0)
  return code < ASCII ? ascii[code] === 1 : rest.test(character)
}

function run(states: readonly State[], first: number, text: string): boolean {
  let current = new Set<number>()
  if (enter(states, first, current, true, text === '')) return true
  let left = text.length
  for (const character of text) {
    left -= character.length
    const following = new Set<number>()
    for (const at of current) {
      const state = states[at]
      if (state?.kind !== 'symbol' || !accepts(state.symbol, character)) continue
      if (enter(states, state.next, following, false, left === 0)) return true
    }
    // A match may begin anywhere.
    if (enter(states, first, following, false, left === 0)) return true
    current = following
  }
  return false
}

/** Adds a state with what is reached from it without a character; whether that is a match. */
function enter(
  states: readonly State[],
  first: number,
  reached: Set<number>,
  isStart: boolean,
  isEnd: boolean,
): boolean {
  const waiting = [first]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    const state = states[at]
    if (state?.kind === 'match') return true
    if (state?.kind === 'split') waiting.push(state.next, state.other)
    else if ((state?.kind === 'start' && isStart) || (state?.kind === 'end' && isEnd))
      waiting.push(state.next)
  }
  return false
}
