export const backdropClass =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'

export const dialogClass =
  'fixed inset-0 z-40 m-auto flex h-fit max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col rounded-lg border border-rule bg-surface text-ink shadow-lift transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'

export const popupClass =
  'rounded-md border border-rule bg-surface text-ink shadow-lift transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0'

export const itemClass =
  'flex min-h-8 select-none items-center gap-2 rounded-sm px-2 py-1 text-base outline-none data-highlighted:bg-ink/7 data-disabled:cursor-not-allowed data-disabled:text-faded pointer-coarse:min-h-11 data-highlighted:forced-colors:outline-2 [&_svg]:size-4 [&_svg]:shrink-0'
