'use client'

import { ScreenFailure } from '@/components/shell/screen-failure'

export default function ResendsError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ScreenFailure error={error} retry={retry} title="The bulk resends could not be loaded" />
}
