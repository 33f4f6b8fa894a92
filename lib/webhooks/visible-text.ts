// What changes how the text around it is read or laid out. The joiners are left: scripts and emoji need them.
const HIDDEN = /[\p{Cc}\p{Cf}]/gu
const JOINERS = ['\u200c', '\u200d']

/**
 * Text of unknown origin as one line that shows all that is in it: line breaks as ↵, other control characters, and those
 * that turn the direction of writing, by their number. Cut to `most` characters, and never within one.
 */
export function visibleLine(text: string, most = Infinity): string {
  const line = text
    .toWellFormed()
    .replace(/\r\n|[\n\r\u2028\u2029\u0085]/g, ' ↵ ')
    .replaceAll('\t', ' ')
    .replace(HIDDEN, (character) => (JOINERS.includes(character) ? character : numberOf(character)))
  if (line.length <= most) return line
  const characters = [...line]
  return characters.length <= most ? line : `${characters.slice(0, most).join('')}…`
}

/** Such a line for HTML, within an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function numberOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
