import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { returnPath } from '@/components/sign-in/return-path'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { Card } from '@/components/ui/card'
import { Logo } from '@/components/ui/logo'
import { getViewer } from '@/lib/auth'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, expired } = await searchParams
  const returnTo = returnPath(callbackUrl)
  if (await getViewer()) redirect(returnTo)
  return (
    <main id="main" className="mx-auto flex max-w-sm flex-col gap-6 px-4 py-12 sm:py-32">
      <Logo className="self-center" />
      <Card>
        <h1 className="ledger-double mb-5 pb-3 font-semibold text-xl tracking-tight">Sign in</h1>
        <SignInForm returnTo={returnTo} expired={expired === '1'} />
        <noscript>
          <p className="mt-4 text-faded text-sm">Signing in needs JavaScript.</p>
        </noscript>
      </Card>
    </main>
  )
}
