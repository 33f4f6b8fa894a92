'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function EndpointStatisticsError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The statistics could not be loaded" />
}
