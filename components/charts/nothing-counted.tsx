import { ChartColumnIcon } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'

/** In a card, for what these days do not have. */
export function NothingCounted({ title }: { title: string }) {
  return <EmptyState level={3} icon={ChartColumnIcon} title={title} className="py-8" />
}
