import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entries } from './commands'
import { runShopbell } from './run'

const nowhere = {
  cwd: '/',
  findInstance: () => {
    throw new Error('There is no instance here.')
  },
}

describe('a command line', () => {
  let written: string
  let complained: string

  beforeEach(() => {
    written = ''
    complained = ''
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      written += `${text}\n`
    })
    vi.spyOn(console, 'error').mockImplementation((text: string) => {
      complained += `${text}\n`
    })
    vi.stubEnv('SHOPBELL_URL', 'http://127.0.0.1:9')
    vi.stubEnv('SHOPBELL_TOKEN', 'shb_x')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  it.each([
    [[], 'Usage: shopbell <command>'],
    [['burn'], 'There is no command “burn”.'],
    [['deliveries', 'burn'], 'There is no command “deliveries burn”.'],
    [['events', 'send'], 'Say which type of event'],
    [['events', 'send', 'order.paid', '--count', '0'], '--count must be'],
    [['deliveries', 'list', '--limit', '1e3'], '--limit must be'],
    [['deliveries', 'list', '--since', 'yesterday'], '--since must be a time'],
    [['deliveries', 'list', '--since', '2026-02-30T00:00:00X'], '--since must be a time'],
    [['deliveries', 'list', '--http-status', '5xx'], '--http-status must be'],
    [['deliveries', 'list', '--url', 'hooks.example.com'], 'is no address of Shopbell'],
    [['deliveries', 'show'], 'Say which delivery'],
    [['deliveries', 'resend'], 'Say which: ids of deliveries'],
    [['deliveries', 'resend', 'dlv_1', '--rate', '0'], '--rate must be'],
    [['listen'], '--forward-to must be given.'],
    [['listen', '--forward-to', 'localhost:4000'], '--forward-to must be a URL'],
    [['listen', '--forward-to', 'http://localhost:4000', '--events', 'order.paid,'], '“” is no event type'],
    [['listen', '--forward-to', 'http://localhost:4000', '--secret', 'abc'], '--secret must be'],
    [['token', 'revoke', '--store', 'a', '--token', 'x'], '--token must begin like'],
  ])('%j is refused with what to do', async (args, said) => {
    expect(await runShopbell(args, nowhere)).toBe(2)
    expect(complained).toContain(said)
    expect(written).toBe('')
  })

  it('needs a token', async () => {
    vi.stubEnv('SHOPBELL_TOKEN', '')
    expect(await runShopbell(['deliveries', 'list'], nowhere)).toBe(2)
    expect(complained).toContain('An API token is needed')
  })

  it('fails with a sentence where nobody answers', async () => {
    expect(await runShopbell(['deliveries', 'list'], nowhere)).toBe(1)
    expect(complained).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached[^\n]*\n$/)
  })

  it.each([['--help'], ['token --help'], ...entries.map(({ words }) => [`${words} --help`])])(
    '%s explains',
    async (line) => {
      expect(await runShopbell(line.split(' '), nowhere)).toBe(0)
      expect(written).toMatch(/shopbell|npm run/)
      expect(complained).toBe('')
    },
  )
})
