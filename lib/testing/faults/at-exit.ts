const cleanups = new Set<() => void>()

// The last first: a server ends before its disk goes.
function cleanUp(): void {
  for (const cleanup of [...cleanups].reverse()) cleanup()
}

process.on('exit', cleanUp)
// A test runner lets nothing call process.exit(), and a signal alone would skip the above.
process.once('SIGTERM', () => {
  cleanUp()
  process.kill(process.pid, 'SIGKILL')
})

/** Does this, which must not wait for anything, when this process ends, in order or by SIGTERM. Returns what takes it back. */
export function atExit(cleanup: () => void): () => void {
  cleanups.add(cleanup)
  return () => cleanups.delete(cleanup)
}
