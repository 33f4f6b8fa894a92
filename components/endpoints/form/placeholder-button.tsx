import { BracesIcon } from 'lucide-react'
import { Button, type ButtonProps } from '@/components/ui/button'

/** Opens the menu of placeholders. */
export function PlaceholderButton(props: Omit<ButtonProps, 'children'>) {
  return (
    <Button size="sm" aria-label="Insert placeholder" {...props}>
      <BracesIcon aria-hidden /> Insert placeholder
    </Button>
  )
}
