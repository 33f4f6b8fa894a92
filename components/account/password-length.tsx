import { CircleCheckIcon, CircleIcon } from 'lucide-react'

type Props = { length: number; shortest: number }

/** Whether a new password is long enough, while it is typed; what is read out changes once only. */
export function PasswordLength({ length, shortest }: Props) {
  const isEnough = length >= shortest
  const Icon = isEnough ? CircleCheckIcon : CircleIcon
  return (
    <span className={isEnough ? 'flex items-start gap-1.5 text-success' : 'flex items-start gap-1.5'}>
      <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <span>
        At least {shortest} characters
        <span aria-hidden>{length > 0 && !isEnough ? `: ${shortest - length} more` : ''}</span>
        <span role="status" className="sr-only">
          {isEnough ? ': long enough' : ''}
        </span>
      </span>
    </span>
  )
}
