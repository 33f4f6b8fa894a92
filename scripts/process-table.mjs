import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export const hasProc = existsSync('/proc/self/stat')

/**
 * The fields of /proc/N/stat from the state on: the name before them may hold spaces and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/**
 * Columns of `ps` for one process, where there is no /proc (macOS).
 * @param {number} pid
 * @param {string} columns
 */
function ps(pid, columns) {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/**
 * The parent of a process; 0 when there is no such process.
 * @param {number} pid
 */
export function parentOf(pid) {
  return Number(hasProc ? (statFields(pid)?.[1] ?? 0) : ps(pid, 'ppid='))
}

/**
 * The short name of a process' program.
 * @param {number} pid
 */
export function programOf(pid) {
  try {
    return hasProc ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : ps(pid, 'comm=')
  } catch {
    return ''
  }
}

/**
 * A text that no other process gets, even when the number is used again; undefined when there is no such process.
 * @param {number} pid
 */
export function identityOf(pid) {
  if (!hasProc) return ps(pid, 'lstart=') || undefined
  const fields = statFields(pid)
  // A zombie only waits to be reaped: it runs no more.
  if (!fields || fields[0] === 'Z') return undefined
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
}
