const STEP = '  '
// Indented, a few KiB of brackets would become many MiB.
const DEEPEST = 100

/**
 * JSON with line breaks, its strings and numbers untouched: parsing and writing it again would round what a double does not
 * hold. Null where the text is no JSON object or array, or nested over 100 levels deep.
 */
export function prettyJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return null
  const pieces: string[] = []
  let depth = 0
  // Strings whole, then brackets, then whatever stands between them; spaces around them match nothing and go.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    const opener = pieces.at(-1)
    const isOpen = opener === '{' || opener === '['
    if (token === '}' || token === ']') {
      depth--
      pieces.push(isOpen ? token : lineAt(depth) + token)
    } else if (token === ',') {
      pieces.push(token)
    } else if (token === ':') {
      pieces.push(': ')
    } else {
      if (isOpen || opener === ',') pieces.push(lineAt(depth))
      pieces.push(token)
      if (token === '{' || token === '[') depth++
      if (depth > DEEPEST) return null
    }
  }
  return pieces.join('')
}

function lineAt(depth: number): string {
  return `\n${STEP.repeat(depth)}`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
