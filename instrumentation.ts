/** Next calls this once when a server starts, and not while it builds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startBackground } = await import('@/lib/operations/background')
  const background = startBackground()
  // Whoever started this server stops what runs beside the requests before it ends the process.
  Reflect.set(globalThis, Symbol.for('shopbell.shutdown'), () => background.stop())
}
