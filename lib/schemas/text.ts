import { z } from 'zod'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const DELETE = 127

/** Text of at least `least` and at most `most` characters that any database and screen can hold. */
export function text(least: number, most: number) {
  return z
    .string()
    .min(least, least === 1 ? 'Fill this in.' : `Use at least ${least} characters.`)
    .max(most, `Use at most ${most} characters.`)
    .refine((value) => value.isWellFormed(), 'This is not well-formed text.')
    .refine((value) => ![...value].some(isControl), 'Control characters cannot be used here.')
}

function isControl(character: string): boolean {
  const code = character.charCodeAt(0)
  const isSpace = code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN
  return (code < 32 && !isSpace) || code === DELETE
}
