import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '@/lib/testing/any-text'
import { createAddressPolicy } from './blocked-address'
import { checkEndpointUrl } from './endpoint-url'
import { replacePlaceholders } from './placeholders'
import { withScheme } from './with-scheme'

const policy = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [] })

const hosts = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom('localhost', 'example.com', 'example.com.', 'a.local', '①.①.①.①', '%31', '', 'a@b', 'xn--'),
  anyText(8),
)
const ends = fc.oneof(
  fc.webPath(),
  anyText(10),
  fc.constantFrom('', '/', ':443', ':22/', ':65536', ':8443/{{id}}', '/?a={{b}}', '#x', '\\@x', '/%', '?'),
)
const schemes = fc.constantFrom(
  'https://',
  'https://',
  'https://',
  'http://',
  'HTTPS://',
  'https:',
  '//',
  'ftp://',
  '',
)
const urls = fc.tuple(schemes, hosts, ends).map((parts) => parts.join(''))

describe('an endpoint’s URL, of whatever form', () => {
  it('is accepted as it was typed and leads to a public host over TLS, or is refused with a code and a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(urls, anyText()), (raw) => {
        const checked = checkEndpointUrl(raw, { policy })
        if (!checked.ok) {
          expect(checked.code).toMatch(/^url_[a-z_]+$/)
          expect(checked.message).toMatch(/\.$/)
          return
        }
        expect(checked.url).toBe(raw)
        const { protocol, username, password, hostname, port } = new URL(replacePlaceholders(raw, 'x'))
        expect([protocol, username, password]).toEqual(['https:', '', ''])
        const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
        if (isAddress) expect(policy.isAllowed(hostname.replace(/^\[|\]$/g, ''))).toBe(true)
        else
          expect(hostname).toMatch(
            /^(?!.*\.(localhost|local|internal|test|invalid|onion)$)[a-z0-9_-]+(\.[a-z0-9_-]+)+$/,
          )
        expect(port === '' || port === '80' || Number(port) > 1023).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('without a scheme means https, once', () => {
    fc.assert(
      fc.property(fc.oneof(urls, anyText()), (given) => {
        const url = withScheme(given)
        expect(withScheme(url)).toBe(url)
        expect(url === given || url === `https://${given}`).toBe(true)
        if (checkEndpointUrl(given, { policy }).ok) expect(url).toBe(given)
      }),
      { numRuns: 500 },
    )
  })
})
