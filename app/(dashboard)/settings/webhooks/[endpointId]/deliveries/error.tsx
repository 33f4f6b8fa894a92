'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function EndpointDeliveriesError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The deliveries could not be loaded" />
}
