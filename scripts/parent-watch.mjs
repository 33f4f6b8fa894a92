import { parentOf, programOf } from './process-table.mjs'

const SHELLS = /^-?(sh|dash|bash|ash|busybox|zsh|ksh)$/

/**
 * Calls `gone` once when whoever started us is no more. A SIGTERM or SIGKILL to npm leaves its script running, and with a
 * shell between npm and us our own parent stays alive too: then the shell's parent is watched as well.
 * @param {() => void} gone
 */
export function watchParent(gone) {
  const parent = process.ppid
  if (parent <= 1) return
  const shell = process.env.npm_lifecycle_event && SHELLS.test(programOf(parent))
  const grandparent = shell ? parentOf(parent) : 0
  const timer = setInterval(() => {
    const orphaned = process.ppid !== parent || (grandparent > 1 && parentOf(parent) !== grandparent)
    if (!orphaned) return
    clearInterval(timer)
    gone()
  }, 1_000)
  timer.unref()
}
