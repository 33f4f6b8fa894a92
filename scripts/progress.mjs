const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
// What is done by then needs no indicator.
const QUICK_MS = 400
const SLOW_AFTER_MS = 3_000
const TITLE_WIDTH = 44

/** @param {number} sinceMs */
function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
}

/**
 * One line per step with its time. On a terminal the steps that run share a line that shows that they do; elsewhere (a log, a pipe) only
 * finished lines are written, and one when a slow step has begun.
 * @param {NodeJS.WriteStream} out
 */
export function createProgress(out = process.stdout) {
  const live = out.isTTY === true
  /** @type {Set<{ text: string, since: number }>} */
  const running = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  let drawing
  let frame = 0
  let current = ''

  /** @param {string} text */
  function line(text) {
    out.write(`${live && current ? '\r\x1b[2K' : ''}${text}\n${live ? current : ''}`)
  }

  function draw() {
    const shown = [...running].filter(({ since }) => performance.now() - since >= QUICK_MS)
    const [first] = shown
    if (!first) return
    const texts = shown.map(({ text }) => text).join(', ')
    current = `  ${FRAMES[frame++ % FRAMES.length]} ${texts}  ${seconds(first.since)}`
    out.write(`\r\x1b[2K${current}`)
  }

  /**
   * @template T
   * @param {string} text what is under way
   * @param {(say: (text: string) => void) => Promise<T>} work `say` adds a line below the step's, then and later
   * @param {string | ((value: T) => string)} done what was done
   * @returns {Promise<T>}
   */
  async function step(text, work, done) {
    const since = performance.now()
    const own = { text, since }
    running.add(own)
    if (live) drawing ??= setInterval(draw, 120)
    const timer = live ? undefined : setTimeout(() => line(`  … ${text}`), SLOW_AFTER_MS)
    /** @type {(mark: string, title: string) => void} */
    const finish = (mark, title) => {
      clearTimeout(timer)
      running.delete(own)
      if (live) out.write('\r\x1b[2K')
      current = ''
      if (running.size === 0) {
        clearInterval(drawing)
        drawing = undefined
      }
      line(`  ${mark} ${title.padEnd(TITLE_WIDTH)} ${seconds(since)}`)
    }
    try {
      const value = await work((said) => line(`      ${said}`))
      finish('✓', typeof done === 'string' ? done : done(value))
      return value
    } catch (error) {
      finish('✗', text)
      throw error
    }
  }

  return { line, step }
}

/** @typedef {ReturnType<typeof createProgress>} Progress */
