import { describe, expect, it } from 'vitest'
import { createSecret, signingKeys } from './secret'

describe('createSecret', () => {
  it('makes 64 lower-case hexadecimal characters, another each time', () => {
    const secrets = Array.from({ length: 50 }, createSecret)
    expect(new Set(secrets).size).toBe(50)
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('signingKeys', () => {
  it('gives 48 bytes to Standard Webhooks and the 64 characters to the body signature', () => {
    const secret = '0123456789abcdef'.repeat(4)
    const keys = signingKeys(secret)
    expect(keys.standard.export()).toEqual(Buffer.from(secret, 'base64'))
    expect(keys.standard.symmetricKeySize).toBe(48)
    expect(keys.body.export().toString()).toBe(secret)
  })

  it('makes the keys of a secret once', () => {
    const secret = createSecret()
    expect(signingKeys(secret)).toBe(signingKeys(secret))
  })

  it.each([
    '',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    '%',
    'abc',
    'ab=c',
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS\n',
  ])('refuses %j without repeating it', (secret) => {
    expect(() => signingKeys(secret)).toThrow('A signing secret must be plain base64.')
  })
})
