import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

/** The sources of each directive. */
function read(policy: string): Map<string, string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

it('lets nothing run or style the page but what has the nonce, and what Sonner writes', () => {
  const sonner = readFileSync(fileURLToPath(import.meta.resolve('sonner')), 'utf8')
  const written = [...sonner.matchAll(/^__insertCSS\((".*")\);?$/gm)].map(([, text = '']) => JSON.parse(text))
  expect(written).toHaveLength(1)
  const hashes = ['', String(written[0])].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )

  const policy = read(contentSecurityPolicy('bm9uY2U=', false))
  expect(policy.get('script-src')).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-bm9uY2U='", ...hashes])
  for (const name of ['object-src', 'base-uri', 'frame-ancestors'])
    expect(policy.get(name)).toEqual(["'none'"])
  for (const name of ['default-src', 'connect-src', 'font-src', 'form-action']) {
    expect(policy.get(name)).toEqual(["'self'"])
  }
})

it('relaxes for the development server alone', () => {
  const [served, developed] = [false, true].map((isDevelopment) =>
    read(contentSecurityPolicy('bm9uY2U=', isDevelopment)),
  )
  const changed = [...(served ?? [])].filter(([name, sources]) => `${developed?.get(name)}` !== `${sources}`)
  expect(changed.map(([name]) => name)).toEqual(['script-src', 'style-src', 'connect-src'])
  expect(developed?.get('script-src')).toContain("'unsafe-eval'")
})
