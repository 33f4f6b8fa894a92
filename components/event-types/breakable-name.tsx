/** A name that may break after its dots and underscores, and within a word only where one is wider than the page. */
export function BreakableName({ name }: { name: string }) {
  return name.split(/(?<=[._])/).map((part, index, all) => (
    // The parts of one name stay where they are.
    <span key={all.slice(0, index + 1).join('')}>
      {part}
      <wbr />
    </span>
  ))
}
