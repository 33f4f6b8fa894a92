const LONGEST_PART = 100

/**
 * A name as a part of a JSON pointer (RFC 6901), without the slash before it. It is cut after 100 characters, so that a
 * client's own names do not make a large answer, and has no halves of characters, which strict readers of JSON refuse.
 */
export function pointerPart(name: string): string {
  const shown = name.length > LONGEST_PART ? `${name.slice(0, LONGEST_PART)}…` : name
  return shown.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The names that a JSON pointer consists of. */
export function pointerNames(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}
