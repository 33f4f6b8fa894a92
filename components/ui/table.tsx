import { ArrowDownIcon, ArrowUpIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { ScrollRegion } from './scroll-region'

type TableProps = ComponentProps<'table'> & {
  /** What the table holds; read out, and seen with `showCaption`. */
  caption: string
  showCaption?: boolean
}

/** Below 640 px each row is a card whose lines carry the cells' `label`; of the head what can be pressed stays. */
export function Table({ caption, showCaption, className, children, ...rest }: TableProps) {
  return (
    <ScrollRegion label={caption} className="sm:max-xl:overflow-x-auto sm:max-xl:[--sticky-top:0px]">
      <table {...rest} className={cn('w-full border-collapse text-sm max-sm:block', className)}>
        <caption className={showCaption ? 'px-4 py-2 text-left text-faded text-sm max-sm:block' : 'sr-only'}>
          {caption}
        </caption>
        {children}
      </table>
    </ScrollRegion>
  )
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="max-sm:block">{children}</thead>
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} className={cn('max-sm:block', props.className)} />
}

type RowProps = ComponentProps<'tr'> & { selected?: boolean }

export function TableRow({ selected, className, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      className={cn(
        'scroll-mt-24 border-rule border-b transition-colors last:border-b-0 hover:bg-hover data-selected:bg-brass-wash max-sm:relative in-[thead]:max-sm:flex in-[thead]:max-sm:items-center in-[thead]:max-sm:gap-4 in-[thead]:max-sm:not-has-[a,button,input]:sr-only in-[tbody]:max-sm:grid in-[tbody]:max-sm:grid-cols-1 max-sm:gap-1 max-sm:px-4 max-sm:py-3 in-[thead]:hover:bg-transparent',
        className,
      )}
    />
  )
}

type HeadCellProps = ComponentProps<'th'> & { numeric?: boolean; sort?: 'ascending' | 'descending' | 'none' }

/** `sort` says how the column is sorted; its child is then the link or button that changes it. */
export function HeadCell({ numeric, sort, className, children, ...rest }: HeadCellProps) {
  const Arrow = sort === 'ascending' ? ArrowUpIcon : ArrowDownIcon
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort}
      className={cn(
        'sticky top-(--sticky-top) z-10 whitespace-nowrap border-rule border-b bg-surface px-3 py-2 text-left font-medium text-faded text-xs first:pl-5 last:pr-5 max-sm:static max-sm:w-auto! max-sm:border-b-0 max-sm:p-0! max-sm:not-has-[a,button,input]:sr-only',
        numeric && 'text-right',
        className,
      )}
    >
      {sort === undefined ? (
        children
      ) : (
        <span
          className={cn(
            'inline-flex items-center gap-1 [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center [&>a]:hover:text-ink [&>button]:min-h-6',
            numeric && 'flex-row-reverse',
          )}
        >
          {children}
          <Arrow aria-hidden className={cn('size-3', sort === 'none' && 'invisible max-sm:hidden')} />
        </span>
      )}
    </th>
  )
}

type CellProps = ComponentProps<'td'> & {
  /** The column's head, shown beside the value on a card. The first cell needs none. */
  label?: string
  numeric?: boolean
  /** A box or a menu: on a card it sits in the upper right corner. */
  corner?: boolean
}

const cell =
  'px-3 py-1.5 align-middle first:pl-5 last:pr-5 max-sm:flex max-sm:min-w-0 max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:p-0! max-sm:text-right max-sm:before:shrink-0 max-sm:before:font-sans max-sm:before:text-faded max-sm:before:content-[attr(data-label)] max-sm:before:empty:hidden'

export function Cell({ label, numeric, corner, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      data-label={label}
      className={cn(
        cell,
        numeric && 'whitespace-nowrap text-right',
        label === undefined && 'max-sm:block max-sm:text-left max-sm:before:content-none',
        corner && 'max-sm:absolute max-sm:top-1.5 max-sm:right-3',
        className,
      )}
    />
  )
}

/** The cell that names its row, with the link to it. */
export function RowHeader({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="row"
      {...rest}
      className={cn(
        'px-3 py-1.5 text-left align-middle font-normal first:pl-5 last:pr-5 max-sm:block max-sm:min-w-0 max-sm:p-0! max-sm:pr-14! max-sm:pb-1! max-sm:text-base [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center pointer-coarse:[&_a]:min-h-11',
        className,
      )}
    />
  )
}
