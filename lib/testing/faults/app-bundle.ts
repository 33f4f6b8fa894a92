import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '@/scripts/checkout.mjs'

/** What a process under test runs: app-child.ts with all of ours that it imports, which starts in half the time. */
export const appBundle = join(root, 'test-results', 'fault-app.js')

/** Makes it. */
export async function bundleApp(): Promise<void> {
  const program = join(root, 'node_modules', '.bin', 'esbuild')
  const source = join(root, 'lib', 'testing', 'faults', 'app-child.ts')
  const flags = ['--bundle', '--platform=node', '--format=esm', '--packages=external', '--log-level=warning']
  await promisify(execFile)(program, [source, ...flags, `--outfile=${appBundle}`], { cwd: root })
}
