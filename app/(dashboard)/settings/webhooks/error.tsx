'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function WebhooksError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The webhook endpoints could not be loaded" />
}
