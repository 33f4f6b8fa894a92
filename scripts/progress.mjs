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
 * One line per step with its time. On a terminal a step that runs shows that it does; elsewhere (a log, a pipe) only
 * finished lines are written, and one when a slow step has begun.
 * @param {NodeJS.WriteStream} out
 */
export function createProgress(out = process.stdout) {
  const live = out.isTTY === true
  let current = ''

  /** @param {string} text */
  function line(text) {
    out.write(`${live && current ? '\r\x1b[2K' : ''}${text}\n${live ? current : ''}`)
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
    let frame = 0
    const show = () => {
      if (performance.now() - since < QUICK_MS) return
      current = `  ${FRAMES[frame++ % FRAMES.length]} ${text}  ${seconds(since)}`
      out.write(`\r\x1b[2K${current}`)
    }
    const timer = live ? setInterval(show, 120) : setTimeout(() => line(`  … ${text}`), SLOW_AFTER_MS)
    /** @type {(mark: string, title: string) => void} */
    const finish = (mark, title) => {
      clearTimeout(timer)
      if (live) out.write('\r\x1b[2K')
      current = ''
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
