import { formatDay } from '@/components/ui/clock-format'

// Not from Intl, whose words differ between the server and the browser.
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** "Fri 20 Nov" of a day written `2026-11-20`. */
export function weekdayAndDay(date: string): string {
  return `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${formatDay(date)}`
}

/** "23 Oct – 21 Nov" */
export function daySpan({ from, to }: { from: string; to: string }): string {
  return from === to ? formatDay(to) : `${formatDay(from)} – ${formatDay(to)}`
}
