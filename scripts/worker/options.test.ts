import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readWorkerOptions } from './options.mjs'

const standard = { help: false, processes: availableParallelism(), apiPort: null }

describe('readWorkerOptions', () => {
  it.each([
    [[], standard],
    [['--processes', '3'], { ...standard, processes: 3 }],
    [['--api-port=3001', '--processes=1'], { ...standard, processes: 1, apiPort: 3001 }],
    [['-h'], { ...standard, help: true }],
  ])('%j', (args, options) => {
    expect(readWorkerOptions(args)).toEqual(options)
  })

  it.each([
    [['--processes', '0'], '--processes must be a whole number from 1 to 256'],
    [['--processes', '2.5'], '--processes must be a whole number'],
    [['--api-port', '65536'], '--api-port must be a whole number from 1 to 65535'],
    [['--api-port'], '--api-port'],
    [['--port', '1'], '--port'],
    [['4'], '4'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readWorkerOptions(args)).toThrow(sentence)
    expect(() => readWorkerOptions(args)).toThrow('See --help.')
  })
})
