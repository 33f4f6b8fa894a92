import type { Tasks } from './child'

/** Does in a child process what its parent asks for, and ends when the parent does. */
export function answerParent(tasks: Tasks): void {
  const byName = new Map<string, (input: never) => unknown>(Object.entries(tasks))
  process.on('message', async ({ id, name, input }: { id: number; name: string; input: never }) => {
    try {
      const answer = await byName.get(name)?.(input)
      process.send?.({ id, json: JSON.stringify(answer ?? null) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit())
  process.on('SIGTERM', () => process.exit())
}
