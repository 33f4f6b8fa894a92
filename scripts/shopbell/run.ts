import packageJson from '@/package.json' with { type: 'json' }
import { UsageError } from '@/scripts/commands/arguments'
import type { Instance } from '@/scripts/commands/command'
import { CommandError } from '@/scripts/commands/command-error'
import { execute } from '@/scripts/commands/execute'
import type { ClientCommand } from './client-command'
import { entries, overview } from './commands'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const WRONG_USAGE = 2

/**
 * Runs a command line to its end and answers with the exit code: 0, 1 with a sentence where it failed, 2 where the
 * arguments are wrong. `cwd` is the folder in which it was typed; `findInstance` sets the environment of the checkout's
 * instance, for commands that work on its database.
 */
export async function runShopbell(
  args: readonly string[],
  { cwd, findInstance }: { cwd: string; findInstance: () => Instance },
): Promise<number> {
  const [first = '', second = ''] = args
  if (first === '--version') {
    console.log(packageJson.version)
    return 0
  }
  const isHelp = (text: string) => ['--help', '-h', 'help'].includes(text)
  if (isHelp(first)) {
    console.log(overview())
    return 0
  }
  const entry = entries.find(({ words }) => words === first || words === `${first} ${second}`)
  const isGroup = entries.some(({ words }) => words.startsWith(`${first} `))
  if (!entry) {
    if (isGroup && isHelp(second)) {
      console.log(overview(first))
      return 0
    }
    const typed = [first, ...(isGroup ? [second] : [])].join(' ').trim()
    console.error(
      typed === '' ? overview() : `There is no command “${typed}”.\n\n${overview(isGroup ? first : '')}`,
    )
    return WRONG_USAGE
  }
  const rest = args.slice(entry.words.split(' ').length)
  if (entry.kind === 'local') return execute(await entry.load(), rest, findInstance)
  return executeApi(await entry.load(), entry.words, rest, cwd)
}

async function executeApi(
  command: ClientCommand,
  words: string,
  args: readonly string[],
  cwd: string,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help)
    return 0
  }
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  for (const name of SIGNALS) process.once(name, onSignal)
  try {
    return await command.read(args)({ cwd, signal: stop.signal })
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} See: shopbell ${words} --help`)
      return WRONG_USAGE
    }
    if (stop.signal.aborted) return 1
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    return 1
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal)
  }
}
