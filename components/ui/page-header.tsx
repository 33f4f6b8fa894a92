import type { ReactNode } from 'react'
import { cn } from './cn'

type Props = {
  title: ReactNode
  description?: ReactNode
  /** Beside the title: a state. */
  status?: ReactNode
  actions?: ReactNode
  /** Above the title: Breadcrumbs. */
  above?: ReactNode
  /** TabLinks; their rule takes the place of the double one. */
  tabs?: ReactNode
}

/** Its h1 takes the focus after a change of page. */
export function PageHeader({ title, description, status, actions, above, tabs }: Props) {
  return (
    <header className={cn('flex flex-col gap-2', !tabs && 'ledger-double pb-5')}>
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-2xl">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 tabIndex={-1} className="min-w-0 font-semibold text-xl tracking-tight wrap-anywhere">
              {title}
            </h1>
            {status}
          </div>
          {description ? <p className="mt-1 text-faded">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {tabs ? <div className="mt-2">{tabs}</div> : null}
    </header>
  )
}
