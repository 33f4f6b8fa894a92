import { Switch } from '@/components/ui/switch'

type Props = { isLive: boolean; isInterrupted: boolean; onSwitch: (on: boolean) => void }

/** Whether the rows follow what happens. */
export function LiveSwitch({ isLive, isInterrupted, onSwitch }: Props) {
  return (
    <Switch
      label={isInterrupted ? 'Live, reconnecting' : isLive ? 'Live' : 'Paused'}
      aria-label="Live refresh"
      checked={isLive}
      onChange={(event) => onSwitch(event.target.checked)}
      className="items-center"
    />
  )
}
