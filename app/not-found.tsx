import type { Metadata } from 'next'
import Link from 'next/link'
import { linkClass } from '@/components/ui/link-class'
import { Logo } from '@/components/ui/logo'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <main id="main" className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-24 text-center">
      <Logo className="mb-4" />
      <h1 className="font-semibold text-xl">Not found</h1>
      <p className="text-faded">There is no page at this address.</p>
      <Link href="/settings/webhooks" className={`${linkClass} inline-flex min-h-6 items-center`}>
        Go to webhooks
      </Link>
    </main>
  )
}
