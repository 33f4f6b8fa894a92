import { Disclosure } from '@/components/ui/disclosure'

type Category = { id: string; label: string; types: readonly unknown[] }

/** Leads to a category of the catalogue: beside it where there is room, folded above it elsewhere. */
export function CategoryJump({ categories }: { categories: readonly Category[] }) {
  return (
    <>
      <nav
        aria-label="Categories"
        className="sticky top-[calc(var(--sticky-top)+2rem)] max-h-[calc(100dvh-4rem)] overflow-y-auto pb-1 max-lg:hidden"
      >
        <p className="px-2 pb-1 font-medium text-faded text-xs">Categories</p>
        <JumpList categories={categories} />
      </nav>
      <nav aria-label="Categories" className="lg:hidden">
        <Disclosure summary="Jump to a category">
          <JumpList categories={categories} />
        </Disclosure>
      </nav>
    </>
  )
}

function JumpList({ categories }: { categories: readonly Category[] }) {
  return (
    <ul className="max-lg:columns-[9rem] max-lg:gap-x-4">
      {categories.map(({ id, label, types }) => (
        <li key={id} className="break-inside-avoid">
          <a
            href={`#${id}`}
            className="flex min-h-7 pointer-coarse:min-h-11 items-center justify-between gap-2 rounded-md px-2 text-faded text-sm hover:bg-ink/5 hover:text-ink"
          >
            {label}
            <span aria-hidden className="text-xs">
              {types.length}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
