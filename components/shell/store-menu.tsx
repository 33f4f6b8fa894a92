'use client'

import { CheckIcon, ChevronsUpDownIcon, StoreIcon } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { Spinner } from '@/components/ui/spinner'
import { switchStore } from '@/lib/actions/account'
import { callAction } from './call-action'
import { type Person, roleNames } from './person'

/** The person's stores, to switch between. */
export default function StoreMenu({ person: { store, stores } }: { person: Person }) {
  const [pending, start] = useTransition()
  const [problem, setProblem] = useState<string>()

  function choose(slug: string) {
    if (slug === store.slug) return
    start(async () => {
      const result = await callAction(switchStore({ slug }))
      if (!result.ok) return setProblem(result.message)
      // Whatever is on screen is of the other store: begin at the first screen, with nothing kept.
      window.location.assign('/settings/webhooks')
    })
  }

  return (
    <div>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label={`Store: ${store.name}. Switch store`}
            className="flex min-h-9.5 pointer-coarse:min-h-11 w-full items-center gap-2.5 rounded-md border border-line bg-surface px-3 text-left hover:border-edge"
          >
            {pending ? <Spinner /> : <StoreIcon aria-hidden className="size-4 shrink-0 text-faded" />}
            <span className="min-w-0 flex-1 truncate font-medium" title={store.name}>
              {store.name}
            </span>
            <ChevronsUpDownIcon aria-hidden className="size-4 shrink-0 text-faded" />
          </button>
        }
      >
        <MenuLabel>Your stores</MenuLabel>
        {stores.map(({ slug, name, role }) => (
          <MenuItem key={slug} onClick={() => choose(slug)}>
            <span className="min-w-0 flex-1 wrap-anywhere">
              {name} <span className="text-faded text-sm">{roleNames[role]}</span>
            </span>
            {slug === store.slug ? <CheckIcon aria-label="current store" className="text-brass-ink" /> : null}
          </MenuItem>
        ))}
      </Menu>
      {problem ? (
        <p role="alert" className="pt-1 text-danger text-sm">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
