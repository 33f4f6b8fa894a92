/** A chart and what keeps its place while its code loads are equally high. */
export const chartHeight = { high: 'h-72 max-sm:h-60', low: 'h-52' } as const

export type ChartSize = keyof typeof chartHeight
