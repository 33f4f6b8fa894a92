'use client'

import { EllipsisIcon } from 'lucide-react'
import Link from 'next/link'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { notify } from '@/components/ui/notify'
import { toPublicId } from '@/lib/ids'
import type { EndpointRow } from './use-endpoint-list'

type Props = {
  row: EndpointRow
  mayEdit: boolean
  onEnable: () => void
  onDisable: () => void
  onProblem: (problem: string) => void
}

export function EndpointMenu({ row, mayEdit, onEnable, onDisable, onProblem }: Props) {
  const { id, name, url, email } = row
  const path = `/settings/webhooks/${toPublicId('we', id)}` as const

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      notify('URL copied')
    } catch {
      onProblem('The browser refused to copy the URL.')
    }
  }

  return (
    <Menu
      trigger={
        <IconButton label={`Actions for ${name}`} size="sm">
          <EllipsisIcon aria-hidden />
        </IconButton>
      }
    >
      <MenuLink render={<Link href={path} />}>Open</MenuLink>
      {mayEdit ? <MenuLink render={<Link href={`${path}?test=1`} />}>Send test event</MenuLink> : null}
      {url === null ? null : <MenuItem onClick={() => copy(url)}>Copy URL</MenuItem>}
      {email === null ? null : <MenuItem onClick={() => copy(email)}>Copy address</MenuItem>}
      {mayEdit ? (
        <>
          <MenuSeparator />
          {row.disabledAt === null ? (
            <MenuItem onClick={onDisable}>Disable…</MenuItem>
          ) : (
            <MenuItem onClick={onEnable}>Enable…</MenuItem>
          )}
        </>
      ) : null}
    </Menu>
  )
}
