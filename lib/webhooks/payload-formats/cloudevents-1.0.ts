import type { PayloadFormat } from './format'

// What a string of CloudEvents may not hold: control characters, halves of characters and noncharacters.
const NO_ATTRIBUTE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

/**
 * CloudEvents 1.0.2 in JSON, structured mode: the whole envelope is in the signed body. `source` names the store by its
 * id, `subject` is the id of the event's object where that is a text or a number, `type` is the catalogue's own name,
 * without a prefix. A test send has the extension attribute `shopbelltest`. Frozen: never change what it returns.
 */
export const formatCloudEvents10: PayloadFormat = {
  version: 'cloudevents-1.0',
  label: 'CloudEvents 1.0',
  hint: 'For programs and event buses that take CloudEvents, as structured JSON.',
  contentType: 'application/cloudevents+json; charset=utf-8',
  kinds: ['api'],
  format({ publicId, storeId, type, occurredAt, data, isTest }) {
    const time = `${occurredAt.toISOString().slice(0, 19)}Z`
    const subject = subjectOf(data)
    const about = subject === null ? '' : `"subject":${JSON.stringify(subject)},`
    const test = isTest ? '"shopbelltest":true,' : ''
    return `{"specversion":"1.0","id":"${publicId}","source":"urn:shopbell:store:${storeId}","type":"${type}",${about}"time":"${time}",${test}"datacontenttype":"application/json","data":${data}}`
  },
}

function subjectOf(data: string): string | null {
  const id: unknown = JSON.parse(data)?.object?.id
  const text = typeof id === 'number' ? String(id) : id
  return typeof text === 'string' && text !== '' && !NO_ATTRIBUTE.test(text) ? text : null
}
