/** Next calls this once when a server starts, and not while it builds. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { endBackground, startBackground } = await import('@/lib/operations/background')
  const background = startBackground()
  // Whoever started this server calls these before it ends the process: the second when no request is left.
  Reflect.set(globalThis, Symbol.for('shopbell.shutdown'), () => background.stop())
  Reflect.set(globalThis, Symbol.for('shopbell.disconnect'), endBackground)
}
