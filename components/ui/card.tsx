import { type ReactNode, useId } from 'react'
import { cn } from './cn'

type Props = {
  title?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** Level of the title. */
  level?: 2 | 3
  /** No padding: a table or a list reaches the edges. */
  flush?: boolean
  tone?: 'danger'
  className?: string
  children: ReactNode
}

/** A sheet of the ledger: a titled section on its own surface. */
export function Card({ title, description, actions, level = 2, flush, tone, className, children }: Props) {
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cn(
        'min-w-0 rounded-lg border bg-surface',
        tone === 'danger' ? 'border-danger/40' : 'border-rule',
        className,
      )}
    >
      {title ? (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b px-5 py-3 max-sm:px-4">
          <div className="min-w-0">
            <Title id={id} className="font-semibold text-base">
              {title}
            </Title>
            {description ? <p className="text-faded text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? undefined : 'px-5 py-4 max-sm:px-4'}>{children}</div>
    </section>
  )
}
