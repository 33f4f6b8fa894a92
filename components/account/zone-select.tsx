'use client'

import { Select } from '@/components/ui/select'
import type { ZoneOption } from './zone-options'

export type ZoneRegion = { region: string; zones: readonly ZoneOption[] }

type Props = {
  /** Empty for the store's. */
  value: string
  onChange: (value: string) => void
  storeZone: string
  regions: readonly ZoneRegion[]
}

export function ZoneSelect({ value, onChange, storeZone, regions }: Props) {
  const isListed = ['', 'UTC'].includes(value) || regions.some(({ zones }) => zones.some(isValue))
  function isValue({ name }: ZoneOption) {
    return name === value
  }
  return (
    <Select name="time_zone" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">Store’s time zone ({storeZone})</option>
      <option value="UTC">UTC</option>
      {isListed ? null : <option value={value}>{value}</option>}
      {regions.map(({ region, zones }) => (
        <optgroup key={region} label={region}>
          {zones.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}
