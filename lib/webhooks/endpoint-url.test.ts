import { describe, expect, it } from 'vitest'
import { createAddressPolicy } from './blocked-address'
import { checkEndpointUrl } from './endpoint-url'

const hosted = createAddressPolicy({ allowedCidrs: [], blockedCidrs: [] })
const local = createAddressPolicy({ allowedCidrs: ['127.0.0.0/8', '::1/128'], blockedCidrs: [] })
const longest = `https://example.com/${'a'.repeat(2028)}`

describe('checkEndpointUrl', () => {
  it.each([
    'https://example.com',
    'https://example.com/webhooks?shop=1&x=%7B%7Bid%7D%7D#part',
    'https://EXAMPLE.com/Path',
    'https://example.com:443/',
    'https://example.com:80/',
    'https://example.com:8443/',
    'https://example.com:/x',
    'https://sub_domain.example.com/é?q=ü',
    'https://bücher.example.com/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]:8443/',
    'https://127.0.0.1.nip.io/',
    'https://example.com/{single}',
    'https://example.com/orders/{{id}}?total={{order_total}}',
    longest,
  ])('takes %s as it was typed', (url) => {
    expect(checkEndpointUrl(url, { policy: hosted })).toEqual({ ok: true, url })
  })

  it.each([
    // No URL, or one that cannot be stored
    ['', 'url_invalid'],
    [`${longest}a`, 'url_too_long'],
    // Placeholders
    ['https://{{host}}/', 'url_placeholder_host'],
    ['{{scheme}}://example.com/', 'url_placeholder_scheme'],
    ['https://example.com/{{', 'url_placeholder_braces'],
    // Placeholders do not hide what else is wrong
    ['https://localhost/{{id}}', 'url_private_address'],
    ['https://10.0.0.1/{{id}}?x={{y}}', 'url_private_address'],
    ['https://user@example.com/{{id}}', 'url_userinfo'],
    ['http://example.com/{{id}}', 'url_https_required'],
    ['https://example.com:22/{{id}}', 'url_port'],
    ['https:////{{id}}/', 'url_host'],
    ['https:/{{id}}', 'url_scheme'],
    ['https:\\\\{{id}}', 'url_characters'],
    ['https://example.com/{{id}} ', 'url_characters'],
    [`https://example.com/{{id}}${'a'.repeat(2028)}`, 'url_too_long'],
    // What `new URL` would repair silently
    [' https://example.com', 'url_characters'],
    ['https://example.com ', 'url_characters'],
    ['https://example.com/a b', 'url_characters'],
    ['https://exa\tmple.com', 'url_characters'],
    ['https://exa\nmple.com', 'url_characters'],
    ['https://example.com\r\n', 'url_characters'],
    ['https://example.com/\u0000', 'url_characters'],
    ['https://example.com/\u007f', 'url_characters'],
    ['https://example.com/\u00a0', 'url_characters'],
    ['https://example.com\\@10.0.0.1/', 'url_characters'],
    ['https:\\\\example.com', 'url_characters'],
    ['https://example.com/\ud800', 'url_characters'],
    // Schemes
    ['example.com', 'url_scheme'],
    ['//example.com', 'url_scheme'],
    ['ftp://example.com', 'url_scheme'],
    ['file:///etc/passwd', 'url_scheme'],
    ['gopher://example.com', 'url_scheme'],
    ['javascript:alert(1)', 'url_scheme'],
    ['HTTPS://example.com', 'url_scheme'],
    ['https:example.com', 'url_scheme'],
    ['https:/example.com', 'url_scheme'],
    ['http:127.0.0.1', 'url_scheme'],
    ['http:/127.0.0.1', 'url_scheme'],
    ['http://example.com', 'url_https_required'],
    ['http://8.8.8.8', 'url_https_required'],
    // Not URLs
    ['https://', 'url_invalid'],
    ['https://?x', 'url_invalid'],
    ['https://256.1.1.1/', 'url_invalid'],
    ['https://4294967296/', 'url_invalid'],
    ['https://[fe80::1%25eth0]/', 'url_invalid'],
    ['https://example.com:65536/', 'url_invalid'],
    ['https://ex%00ample.com/', 'url_invalid'],
    // User info
    ['https://user:secret@example.com/', 'url_userinfo'],
    ['https://user@example.com/', 'url_userinfo'],
    ['https://@example.com/', 'url_userinfo'],
    ['https://evil.com@127.0.0.1/', 'url_userinfo'],
    ['https://127.0.0.1%2f@evil.com/', 'url_userinfo'],
    // Every spelling of a private address
    ['https://127.0.0.1/', 'url_private_address'],
    ['https://2130706433/', 'url_private_address'],
    ['https://017700000001/', 'url_private_address'],
    ['https://0177.0.0.1/', 'url_private_address'],
    ['https://0x7f.1/', 'url_private_address'],
    ['https://0x7f000001/', 'url_private_address'],
    ['https://127.1/', 'url_private_address'],
    ['https://0/', 'url_private_address'],
    ['https://127.0.0.1./', 'url_private_address'],
    ['https://%31%32%37.0.0.1/', 'url_private_address'],
    ['https://①②⑦.⓪.⓪.①/', 'url_private_address'],
    ['https://127。0。0。1/', 'url_private_address'],
    ['https://12７.0.0.1/', 'url_private_address'],
    ['https://169.254.169.254/latest/meta-data', 'url_private_address'],
    ['https://168.63.129.16/', 'url_private_address'],
    ['https://[::1]/', 'url_private_address'],
    ['https://[::127.0.0.1]/', 'url_private_address'],
    ['https://[::ffff:127.0.0.1]/', 'url_private_address'],
    ['https://[::ffff:8.8.8.8]/', 'url_private_address'],
    ['https://[fd00:ec2::254]/', 'url_private_address'],
    ['https://localhost/', 'url_private_address'],
    ['https://LOCALHOST/', 'url_private_address'],
    ['https://ⓛocalhost/', 'url_private_address'],
    // Names that no public host has
    ['https:///example.com', 'url_host'],
    ['https://localhost./', 'url_host'],
    ['https://example.com./', 'url_host'],
    ['https://foo.localhost/', 'url_host'],
    ['https://printer.local/', 'url_host'],
    ['https://metadata.google.internal/', 'url_host'],
    ['https://nas.home.arpa/', 'url_host'],
    ['https://shop.test/', 'url_host'],
    ['https://shop.invalid/', 'url_host'],
    ['https://shop.example/', 'url_host'],
    ['https://shop.onion/', 'url_host'],
    ['https://intranet/', 'url_host'],
    ['https://a..b.com/', 'url_host'],
    ['https://exa!mple.com/', 'url_host'],
    [`https://${'a'.repeat(64)}.com/`, 'url_host'],
    [`https://${'a.'.repeat(130)}com/`, 'url_host'],
    // Ports
    ['https://example.com:0/', 'url_port'],
    ['https://example.com:22/', 'url_port'],
    ['https://example.com:25/', 'url_port'],
    ['https://example.com:110/', 'url_port'],
    ['https://example.com:143/', 'url_port'],
    ['https://example.com:465/', 'url_port'],
    ['https://example.com:587/', 'url_port'],
    ['https://example.com:1023/', 'url_port'],
    ['https://example.com:5432/', 'url_port'],
    ['https://example.com:6379/', 'url_port'],
  ])('refuses %j with %s', (url, code) => {
    expect(checkEndpointUrl(url, { policy: hosted })).toMatchObject({ ok: false, code })
  })

  it.each([
    'http://127.0.0.1:3000/hooks',
    'http://localhost:3000/hooks',
    'https://localhost:8443/',
    'http://[::1]:3000/',
    'http://127.1:3000/',
  ])('takes %s where the operator allows the loopback', (url) => {
    expect(checkEndpointUrl(url, { policy: local })).toEqual({ ok: true, url })
  })

  it.each([
    ['http://10.0.0.1/', 'url_private_address'],
    ['http://example.com/', 'url_https_required'],
    ['http://8.8.8.8/', 'url_https_required'],
    ['http://foo.localhost:3000/', 'url_host'],
    ['http://localhost.:3000/', 'url_host'],
    ['http://localhost:22/', 'url_port'],
  ])('still refuses %s there, with %s', (url, code) => {
    expect(checkEndpointUrl(url, { policy: local })).toMatchObject({ ok: false, code })
  })

  it('says in a sentence what to do', () => {
    expect(checkEndpointUrl('http://example.com', { policy: hosted })).toEqual({
      ok: false,
      code: 'url_https_required',
      message: 'The URL must start with https://, so that nobody can read what is sent.',
    })
    expect(checkEndpointUrl('https://0x7f.1', { policy: hosted })).toEqual({
      ok: false,
      code: 'url_private_address',
      message: '127.0.0.1 is a private or reserved address. Use a host that is on the internet.',
    })
  })
})
