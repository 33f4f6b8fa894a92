import { describe, expect, it } from 'vitest'
import { zoneLabel } from '@/components/ui/clock-format'
import { zoneOptions } from './zone-options'

const january = new Date('2026-01-16T12:00:00Z')
const july = new Date('2026-07-16T12:00:00Z')

describe('the time zones to choose from', () => {
  const labels = (at: Date) => zoneOptions(at).flatMap(({ zones }) => zones.map(({ label }) => label))

  it('stand under their regions, each once', () => {
    const regions = zoneOptions(january)
    expect(regions.map(({ region }) => region)).toEqual(
      expect.arrayContaining(['Africa', 'America', 'Asia', 'Europe', 'Pacific']),
    )
    for (const { region, zones } of regions) {
      expect(zones.filter(({ name }) => !name.startsWith(`${region}/`))).toEqual([])
    }
    expect(new Set(labels(january)).size).toBe(labels(january).length)
  })

  it.each([
    ['Europe/Berlin (UTC+1)', january],
    ['Europe/Berlin (UTC+2)', july],
    ['Europe/London (UTC+0)', january],
    ['America/St_Johns (UTC−3:30)', january],
    ['America/New_York (UTC−5)', january],
    ['Australia/Lord_Howe (UTC+11)', january],
    ['Australia/Lord_Howe (UTC+10:30)', july],
    ['Asia/Tokyo (UTC+9)', january],
  ])('say how far from UTC they are: %s', (label, at) => {
    expect(labels(at)).toContain(label)
  })

  it('are labelled as everywhere else', () => {
    for (const { name, label } of zoneOptions(july).flatMap(({ zones }) => zones)) {
      expect(label).toBe(zoneLabel(name, july))
    }
  })
})
