'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function DeliveryError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The delivery could not be loaded" />
}
