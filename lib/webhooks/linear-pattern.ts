import { type State, testByStates } from './linear-pattern-states'

const MAX_LENGTH = 1_000
const MAX_STATES = 400

/** A test of texts whose time grows with their length alone, whatever the pattern: there is no going back. */
export type LinearPattern = {
  test(text: string): boolean
  /** How many states its automaton has: what a character of a text costs at most. */
  states: number
}

type Part = (next: number) => number

/**
 * Compiles a regular expression of JavaScript (flag `u`) for a test in linear time, by an automaton (Thompson). Lookaround,
 * backreferences and word boundaries cannot be had so, and what is too long or repeats too much is too large: then the
 * answer says why. It throws for no text.
 */
export function compileLinearPattern(source: string): LinearPattern | { problem: string } {
  if (source.length > MAX_LENGTH) {
    return { problem: 'A regular expression can have at most 1,000 characters.' }
  }
  try {
    // The engine of the language says what is no expression at all; what is left is taken apart below.
    new RegExp(source, 'u')
  } catch {
    return { problem: 'This is not a regular expression.' }
  }
  try {
    const states: State[] = [{ kind: 'match' }]
    const first = new Compiler(source, states).compile()
    return { test: testByStates(states, first), states: states.length }
  } catch (error) {
    // It is the text of a client: also one that is not understood here is theirs to change.
    return { problem: error instanceof Unsupported ? error.message : 'This expression cannot be used.' }
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

  #rest(): string {
    return this.#source.slice(this.#at).join('')
  }

  #add(state: State): number {
    if (this.#states.length >= MAX_STATES) throw new Unsupported('This expression is too large.')
    return this.#states.push(state) - 1
  }

  #alternatives(): Part {
    const parts = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return (next) =>
      parts
        .map((part) => part(next))
        .reduceRight((other, first) => this.#add({ kind: 'split', next: first, other }))
  }

  #sequence(): Part {
    const parts: Part[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      parts.push(this.#repeated(this.#atom()))
    }
    return (next) => parts.reduceRight((after, part) => part(after), next)
  }

  #repeated(part: Part): Part {
    const [all, least, comma, most] = /^(?:\{(\d+)(?:(,)(\d*))?\}|[*+?])\??/.exec(this.#rest()) ?? []
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
      for (let left = from; left > 0; left--) {
        const before = after
        after = part(after)
        // A part without a state has none the next time either: no cap on states would end repeats of it in repeats.
        if (after === before) break
      }
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
    const symbol = this.#source.slice(begin, this.#at).join('')
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
    const rest = this.#rest()
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
