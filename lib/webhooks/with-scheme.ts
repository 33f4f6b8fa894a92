const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i

/** A URL that was given without a scheme means `https://` (seed 002); any other is itself. Says nothing of whether it is good. */
export function withScheme(given: string): string {
  return SCHEME.test(given) ? given : `https://${given}`
}
