import { readdir, readFile } from 'node:fs/promises'

const TICKS_PER_SECOND = 100

/**
 * CPU seconds used so far by a process and its children, living ones, from Linux' /proc; NaN elsewhere. Of PostgreSQL that
 * is the server with all its backends.
 */
export async function processorSeconds(pid: number | null): Promise<number> {
  if (pid === null) return Number.NaN
  const entries = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  let ticks = 0
  for (const entry of entries) {
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    // The name, in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [, parent, userTicks, systemTicks, waitedUser, waitedSystem] = [0, 1, 11, 12, 13, 14].map((index) =>
      Number(fields[index]),
    )
    if (Number(entry) === pid)
      ticks += (userTicks ?? 0) + (systemTicks ?? 0) + (waitedUser ?? 0) + (waitedSystem ?? 0)
    else if (parent === pid) ticks += (userTicks ?? 0) + (systemTicks ?? 0)
  }
  return ticks === 0 ? Number.NaN : ticks / TICKS_PER_SECOND
}
