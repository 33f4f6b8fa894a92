'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function NoticesError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The notices could not be loaded" />
}
