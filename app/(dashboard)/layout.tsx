import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AdoptTheme } from '@/components/shell/adopt-theme'
import { FocusHeading } from '@/components/shell/focus-heading'
import { LazyToaster } from '@/components/shell/lazy-toaster'
import { MobileBar } from '@/components/shell/mobile-bar'
import type { Person } from '@/components/shell/person'
import { QueryProvider } from '@/components/shell/query-provider'
import { SessionGuard } from '@/components/shell/session-guard'
import { Sidebar } from '@/components/shell/sidebar'
import { SkipLink } from '@/components/ui/skip-link'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { TimeZoneProvider } from '@/components/ui/time-zone'
import { requireViewer } from '@/lib/auth'
import { getNewNoticeCount } from '@/lib/operations/notices'
import { contextOf } from '@/lib/operations/viewer'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer()
  const knowsTheme = (await cookies()).has(THEME_COOKIE)
  // What of a person and their stores the browser may know.
  const shown = ({ slug, name, role }: Person['store']) => ({ slug, name, role })
  const person: Person = {
    name: viewer.name,
    email: viewer.email,
    role: viewer.role,
    store: shown(viewer.store),
    stores: viewer.stores.map(shown),
    newNotices: await getNewNoticeCount(contextOf(viewer, null), viewer.userId),
  }
  return (
    <TimeZoneProvider timeZone={viewer.timeZone}>
      <QueryProvider>
        <SkipLink />
        <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] max-lg:[--sticky-top:3.5rem]">
          <MobileBar person={person} />
          <Sidebar person={person} />
          <div className="min-w-0">
            <SessionGuard />
            <main
              id="main"
              className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 lg:px-8 lg:py-8"
            >
              {children}
            </main>
          </div>
        </div>
        <FocusHeading />
        <LazyToaster />
        {knowsTheme ? null : <AdoptTheme theme={readTheme(viewer.theme)} />}
      </QueryProvider>
    </TimeZoneProvider>
  )
}
