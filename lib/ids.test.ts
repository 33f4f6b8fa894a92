import { afterEach, describe, expect, it } from 'vitest'
import { fromPublicId, type IdPrefix, idTime, newId, setIdClockOffset, toPublicId } from './ids'

afterEach(() => setIdClockOffset(0))

describe('public ids', () => {
  // The valid examples of the TypeID specification 0.3, with a prefix of ours.
  it.each([
    ['00000000-0000-0000-0000-000000000000', '00000000000000000000000000'],
    ['00000000-0000-0000-0000-000000000001', '00000000000000000000000001'],
    ['00000000-0000-0000-0000-00000000000a', '0000000000000000000000000a'],
    ['00000000-0000-0000-0000-000000000010', '0000000000000000000000000g'],
    ['00000000-0000-0000-0000-000000000020', '00000000000000000000000010'],
    ['0110c853-1d09-52d8-d73e-1194e95b5f19', '0123456789abcdefghjkmnpqrs'],
    ['01890a5d-ac96-774b-bcce-b302099a8057', '01h455vb4pex5vsknk084sn02q'],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', '7zzzzzzzzzzzzzzzzzzzzzzzzz'],
  ])('write %s as %s, and read it back', (uuid, suffix) => {
    expect(toPublicId('evt', uuid)).toBe(`evt_${suffix}`)
    expect(fromPublicId('evt', `evt_${suffix}`)).toBe(uuid)
  })

  it.each<[string, string, IdPrefix?]>([
    ['nothing', ''],
    ['a prefix alone', 'evt'],
    ['no suffix', 'evt_'],
    ['no prefix', '01h455vb4pex5vsknk084sn02q'],
    ['an empty prefix', '_01h455vb4pex5vsknk084sn02q'],
    ['another prefix', 'dlv_01h455vb4pex5vsknk084sn02q'],
    ['a longer prefix', 'web_01h455vb4pex5vsknk084sn02q', 'we'],
    ['a prefix in upper case', 'EVT_01h455vb4pex5vsknk084sn02q'],
    ['another separator', 'evt-01h455vb4pex5vsknk084sn02q'],
    ['two separators', 'evt__1h455vb4pex5vsknk084sn02q'],
    ['a digit less', 'evt_01h455vb4pex5vsknk084sn02'],
    ['a digit more', 'evt_01h455vb4pex5vsknk084sn02q0'],
    ['upper case', 'evt_01H455VB4PEX5VSKNK084SN02Q'],
    ['the letter i', 'evt_01i455vb4pex5vsknk084sn02q'],
    ['the letter l', 'evt_01l455vb4pex5vsknk084sn02q'],
    ['the letter o', 'evt_01o455vb4pex5vsknk084sn02q'],
    ['the letter u', 'evt_01u455vb4pex5vsknk084sn02q'],
    ['hyphens', 'evt_123456789-123456789-123456'],
    ['more than 128 bits', 'evt_8zzzzzzzzzzzzzzzzzzzzzzzzz'],
    ['a space before', ' evt_01h455vb4pex5vsknk084sn02q'],
    ['a line break after', 'evt_01h455vb4pex5vsknk084sn02q\n'],
    ['a UUID', '01890a5d-ac96-774b-bcce-b302099a8057'],
  ])('are not %s', (_, publicId, prefix = 'evt') => {
    expect(fromPublicId(prefix, publicId)).toBeNull()
  })

  it('order as their UUIDs do', () => {
    const uuids = Array.from({ length: 50 }, (_, count) => newId(1_700_000_000_000 + count * 977))
    const publicIds = uuids.map((uuid) => toPublicId('dlv', uuid))
    expect(publicIds.toSorted()).toEqual(publicIds)
  })
})

describe('newId', () => {
  it('makes UUIDs of version 7, each later than the one before', () => {
    const uuids = Array.from({ length: 5_000 }, () => newId())
    for (const uuid of uuids) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    expect(uuids.toSorted()).toEqual(uuids)
    expect(new Set(uuids).size).toBe(uuids.length)
  })

  it('has the time of now', () => {
    const before = Date.now()
    const time = idTime(newId()).getTime()
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Date.now() + 1)
  })

  it.each([1, 1_645_557_742_000, 1_772_366_400_123, 2 ** 48 - 1])('can have the time %i', (at) => {
    expect(idTime(newId(at)).getTime()).toBe(at)
    expect(newId(at)).not.toBe(newId(at))
  })

  it('goes on from now after an id of another time', () => {
    const first = newId()
    newId(Date.now() + 86_400_000)
    newId(1)
    const second = newId()
    expect(second > first).toBe(true)
    expect(idTime(second).getTime()).toBeLessThan(Date.now() + 1_000)
  })

  it("follows the database's clock, and never goes back where that is corrected", () => {
    setIdClockOffset(5_000)
    const before = Date.now()
    const ahead = newId()
    expect(idTime(ahead).getTime()).toBeGreaterThanOrEqual(before + 5_000)
    setIdClockOffset(0)
    expect(newId() > ahead).toBe(true)
  })
})

describe('idTime', () => {
  it.each([
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', '2022-02-22T19:22:22.000Z'],
    ['00000000-0000-7000-8000-000000000000', '1970-01-01T00:00:00.000Z'],
    ['ffffffff-ffff-7fff-8000-000000000000', '+010889-08-02T05:31:50.655Z'],
  ])('%s is of %s', (uuid, time) => {
    expect(idTime(uuid).toISOString()).toBe(time)
  })
})
