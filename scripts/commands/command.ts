/** The instance that a command works on. */
export type Instance = { mode: 'local' | 'server'; publicUrl: string }

/** A command of `npm run`: what `--help` says, and what it does. */
export type Command = {
  help: string
  /** Reads the arguments and answers with the work itself. Throws a UsageError; must not need the environment. */
  read(args: readonly string[]): (instance: Instance) => Promise<void>
}
