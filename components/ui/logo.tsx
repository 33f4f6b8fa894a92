import { cn } from './cn'

/** The mark: a shop's bell with the wave it sends out. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden className={cn('size-6 shrink-0', className)}>
      <g fill="var(--brass)" stroke="var(--brass-ink)" strokeWidth="2" strokeLinejoin="round">
        <circle cx="17" cy="32.5" r="3.2" />
        <path d="M17 7.5c-6 0-9.2 4.2-9.2 10v6.2L4.5 29h25l-3.3-5.3v-6.2c0-5.8-3.2-10-9.2-10Z" />
        <path d="M17 7.5V4" strokeLinecap="round" fill="none" />
      </g>
      <g fill="none" stroke="var(--brass-ink)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M29.8 9.2a11.6 11.6 0 0 1 2.6 8.6" />
        <path d="M34.4 5.4a17.8 17.8 0 0 1 3.4 12.8" />
      </g>
    </svg>
  )
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 font-semibold text-lg tracking-tight', className)}>
      <LogoMark />
      Shopbell
    </span>
  )
}
