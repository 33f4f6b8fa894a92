/** Something the person at the keyboard can mend: its message is a sentence for them, shown without a stack trace. */
export class StartupError extends Error {
  /** @override */
  name = 'StartupError'
}

/**
 * The system's code of an error (ENOENT, EACCES, …), or nothing.
 * @param {unknown} error
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * What to print of whatever was thrown: the sentence alone where it is one, else with the stack that a report needs.
 * @param {unknown} error
 * @returns {string}
 */
export function describeError(error) {
  if (error instanceof StartupError) return error.message
  if (error instanceof Error && 'path' in error && /^(EACCES|EPERM|EROFS)$/.test(errorCode(error) ?? '')) {
    return `${error.path} is not accessible to this user (${errorCode(error)}). Start as the user who owns it, or change its owner.`
  }
  if (errorCode(error) === 'ENOSPC') return 'The disk is full. Free some space and start again.'
  return `This should not have happened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
