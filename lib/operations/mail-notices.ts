import { pool } from '@/lib/db/client'
import {
  claimNotice,
  finishMailing,
  listRecipients,
  noteMailedTo,
  postponeMailing,
  type UnmailedNotice,
} from '@/lib/db/notice-outbox'
import { hasMailServer, type MailAnswer, sendMail } from '@/lib/delivery/mailer'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { noticeMail } from './notice-mail'

const MINUTE_MS = 60_000
const STEP_WITHIN_MS = 10_000
// A server that is set up wrongly refuses for good as well: it may be mended within this many tries.
const TRIES_IF_FINAL = 3

/**
 * Mails the notices of the last day that nobody has mailed yet, a message to each operator and admin of their store; does
 * nothing where no mail server is set. What the server does not take is tried again later, after 1 min, 2, 4 and so on, at
 * most an hour; who has it already gets it once. It ends early after `signal`. Returns how many messages went out.
 */
export async function mailNotices(signal?: AbortSignal): Promise<number> {
  if (!hasMailServer()) return 0
  let sent = 0
  while (!signal?.aborted) {
    const notice = await claimNotice(pool())
    if (!notice) return sent
    const { count, isServerAway } = await mailNotice(notice, signal)
    sent += count
    // The others would fare no better now.
    if (isServerAway) return sent
  }
  return sent
}

async function mailNotice(
  notice: UnmailedNotice,
  signal: AbortSignal | undefined,
): Promise<{ count: number; isServerAway: boolean }> {
  const { storeName, people } = await listRecipients(pool(), notice.storeId)
  let count = 0
  let isServerAway = false
  let isComplete = true
  for (const person of people.filter(({ id }) => !notice.mailedTo.includes(id))) {
    if (isServerAway || signal?.aborted) {
      isComplete = false
      break
    }
    const mail = noticeMail(notice, person, storeName, env().PUBLIC_URL)
    const answer = await sendMail(mail, STEP_WITHIN_MS)
    if (answer.isAccepted) {
      await noteMailedTo(pool(), notice.id, person.id)
      count++
      continue
    }
    log.warn('the mail server did not take a notice', {
      noticeId: notice.id,
      userId: person.id,
      tries: notice.tries,
      answer: answer.text,
    })
    isServerAway = answer.code === null
    if (!isGivenUp(answer, notice.tries)) isComplete = false
  }
  if (isComplete) await finishMailing(pool(), notice.id)
  else await postponeMailing(pool(), notice.id, backoffMs(notice.tries))
  return { count, isServerAway }
}

function isGivenUp(answer: MailAnswer, tries: number): boolean {
  return answer.isFinal && tries >= TRIES_IF_FINAL
}

function backoffMs(tries: number): number {
  return Math.min(2 ** (tries - 1), 60) * MINUTE_MS
}
