type Unsupported = bigint | symbol | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>

/** What is left of a value once it has travelled as JSON: a Date becomes its ISO text. Map, Set and bigint have no such form. */
export type JsonView<T> = unknown extends T
  ? unknown
  : T extends Date
    ? string
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends Unsupported
        ? never
        : { [Key in keyof T]: JsonView<T[Key]> }

/** `value` as it would arrive over the network, so that the first data and later answers look the same. */
export function jsonView<T>(value: T): JsonView<T> {
  return JSON.parse(JSON.stringify(value))
}
