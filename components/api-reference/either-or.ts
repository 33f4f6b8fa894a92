/** Of sets of fields that go together: "Either `type` and `data`, or `events`." */
export function eitherOr(alternatives: readonly (readonly string[])[]): string {
  const sets = alternatives.map((names) => joined(names.map((name) => `\`${name}\``)))
  return `Either ${sets.join(', or ')}.`
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
