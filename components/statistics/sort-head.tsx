import { HeadCell } from '@/components/ui/table'

type Props = {
  label: string
  numeric: boolean
  sorted: 'ascending' | 'descending' | 'none'
  onSort: () => void
}

export function SortHead({ label, numeric, sorted, onSort }: Props) {
  return (
    <HeadCell numeric={numeric} sort={sorted}>
      <button type="button" onClick={onSort} className="touch-target rounded-sm hover:text-ink">
        {label}
      </button>
    </HeadCell>
  )
}
