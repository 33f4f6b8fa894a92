/** A link within text or in a table's first cell: `<Link className={linkClass} …>`. */
export const linkClass =
  'font-medium text-ink underline decoration-brass decoration-1 underline-offset-3 hover:text-brass-ink hover:decoration-2 forced-colors:text-[LinkText]'
