import { toMrkdwn } from './mrkdwn'
import { readValue, type Shown } from './read-value'

const PIECES = /\[[^\]]*\]|[^[]+/g
const PLACEHOLDER = /\{([^:}]*)(?::(text|words|signed|money|person|count|items))?\}/g

const shownAs: readonly Shown[] = ['text', 'words', 'signed', 'money', 'person', 'count', 'items']

/**
 * A template filled from an event's object, in mrkdwn. `{path}` stands for a value, `{path,other}` for the first that is
 * there, `{path:money}` says how to show it; a part in brackets is left out where one of its values is missing. Null
 * where a value outside of brackets is.
 */
export function fillTemplate(template: string, object: unknown): string | null {
  let text = ''
  for (const piece of template.match(PIECES) ?? []) {
    const isOptional = piece.startsWith('[')
    const filled = fillPiece(isOptional ? piece.slice(1, -1) : piece, object)
    if (filled === null && !isOptional) return null
    text += filled ?? ''
  }
  return text
}

function fillPiece(piece: string, object: unknown): string | null {
  let isWhole = true
  const text = piece.replace(PLACEHOLDER, (_, paths: string, name: string | undefined) => {
    const shown = shownAs.find((known) => known === name) ?? 'text'
    for (const path of paths.split(',')) {
      const value = toMrkdwn(readValue(object, path, shown) ?? '')
      if (value !== '') return value
    }
    isWhole = false
    return ''
  })
  return isWhole ? text : null
}
