/** Where a command was typed, and how it ends early: Ctrl-C aborts `signal`. */
type Call = { cwd: string; signal: AbortSignal }

/** A command that calls the API: what `--help` says, and what it does. */
export type ClientCommand = {
  help: string
  /** Reads the arguments and answers with the work itself, which answers with the exit code. Throws a UsageError. */
  read(args: readonly string[]): (call: Call) => Promise<number>
}
