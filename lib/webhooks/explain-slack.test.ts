import { describe, expect, it } from 'vitest'
import { explainFailure } from './explain-failure'
import { explainSlack } from './explain-slack'

// As its reference of incoming webhooks lists them.
const answers: [httpStatus: number, body: string, title: string, nextStep: RegExp][] = [
  [400, 'invalid_payload', 'Slack does not take this message (400)', /“Slack message”/],
  [400, 'no_text', 'Slack does not take this message (400)', /“Slack message”/],
  [404, 'no_service', 'Slack does not know this webhook (404)', /its URL/],
  [403, 'invalid_token', 'Slack does not know this webhook (403)', /its URL/],
  [410, 'channel_is_archived', 'The Slack channel is archived (410)', /Unarchive.*enable the endpoint/],
  [404, 'channel_not_found', 'The Slack channel is not there (404)', /channel that exists/],
  [403, 'action_prohibited', 'Slack does not let this webhook post (403)', /admin/],
  [403, 'team_disabled', 'The Slack workspace is not available (403)', /admin/],
  [429, 'rate_limited', 'Slack gets too many messages (429)', /requests per second to 1/],
  [500, 'rollup_error', 'Slack reports an error of its own (500)', /tried again/],
]

describe('an answer of Slack', () => {
  it.each(answers)('%i with the body “%s” is explained', (httpStatus, body, title, nextStep) => {
    const explained = explainFailure('http_error', httpStatus, { headers: {}, body: `${body}\n` })
    expect(explained.title).toBe(title)
    expect(explained.nextStep).toMatch(nextStep)
  })
})

it.each([
  '',
  'ok',
  'constructor',
  'The invalid_token was refused',
  '{"error":"invalid_token"}',
  ' '.repeat(99),
])('is not claimed of %j', (body) => {
  expect(explainSlack(body)).toBeNull()
  expect(explainFailure('http_error', 404, { headers: {}, body }).title).toBe(
    'The receiver does not know this URL (404)',
  )
})
