type Hour = { delivered: number; failed: number }

const STEP = 4
const WIDTH = 3
const HEIGHT = 22

/** The last 24 hours as bars, failures on top: a picture beside the numbers, which say it; they go first where it gets narrow. */
export function HourBars({ hours }: { hours: readonly Hour[] }) {
  const most = Math.max(...hours.map(({ delivered, failed }) => delivered + failed), 1)
  const width = hours.length * STEP - (STEP - WIDTH)
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      width={width}
      height={HEIGHT + 1}
      shapeRendering="crispEdges"
      className="shrink-0 sm:max-xl:hidden"
    >
      <rect y={HEIGHT} width={width} height={1} fill="var(--chart-grid)" />
      {hours.map((hour, index) => {
        const delivered = barHeight(hour.delivered, most)
        const failed = barHeight(hour.failed, most)
        const x = index * STEP
        const key = hours.length - index
        return (
          <g key={key}>
            <rect
              x={x}
              y={HEIGHT - delivered}
              width={WIDTH}
              height={delivered}
              fill="var(--chart-delivered)"
            />
            <rect
              x={x}
              y={HEIGHT - delivered - failed}
              width={WIDTH}
              height={failed}
              fill="var(--chart-failed)"
            />
          </g>
        )
      })}
    </svg>
  )
}

/** One failure among thousands can still be seen. */
function barHeight(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(2, Math.round((count / most) * (HEIGHT - 2)))
}
