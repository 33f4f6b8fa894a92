import type { Explanation } from './explain-failure'

const LONGEST_WORD = 60

/**
 * What Slack means where the whole answer is one of the words that its incoming webhooks refuse with; null for any
 * other answer. What else speaks Slack's format answers in words of its own.
 */
export function explainSlack(body: string): Explanation | null {
  if (body.length > LONGEST_WORD) return null
  return byWord.get(body.trim()) ?? null
}

const wrongUrl: Explanation = {
  title: 'Slack does not know this webhook',
  cause:
    'Slack says that the URL belongs to no incoming webhook: it was mistyped, removed or revoked, or its app was uninstalled.',
  nextStep: 'Create an incoming webhook in Slack, and enter its URL as the endpoint’s URL.',
}

const wrongMessage: Explanation = {
  title: 'Slack does not take this message',
  cause: 'Slack says that the body of the request is no message that it can show.',
  nextStep:
    'Choose “Slack message” as the endpoint’s payload format, then send a test event; if it is chosen, tell whoever runs Shopbell.',
}

const archived: Explanation = {
  title: 'The Slack channel is archived',
  cause: 'Slack says that the channel of this webhook is archived, so that nobody can post there.',
  nextStep:
    'Unarchive the channel, or enter the URL of a webhook for another one; enable the endpoint if it is disabled, then resend.',
}

const noChannel: Explanation = {
  title: 'The Slack channel is not there',
  cause: 'Slack says that the channel or person of this webhook does not exist any more.',
  nextStep: 'Create an incoming webhook for a channel that exists, and enter its URL as the endpoint’s URL.',
}

const forbidden: Explanation = {
  title: 'Slack does not let this webhook post',
  cause: 'Slack says that a rule of the workspace or of the channel forbids it.',
  nextStep: 'Ask an admin of the Slack workspace to allow it, or use a webhook for another channel.',
}

const noTeam: Explanation = {
  title: 'The Slack workspace is not available',
  cause: 'Slack says that the workspace of this webhook does not exist or is switched off.',
  nextStep: 'Ask an admin of the Slack workspace; a webhook of another one needs another URL.',
}

const busy: Explanation = {
  title: 'Slack gets too many messages',
  cause: 'Slack takes about one message a second in a channel, and says that this was one too many.',
  nextStep: 'Set the endpoint’s requests per second to 1, or choose fewer event types for it.',
}

const slackFault: Explanation = {
  title: 'Slack reports an error of its own',
  cause: 'Slack got the message, and could not post it.',
  nextStep: 'Nothing has to change here: as long as the delivery is not final, it is tried again by itself.',
}

const byWord = new Map<string, Explanation>([
  ['no_service', wrongUrl],
  ['no_service_id', wrongUrl],
  ['no_active_hooks', wrongUrl],
  ['invalid_token', wrongUrl],
  ['invalid_payload', wrongMessage],
  ['invalid_blocks', wrongMessage],
  ['invalid_attachments', wrongMessage],
  ['no_text', wrongMessage],
  ['missing_text_or_fallback_or_attachments', wrongMessage],
  ['channel_is_archived', archived],
  ['channel_not_found', noChannel],
  ['user_not_found', noChannel],
  ['action_prohibited', forbidden],
  ['posting_to_general_channel_denied', forbidden],
  ['no_team', noTeam],
  ['team_disabled', noTeam],
  ['rate_limited', busy],
  ['ratelimited', busy],
  ['rollup_error', slackFault],
])
