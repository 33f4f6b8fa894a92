'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Instant } from '@/components/ui/instant'
import { expireOldSecret } from '@/lib/actions/endpoints'

type Props = {
  endpointId: string
  until: Date
  oldCount: number
  mayExpire: boolean
  /** What is to be said of it. */
  onExpired: (news: string) => void
  /** The banner has gone with the button that was pressed. */
  onExpiredGone: () => void
}

/** While a rotation's grace runs: until when the older secrets sign too, and the way to end that now. */
export function RotationBanner({ endpointId, until, oldCount, mayExpire, onExpired, onExpiredGone }: Props) {
  const router = useRouter()
  const isOne = oldCount === 1
  const hasExpired = useRef(false)
  const leave = useEffectEvent(() => {
    if (hasExpired.current) onExpiredGone()
  })
  useEffect(() => () => leave(), [])
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), Math.max(0, until.getTime() - Date.now()) + 1_000)
    return () => clearTimeout(timer)
  }, [until, router])

  async function expire() {
    const result = await callAction(expireOldSecret({ id: endpointId }))
    if (!result.ok) return refusalText(result)
    hasExpired.current = true
    onExpired(isOne ? 'Old secret expired' : 'Old secrets expired')
    router.refresh()
    return undefined
  }

  return (
    <Banner
      role="status"
      tone="info"
      title={
        <>
          {isOne ? 'Both secrets sign' : `${oldCount + 1} secrets sign`} until{' '}
          <Instant at={until} precision="minute" />
        </>
      }
      actions={
        mayExpire ? (
          <ConfirmDialog
            trigger={<Button size="sm">{isOne ? 'Expire old secret now' : 'Expire old secrets now'}</Button>}
            title={isOne ? 'Expire the old secret now?' : `Expire the ${oldCount} old secrets now?`}
            confirmLabel={isOne ? 'Expire old secret' : 'Expire old secrets'}
            danger
            onConfirm={expire}
          >
            <p>
              From the next request on, only the new secret signs. A receiver that still checks with{' '}
              {isOne ? 'the old one' : 'an old one'} refuses everything. This cannot be undone.
            </p>
          </ConfirmDialog>
        ) : null
      }
    >
      Put the new secret into the receiver before then.
    </Banner>
  )
}
