import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from './startup-error.mjs'

/** @typedef {{ role: string, email: string, password: string }} SignIn */

/**
 * The lines a person sees when the app is up: where it is, who can sign in, and a first delivery to try.
 * @param {{ publicUrl: string, folder: string, mode: 'local' | 'server' }} instance
 * @returns {string[]}
 */
export function welcomeLines({ publicUrl, folder, mode }) {
  const signIns = mode === 'local' ? readSignIns(join(folder, 'demo-credentials.json')) : []
  const width = Math.max(...signIns.map(({ email }) => email.length), 0)
  const shown = signIns.map(
    ({ role, email, password }) => `    ${role.padEnd(9)} ${email.padEnd(width)}  ${password}`,
  )
  const api = `curl -s ${publicUrl}/2025-09`
  const json = `-H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json'`
  const [store, receiver] =
    mode === 'local' ? ['demo', 'http://localhost:9000/'] : ['<slug>', 'https://<your receiver>/']
  return [
    '',
    `  Shopbell is at ${publicUrl}`,
    ...(shown.length > 0 ? ['', '  Sign in to the demo store as', ...shown] : []),
    '',
    '  A first delivery, to a receiver of yours:',
    `    TOKEN=$(npm run --silent token:create -- --store ${store} --name try)`,
    `    ${api}/webhook_endpoints ${json} \\`,
    `      -d '{"name":"Try","api_version":"2025-09","url":"${receiver}","event_types":["order.paid"]}'`,
    `    ${api}/events ${json} \\`,
    `      -d '{"type":"order.paid","data":{"object":{"id":"ord_1"}}}'`,
    '',
    '  Ctrl-C stops it.',
  ]
}

/**
 * @param {string} path
 * @returns {SignIn[]}
 */
function readSignIns(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
