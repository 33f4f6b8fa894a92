export function RequiredMark() {
  return (
    <span className="font-normal text-faded">
      {' '}
      <span aria-hidden>*</span>
      <span className="sr-only">(required)</span>
    </span>
  )
}
