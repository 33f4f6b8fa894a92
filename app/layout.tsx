import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Shopbell', template: '%s · Shopbell' },
  description: 'Webhooks for stores: signed, retried, on record.',
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    // The server knows the choice from a cookie and CSS follows the system: no script, no flash.
    <html lang="en" className={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  )
}
