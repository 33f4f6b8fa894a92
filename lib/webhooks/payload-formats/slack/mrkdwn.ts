const LONGEST_VALUE = 100
// As much of a value as is looked at: a message may not cost more for a long one.
const LONGEST_READ = 4 * LONGEST_VALUE

// They turn the text after them around.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A value of an event as it may stand in Slack's mrkdwn: on one line, of at most 100 characters, and without any power.
 * It mentions nobody, links nowhere and ends no bold text; Slack shows what was there, or a sign that looks like it.
 */
export function toMrkdwn(value: string): string {
  const line = value
    .slice(0, LONGEST_READ)
    .replace(DIRECTION_MARKS, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const characters = [...line]
  const short =
    characters.length > LONGEST_VALUE || value.length > LONGEST_READ
      ? `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`
      : line
  return (
    short
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('*', '∗')
      .replaceAll('~', '∼')
      .replaceAll('`', 'ˋ')
      // Within a word an underline is no mark.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
      // Slack and what takes Slack's messages may read these in plain text too. An address like a@here.example stays.
      .replace(/(?<![\w.+-])@(?=here|channel|everyone|all|group)/giu, '＠')
  )
}
