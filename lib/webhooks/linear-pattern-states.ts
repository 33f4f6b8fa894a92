const ASCII = 128

/** A state of an automaton: where it leads to, by index, and on a character of which expression, if on one. */
export type State =
  | { kind: 'symbol'; symbol: string; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'match' }

const SYMBOL = 0
const SPLIT = 1
const START = 2
const END = 3
const MATCH = 4
const kinds = { symbol: SYMBOL, split: SPLIT, start: START, end: END, match: MATCH }

/**
 * A test of whether a text has a match anywhere, by the automaton that begins with the state `first`. For each character
 * it looks at each state once at most.
 */
export function testByStates(states: readonly State[], first: number): (text: string) => boolean {
  // Arrays of numbers, which are several times as fast to walk as the objects.
  const kind = Uint8Array.from(states, (state) => kinds[state.kind])
  const next = Int32Array.from(states, (state) => ('next' in state ? state.next : 0))
  const other = Int32Array.from(states, (state) => ('other' in state ? state.other : 0))
  const { symbolOf, accepts } = symbolTests(states)
  // The round in which a state was reached last.
  const reached = new Int32Array(states.length)
  const waiting = new Int32Array(2 * states.length + 1)
  let current = new Int32Array(states.length)
  let following = new Int32Array(states.length)
  let round = 0
  let count = 0

  /** Adds a state with what is reached from it without a character; whether that is a match. */
  function enter(from: number, isStart: boolean, isEnd: boolean): boolean {
    let left = 1
    waiting[0] = from
    while (left > 0) {
      const at = waiting[--left] ?? 0
      if (reached[at] === round) continue
      reached[at] = round
      switch (kind[at]) {
        case SYMBOL:
          following[count++] = at
          break
        case SPLIT:
          waiting[left++] = next[at] ?? 0
          waiting[left++] = other[at] ?? 0
          break
        case MATCH:
          return true
        default:
          if (kind[at] === START ? isStart : isEnd) waiting[left++] = next[at] ?? 0
      }
    }
    return false
  }

  return (text) => {
    reached.fill(0)
    round = 1
    count = 0
    if (enter(first, true, text === '')) return true
    let left = text.length
    for (const character of text) {
      left -= character.length
      const alive = count
      ;[current, following] = [following, current]
      round++
      count = 0
      for (let index = 0; index < alive; index++) {
        const at = current[index] ?? 0
        if (accepts(symbolOf[at] ?? 0, character) && enter(next[at] ?? 0, false, left === 0)) return true
      }
      // A match may begin anywhere.
      if (enter(first, false, left === 0)) return true
    }
    return false
  }
}

/** The engine of the language tells which characters a symbol has, one at a time; those of ASCII are asked for once. */
function symbolTests(states: readonly State[]) {
  const sources = states.map((state) => (state.kind === 'symbol' ? state.symbol : ''))
  const known = new Map<string, number>()
  for (const source of sources) if (!known.has(source)) known.set(source, known.size)
  const tests = [...known.keys()].map((source) => new RegExp(`^(?:${source})$`, 'u'))
  const ascii = Uint8Array.from({ length: tests.length * ASCII }, (_, index) =>
    tests[Math.floor(index / ASCII)]?.test(String.fromCharCode(index % ASCII)) ? 1 : 0,
  )
  // Of each symbol, the character it was asked for last, and the answer.
  const asked = tests.map(() => '')
  const answers = new Uint8Array(tests.length)

  function accepts(symbol: number, character: string): boolean {
    const code = character.charCodeAt(0)
    if (code < ASCII) return ascii[symbol * ASCII + code] === 1
    if (asked[symbol] !== character) {
      asked[symbol] = character
      answers[symbol] = tests[symbol]?.test(character) ? 1 : 0
    }
    return answers[symbol] === 1
  }

  return { symbolOf: Int32Array.from(sources, (source) => known.get(source) ?? 0), accepts }
}
