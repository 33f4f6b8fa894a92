import { DAY_CHOICES, type StatisticsFilter } from './statistics-filter'

type Days = StatisticsFilter['days']

/** How many days back, as one control of three parts. */
export function DaysChoice({ value, onChange }: { value: Days; onChange: (days: Days) => void }) {
  return (
    <fieldset className="min-w-0 max-sm:w-full">
      <legend className="mb-1.5 font-medium text-sm">Period</legend>
      <div className="control inline-flex h-8.5 gap-0.5 p-0.5 max-sm:w-full">
        {DAY_CHOICES.map((days) => (
          <label
            key={days}
            className="inline-flex flex-1 items-center justify-center whitespace-nowrap rounded-sm px-3 text-base text-faded hover:text-ink has-checked:bg-brass-wash has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-brass-ink has-focus-visible:outline-offset-2 has-checked:forced-colors:outline-1"
          >
            <input
              type="radio"
              name="days"
              value={days}
              checked={value === days}
              onChange={() => onChange(days)}
              className="sr-only"
            />
            {days} days
          </label>
        ))}
      </div>
    </fieldset>
  )
}
