/** What a day's deliveries became, in the order in which the bars are stacked. */
export const weekSeries = [
  { key: 'delivered', label: 'Delivered', color: 'var(--chart-delivered)' },
  { key: 'failed', label: 'Failed', color: 'var(--chart-failed)' },
  { key: 'cancelled', label: 'Cancelled', color: 'var(--chart-cancelled)' },
] as const
