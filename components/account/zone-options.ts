/** A time zone to choose: its region groups it, its label ends with how far it is from UTC. */
export type ZoneOption = { name: string; label: string }

/** Every time zone by region, as it is at an instant. */
export function zoneOptions(at: Date): { region: string; zones: ZoneOption[] }[] {
  const regions = new Map<string, ZoneOption[]>()
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const [region = name] = name.split('/')
    const zones = regions.get(region) ?? []
    zones.push({ name, label: `${name} (${offsetOf(name, at)})` })
    regions.set(region, zones)
  }
  regions.delete('UTC')
  return [...regions].map(([region, zones]) => ({ region, zones }))
}

/** "UTC+5:30", "UTC−3": made and let go each time, since a formatter kept for each zone takes much memory. */
function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const gmt = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(gmt) ?? []
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours ?? 0)}${!minutes || minutes === '00' ? '' : `:${minutes}`}`
}
