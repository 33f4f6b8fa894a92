/** First in the body; `href` is the main region's id. */
export function SkipLink({
  href = '#main',
  children = 'Skip to content',
}: {
  href?: `#${string}`
  children?: string
}) {
  return (
    <a
      href={href}
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md border border-brass-ink bg-surface px-4 py-3 font-medium text-ink shadow-lift focus:translate-y-0"
    >
      {children}
    </a>
  )
}
