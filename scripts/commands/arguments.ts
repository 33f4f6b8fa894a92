import { parseArgs } from 'node:util'

/** Arguments that make no sense: its message is a sentence for the person who typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Flags = Record<string, { type: 'string' | 'boolean'; required?: boolean }>

/** The values of a command's flags by name, and what else was given. `text` is empty where a flag was not given. */
export type Arguments = { text(name: string): string; has(name: string): boolean; rest: readonly string[] }

/** What a command takes besides flags: at most `most`, and at least one of it where `missing` says what to give. */
type Rest = { most: number; missing?: string }

/** Reads `--name value` and `--name=value`, nothing twice, and what `allowed` lets stand alone. Throws a UsageError. */
export function readArguments(args: readonly string[], flags: Flags, allowed: Rest = { most: 0 }): Arguments {
  const values = new Map<string, string>()
  const rest: string[] = []
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }])),
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (rest.length >= allowed.most) throw new UsageError(`“${token.value}” is not expected here.`)
      rest.push(token.value)
    }
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined
    if (!flag) throw new UsageError(`There is no flag ${token.rawName}.`)
    if (values.has(token.name)) throw new UsageError(`--${token.name} can be given once only.`)
    const value = token.value ?? ''
    if (flag.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`--${token.name} takes no value.`)
    } else if (value === '' || (!token.inlineValue && value.startsWith('--'))) {
      throw new UsageError(`--${token.name} needs a value.`)
    }
    values.set(token.name, value)
  }
  const missing = Object.entries(flags).filter(([name, { required }]) => required && !values.has(name))
  if (missing.length > 0) {
    throw new UsageError(`${missing.map(([name]) => `--${name}`).join(' and ')} must be given.`)
  }
  if (rest.length === 0 && allowed.missing !== undefined) throw new UsageError(allowed.missing)
  return { text: (name) => values.get(name) ?? '', has: (name) => values.has(name), rest }
}

/** A number from `least` to `most`, fractions too; throws a UsageError. */
export function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && number >= least && number <= most) return number
  throw new UsageError(`--${name} must be a number from ${least} to ${most}.`)
}
