import { Instant } from '@/components/ui/instant'

/** Until when an endpoint's deliveries are held back. */
export function PausedUntil({ at }: { at: Date | string }) {
  return (
    <>
      Paused until <Instant at={at} /> after repeated failures
    </>
  )
}
