import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
// The paths of the published contracts, and where the app has them. Next's rewrite of the same costs a fifth of a millisecond.
const CONTRACTS = /^\/(2025-09|v1)(\/|\?|$)/
const API = /^\/api(\/|\?|$)/
// It has a form of its own for refusals.
const WEBHOOKS = /^\/api\/v1\/webhooks\/?(\?|$)/
const SESSIONS = /^\/api\/auth\//
// An address and a password. What reads them would read a body of any size.
const LONGEST_SIGN_IN = 16_384

/**
 * Answers itself what Next would answer with a 500, a redirect or another form than the API's: odd methods, addresses that
 * cannot be read, empty parts of a path. Says whether it did.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function guardRequest(request, response) {
  const { method = '' } = request
  const path = pathOf(request.url ?? '')
  request.url = CONTRACTS.test(path) ? `/api${path}` : path
  if (!METHODS.includes(method) && WEBHOOKS.test(request.url)) {
    refuseMethod(response)
    return true
  }
  if (!METHODS.includes(method)) {
    refuse(response, 405, 'method_not_allowed', 'There is no such method here.', {
      allow: METHODS.join(', '),
    })
    return true
  }
  if (!isReadable(request.url)) {
    refuse(response, 404, 'not_found', 'There is nothing here by that name or id.')
    return true
  }
  const tooLong = SESSIONS.test(request.url) && method !== 'GET' ? lengthProblem(request.headers) : null
  if (tooLong) {
    refuse(response, ...tooLong)
    return true
  }
  if (API.test(request.url) && !SESSIONS.test(request.url)) {
    // What Next's own pages say to each other; on the API's paths they would make it answer as a page.
    for (const name of Object.keys(request.headers)) {
      if (name === 'rsc' || name.startsWith('next-')) delete request.headers[name]
    }
  }
  return false
}

/**
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {[number, string, string] | null}
 */
function lengthProblem(headers) {
  if (headers['transfer-encoding'] !== undefined) {
    return [411, 'length_required', 'Send this with a Content-Length.']
  }
  return Number(headers['content-length'] ?? 0) > LONGEST_SIGN_IN
    ? [413, 'body_too_large', 'The body is larger than this path accepts.']
    : null
}

/**
 * A proxy may send the whole address.
 * @param {string} url
 */
function pathOf(url) {
  if (url.startsWith('/') || !URL.canParse(url)) return url
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** @param {string} url */
function isReadable(url) {
  const [path = ''] = url.split('?')
  if (!path.startsWith('/') || path.includes('//')) return false
  try {
    // What goes up would leave the prefix that a proxy lets through.
    return !/(^|\/)\.\.?(\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** @param {import('node:http').ServerResponse} response */
function refuseMethod(response) {
  response.writeHead(405, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': randomUUID(),
    allow: 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  })
  response.end(JSON.stringify({ status: 'error', error: 'method not allowed' }))
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} code
 * @param {string} detail
 * @param {Record<string, string>} [headers]
 */
function refuse(response, status, code, detail, headers = {}) {
  const requestId = randomUUID()
  const title = STATUS_CODES[status] ?? ''
  const type = `urn:shopbell:problem:${code.replaceAll('_', '-')}`
  const body = JSON.stringify({ type, title, status, detail, code, request_id: requestId })
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...headers,
  })
  response.end(body)
}
