'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function DashboardError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} />
}
