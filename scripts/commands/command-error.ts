/** What went wrong, as a sentence for the person at the keyboard. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
