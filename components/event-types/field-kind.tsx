/** What a field or a parameter takes, and whether it must be there: "integer, required". */
export function FieldKind({ type, isRequired }: { type: string; isRequired: boolean }) {
  return (
    <span>
      {type}
      {isRequired ? <span className="font-medium">, required</span> : null}
    </span>
  )
}
