/** What a process under test is told. */
export type ToApp =
  | { kind: 'begin'; settings: Record<string, string>; leaseSlackMs: number | null }
  | { kind: 'jump'; byMs: number }

/** What it says: that its modules are loaded, on which port it serves, that its clock has jumped. */
export type FromApp = { kind: 'loaded' } | { kind: 'begun'; port: number } | { kind: 'jumped' }
