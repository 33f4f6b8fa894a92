import { cookies } from 'next/headers'
import { PasswordForm } from '@/components/account/password-form'
import { ProfileForm } from '@/components/account/profile-form'
import { StoreRoles } from '@/components/account/store-roles'
import { ThemeSetting } from '@/components/account/theme-setting'
import { zoneOptions } from '@/components/account/zone-options'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { requireViewer } from '@/lib/auth'
import { getAccount } from '@/lib/operations/account'

export const metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await requireViewer()
  const { name, email, timeZone, theme, stores } = await getAccount(viewer.userId)
  const shownTheme = (await cookies()).get(THEME_COOKIE)?.value ?? theme
  return (
    <>
      <PageHeader
        title="Your account"
        description="How you appear, how screens look to you, and how you sign in."
        actions={<SignOutButton />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex flex-col gap-6">
          <Card title="Profile">
            <ProfileForm
              name={name}
              email={email}
              timeZone={timeZone}
              storeZone={viewer.store.timeZone}
              regions={zoneOptions(new Date())}
            />
          </Card>
          <Card
            title="Password"
            description="A new one ends all your other sessions. You stay signed in here."
          >
            <PasswordForm email={email} />
          </Card>
        </div>
        <div className="flex flex-col gap-6">
          <Card title="Theme">
            <ThemeSetting initial={readTheme(shownTheme)} />
          </Card>
          <Card title={stores.length === 1 ? 'Your store' : 'Your stores'}>
            <StoreRoles stores={stores} />
          </Card>
        </div>
      </div>
    </>
  )
}
