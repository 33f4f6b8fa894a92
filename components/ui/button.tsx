'use client'

import { mergeProps } from '@base-ui/react/merge-props'
import { useRender } from '@base-ui/react/use-render'
import { cva, type VariantProps } from 'class-variance-authority'
import type { MouseEvent } from 'react'
import { cn } from './cn'
import { Spinner } from './spinner'

const button = cva(
  'touch-target relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-brass-ink/60 bg-brass text-on-brass hover:bg-brass-pressed',
        secondary: 'border-line bg-surface text-ink hover:border-edge hover:bg-hover',
        quiet: 'border-transparent bg-transparent text-ink hover:bg-ink/7',
        danger: 'border-danger-fill-pressed bg-danger-fill text-on-danger hover:bg-danger-fill-pressed',
      },
      size: {
        sm: 'h-7 px-2.5 text-sm',
        md: 'h-8.5 px-3.5 text-base',
        lg: 'h-10 px-5 text-base',
      },
      off: {
        true: 'cursor-not-allowed border-rule bg-transparent text-faded hover:border-rule hover:bg-transparent',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonProps = useRender.ComponentProps<'button'> &
  Omit<VariantProps<typeof button>, 'off'> & {
    /** While its action runs: keeps focus and width, refuses another press. */
    pending?: boolean
  }

const refuse = (event: MouseEvent) => event.preventDefault()

/** A link that looks like one: `render={<Link href="…" />}`. */
export function Button(props: ButtonProps) {
  const { render, variant, size, pending = false, disabled, className, children, onClick, ...rest } = props
  const content = pending ? (
    <>
      <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
      <Spinner className="absolute" />
    </>
  ) : (
    children
  )
  return useRender({
    render,
    defaultTagName: 'button',
    props: mergeProps<'button'>(rest, {
      onClick: pending ? refuse : onClick,
      disabled,
      'aria-disabled': pending || undefined,
      'aria-busy': pending || undefined,
      className: cn(button({ variant, size, off: disabled === true }), className),
      children: content,
    }),
  })
}
