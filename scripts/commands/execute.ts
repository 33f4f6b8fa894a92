import { UsageError } from './arguments'
import type { Command, Instance } from './command'

const WRONG_USAGE = 2

/**
 * Runs a command to its end and answers with the exit code: 0, 1 with a sentence where it failed, 2 where the
 * arguments are wrong. `findInstance` sets the environment, and throws a sentence where there is no instance.
 */
export async function execute(
  command: Command,
  args: readonly string[],
  findInstance: () => Instance,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help)
    return 0
  }
  let run: (instance: Instance) => Promise<void>
  try {
    run = command.read(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message} See --help.`)
    return WRONG_USAGE
  }
  const instance = findInstance()
  const [{ describeFailure }, { disconnect }] = await Promise.all([
    import('./describe-failure'),
    import('@/lib/db/client'),
  ])
  try {
    await run(instance)
    return 0
  } catch (error) {
    console.error(describeFailure(error))
    return 1
  } finally {
    await disconnect()
  }
}
