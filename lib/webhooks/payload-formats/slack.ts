import type { PayloadFormat } from './format'
import { factsAbout } from './slack/facts'
import { toMrkdwn } from './slack/mrkdwn'
import { sentenceOf } from './slack/sentences'

/**
 * A message as Slack's incoming webhooks take it: a sentence in `text`, which notifications and what speaks Slack's
 * format show, and the same with the facts in Block Kit `blocks`. Nothing in an event's data can mention, link or
 * format. A test send says that it is one. Frozen: never change what it returns; the texts are part of it.
 */
export const formatSlack: PayloadFormat = {
  version: 'slack',
  label: 'Slack message',
  hint: 'For the URL of an incoming webhook of Slack: a readable message in a channel.',
  contentType: 'application/json; charset=utf-8',
  kinds: ['api'],
  format({ publicId, type, occurredAt, data, isTest }) {
    const object: unknown = JSON.parse(data)?.object
    const sentence = `${isTest ? '*[Test]* ' : ''}${sentenceOf(type, object)}`
    const facts = factsAbout(type, object)
    return JSON.stringify({
      text: sentence,
      blocks: [
        { type: 'section', text: mrkdwn(sentence) },
        ...(facts.length === 0 ? [] : [{ type: 'section', fields: facts.map(mrkdwn) }]),
        { type: 'context', elements: context({ publicId, type, occurredAt, isTest }).map(mrkdwn) },
      ],
      unfurl_links: false,
      unfurl_media: false,
    })
  },
}

function context(event: { publicId: string; type: string; occurredAt: Date; isTest: boolean }): string[] {
  const seconds = Math.floor(event.occurredAt.getTime() / 1000)
  const utc = `${event.occurredAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return [
    ...(event.isTest ? ['Test send: made of sample data, nothing happened'] : []),
    toMrkdwn(event.type),
    `<!date^${seconds}^{date_short_pretty} {time}|${utc}>`,
    event.publicId,
  ]
}

/** `verbatim`: Slack makes no links and mentions of its own accord. */
function mrkdwn(text: string): { type: 'mrkdwn'; text: string; verbatim: true } {
  return { type: 'mrkdwn', text, verbatim: true }
}
