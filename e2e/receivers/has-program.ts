import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Whether a program is on this machine, asked for its version. */
export async function hasProgram(name: string, ...versionArguments: string[]): Promise<boolean> {
  return promisify(execFile)(name, versionArguments).then(
    () => true,
    () => false,
  )
}
