import { SearchXIcon } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-24">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={SearchXIcon}
        title="There is no such page"
        action={<Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>}
      >
        Check the address, or begin at the first screen.
      </EmptyState>
    </main>
  )
}
