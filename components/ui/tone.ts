export type Tone = 'success' | 'danger' | 'warning' | 'progress' | 'neutral' | 'muted'

/** Words and icons in a tone. */
export const toneText: Record<Tone, string> = {
  success: 'text-success',
  danger: 'text-danger',
  warning: 'text-warning',
  progress: 'text-progress',
  neutral: 'text-ink',
  muted: 'text-faded',
}

/** A filled mark in a tone: wash, words and a hairline of the same hue. */
export const toneWash: Record<Tone, string> = {
  success: 'bg-success-wash text-success border-success/25',
  danger: 'bg-danger-wash text-danger border-danger/25',
  warning: 'bg-warning-wash text-warning border-warning/25',
  progress: 'bg-progress-wash text-progress border-progress/25',
  neutral: 'bg-hover text-ink border-rule',
  muted: 'bg-transparent text-faded border-rule',
}
