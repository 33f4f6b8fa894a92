'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { itemClass, popupClass } from './overlay-class'

type Props = { trigger: ReactElement; align?: 'start' | 'center' | 'end'; children: ReactNode }

export function Menu({ trigger, align = 'end', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className={cn(popupClass, 'min-w-44 p-1 outline-none')}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type ItemProps = Omit<ComponentProps<typeof Base.Item>, 'className'> & { danger?: boolean }

export function MenuItem({ danger, ...rest }: ItemProps) {
  return <Base.Item {...rest} className={cn(itemClass, 'cursor-pointer', danger && 'text-danger')} />
}

/** `render={<Link href="…" />}` */
export function MenuLink(props: Omit<ComponentProps<typeof Base.LinkItem>, 'className'>) {
  return <Base.LinkItem closeOnClick {...props} className={cn(itemClass, 'cursor-pointer')} />
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-rule" />
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-faded text-xs">{children}</div>
}
