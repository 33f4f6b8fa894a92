import { describe, expect, it } from 'vitest'
import { readArguments, readNumber, UsageError } from './arguments'
import { command as demoTraffic } from './demo-traffic'
import { command as storeCreate } from './store-create'
import { command as tokenCreate } from './token-create'
import { command as userCreate } from './user-create'

const flags = {
  store: { type: 'string', required: true },
  name: { type: 'string', required: true },
  slug: { type: 'string' },
  quiet: { type: 'boolean' },
} as const

describe('reading arguments', () => {
  it.each([
    [['--store', 'a', '--name', 'b'], { store: 'a', name: 'b', slug: '', quiet: false }],
    [['--store=a', '--name=b c', '--quiet'], { store: 'a', name: 'b c', slug: '', quiet: true }],
    [['--name', 'b', '--store', 'a', '--slug=--x'], { store: 'a', name: 'b', slug: '--x', quiet: false }],
  ])('%j', (args, expected) => {
    const given = readArguments(args, flags)
    const { quiet, ...texts } = expected
    for (const [name, value] of Object.entries(texts)) expect(given.text(name)).toBe(value)
    expect(given.has('quiet')).toBe(quiet)
  })

  it.each([
    [[], '--store and --name must be given.'],
    [['--store', 'a'], '--name must be given.'],
    [['--store', 'a', '--name'], '--name needs a value.'],
    [['--store', '--name', 'b'], '--store needs a value.'],
    [['--store=', '--name', 'b'], '--store needs a value.'],
    [['--shop', 'a'], 'There is no flag --shop.'],
    [['-s', 'a'], 'There is no flag -s.'],
    [['--__proto__', 'a'], 'There is no flag --__proto__.'],
    [['a'], '“a” is not expected here.'],
    [['--store', 'a', '--store', 'b', '--name', 'c'], '--store can be given once only.'],
    [['--store', 'a', '--name', 'b', '--quiet=yes'], '--quiet takes no value.'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readArguments(args, flags)).toThrow(new UsageError(sentence))
  })

  it('reads what stands alone where it may', () => {
    const args = ['a', '--store', 's', 'b', '--name', '-']
    expect(readArguments(args, flags, { most: 2 }).rest).toEqual(['a', 'b'])
    expect(() => readArguments(args, flags, { most: 1 })).toThrow('“b” is not expected here.')
    expect(() => readArguments(args.slice(1, 3), flags, { most: 1 })).toThrow('--name must be given.')
    const needed = { most: 1, missing: 'Say which.' }
    expect(() => readArguments(['--store', 's', '--name', 'n'], flags, needed)).toThrow('Say which.')
  })

  it.each(['', '0', '101', '-1', '1e2', 'x', '0x10', ' 5', 'Infinity'])('refuses %j as a number', (text) => {
    expect(() => readNumber('rate', text, 1, 100)).toThrow('--rate must be a number from 1 to 100.')
  })

  it('reads whole numbers and fractions', () => {
    expect([readNumber('rate', '5', 1, 100), readNumber('rate', '2.5', 1, 100)]).toEqual([5, 2.5])
  })
})

describe('the commands', () => {
  const token = ['--store', 'a', '--name', 'b']
  const user = ['--store', 'a', '--email', 'a@b.example', '--name', 'A']

  it.each([
    ['store:create', storeCreate, ['--slug', 'a'], '--name must be given.'],
    ['user:create', userCreate, [...user, '--role', 'boss'], '--role must be operator, support or admin.'],
    [
      'user:create',
      userCreate,
      [...user, '--role', 'admin', '--password', 'x', '--password-stdin'],
      'Use either --password or --password-stdin.',
    ],
    ['token:create', tokenCreate, [...token, '--scopes', 'events:write,x'], 'There is no scope “x”.'],
    ['token:create', tokenCreate, [...token, '--scopes', 'events:write,'], 'There is no scope “”.'],
    ['token:create', tokenCreate, [...token, '--expires', '0d'], '--expires must be'],
    ['token:create', tokenCreate, [...token, '--expires', '9999d'], '--expires must be'],
    ['token:create', tokenCreate, [...token, '--expires', '90'], '--expires must be'],
    ['token:create', tokenCreate, ['--store', 'a', '--name', ' '], '--name must have'],
    ['demo:traffic', demoTraffic, ['--rate', '0'], '--rate must be a number'],
    ['demo:traffic', demoTraffic, ['--rate', '0.1', '--seconds', '2'], 'less than one event'],
  ])('%s refuses what makes no sense: %#', (_, command, args, sentence) => {
    expect(() => command.read(args)).toThrow(UsageError)
    expect(() => command.read(args)).toThrow(sentence)
  })

  it.each([
    ['store:create', storeCreate, ['--name', 'Acme']],
    ['user:create', userCreate, [...user, '--role', 'support', '--password-stdin']],
    [
      'token:create',
      tokenCreate,
      [...token, '--scopes', 'events:write, webhooks:read', '--expires', 'never'],
    ],
    ['token:create', tokenCreate, token],
    ['demo:traffic', demoTraffic, []],
  ])('%s takes what its help shows: %#', (name, command, args) => {
    expect(command.read(args)).toBeTypeOf('function')
    expect(command.help).toContain(name)
    for (const flag of args.filter((arg) => arg.startsWith('--'))) expect(command.help).toContain(flag)
  })
})
