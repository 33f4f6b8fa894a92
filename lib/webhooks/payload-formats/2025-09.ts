import type { PayloadFormat } from './format'

/**
 * Version `2025-09`: seed 003's shape with `timestamp` and `api_version`. Pure concatenation around the normalised
 * `data`, so that `JSON.stringify(JSON.parse(payload))` is the payload itself. Frozen: never change what it returns.
 */
export const format202509: PayloadFormat = {
  version: '2025-09',
  label: 'Event as JSON (2025-09)',
  hint: 'For programs that are written for Shopbell. Right for most.',
  contentType: 'application/json',
  kinds: ['api', 'email'],
  format({ publicId, type, occurredAt, data, isTest }) {
    const seconds = Math.floor(occurredAt.getTime() / 1000)
    const timestamp = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
    const test = isTest ? ',"test":true' : ''
    return `{"id":"${publicId}","type":"${type}","created":${seconds},"timestamp":"${timestamp}","api_version":"2025-09","data":${data}${test}}`
  },
}
