import { V7Generator } from 'uuidv7'

/** The first part of a public id says what it names. */
export type IdPrefix = 'evt' | 'we' | 'dlv' | 'app' | 'usr' | 'rs'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SUFFIX = /^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$/

const digitValues = new Map([...ALPHABET].map((digit, value) => [digit, BigInt(value)]))
const generator = new V7Generator()

let clockOffsetMs = 0

/** Tells this process how far the database's clock is ahead of its own, so that ids order by the database's time. */
export function setIdClockOffset(offsetMs: number): void {
  clockOffsetMs = offsetMs
}

/** A new UUIDv7, later than every one made before it here unless the clock went back by more than 10 s; `at` (Unix ms) makes one of another time. */
export function newId(at?: number): string {
  const unixMs = Math.floor(at ?? Date.now() + clockOffsetMs)
  // Another time than now must not move the generator, which never goes back.
  const source = at === undefined ? generator : new V7Generator()
  return source.generateOrResetWithTs(unixMs).toString()
}

/** The instant of a UUIDv7, to the millisecond. */
export function idTime(uuid: string): Date {
  return new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16))
}

/** `evt_` and the id in 26 characters of Crockford's base 32, as TypeID 0.3 writes it. */
export function toPublicId(prefix: IdPrefix, uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  // 128 bits from the left: 3 of the first digit, then 5 a digit. Five hexadecimal digits are four of ours.
  let suffix = ALPHABET.charAt(Number.parseInt(hex.slice(0, 2), 16) >> 5)
  suffix += ALPHABET.charAt(Number.parseInt(hex.slice(0, 2), 16) & 31)
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16)
    suffix += ALPHABET.charAt(bits >> 15) + ALPHABET.charAt((bits >> 10) & 31)
    suffix += ALPHABET.charAt((bits >> 5) & 31) + ALPHABET.charAt(bits & 31)
  }
  return `${prefix}_${suffix}`
}

/** The UUID of a public id, or null where the text is not one of this prefix. */
export function fromPublicId(prefix: IdPrefix, publicId: string): string | null {
  const suffix = publicId.slice(prefix.length + 1)
  if (!publicId.startsWith(`${prefix}_`) || !SUFFIX.test(suffix)) return null
  let value = 0n
  for (const digit of suffix) value = (value << 5n) | (digitValues.get(digit) ?? 0n)
  const hex = value.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
