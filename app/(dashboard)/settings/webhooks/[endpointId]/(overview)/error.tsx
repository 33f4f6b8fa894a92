'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function OverviewError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The overview could not be loaded" />
}
