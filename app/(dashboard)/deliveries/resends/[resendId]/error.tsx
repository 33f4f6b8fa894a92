'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function ResendError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The bulk resend could not be loaded" />
}
