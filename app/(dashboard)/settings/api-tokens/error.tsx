'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function ApiTokensError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The API tokens could not be loaded" />
}
