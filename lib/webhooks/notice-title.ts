import type { NoticeKind } from './endpoint-health'

const ends: Record<NoticeKind, string> = {
  failing_50: 'keeps failing',
  failing_90: 'will soon be disabled',
  disabled_failing: 'was disabled: it kept failing',
  disabled_gone: 'was disabled: it answered 410 Gone',
  recovered: 'works again',
}

/** A notice in a few words, with the endpoint's name: on screen, and as the subject of its e-mail. */
export function noticeTitle(kind: NoticeKind, name: string): string {
  return `“${name}” ${ends[kind]}`
}
