'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'

type Leave = () => void

/**
 * While `when`: asks before a link, the Back button, a reload or the end of the tab takes what was entered away. A
 * `router.push` of our own is not asked about.
 */
export function UnsavedGuard({ when }: { when: boolean }) {
  const router = useRouter()
  const [leave, setLeave] = useState<Leave | null>(null)
  const isLeaving = useRef(false)

  useEffect(() => {
    if (!when) return
    isLeaving.current = false
    const ask = (next: Leave) => setLeave(() => next)

    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!isLeaving.current) event.preventDefault()
    }

    // Before React sees the click: a Link leaves alone what is prevented.
    function onClick(event: MouseEvent) {
      const href = isLeaving.current ? null : hrefOf(event)
      if (href === null) return
      event.preventDefault()
      ask(() => router.push(href))
    }

    const stopBack = 'navigation' in window ? askByNavigation(isLeaving, ask) : askBySentinel(isLeaving, ask)
    window.addEventListener('beforeunload', onBeforeUnload)
    window.addEventListener('click', onClick, true)
    return () => {
      stopBack()
      window.removeEventListener('beforeunload', onBeforeUnload)
      window.removeEventListener('click', onClick, true)
    }
  }, [when, router])

  return (
    <ConfirmDialog
      open={leave !== null}
      onOpenChange={() => setLeave(null)}
      title="Discard unsaved changes?"
      confirmLabel="Discard changes"
      cancelLabel="Keep editing"
      danger
      onConfirm={async () => {
        isLeaving.current = true
        leave?.()
        return undefined
      }}
    >
      What you entered on this page has not been saved and will be lost.
    </ConfirmDialog>
  )
}

/** Where a click leads, if that is another page of ours in this tab. Other sites are left to `beforeunload`. */
function hrefOf(event: MouseEvent): `${string}:${string}` | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!isPlain || event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return null
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return null
  const { origin, pathname, search } = window.location
  if (link.origin !== origin || (link.pathname === pathname && link.search === search)) return null
  return `${window.location.protocol.slice(0, -1)}:${link.href.slice(window.location.protocol.length)}`
}

function askByNavigation(isLeaving: { current: boolean }, ask: (leave: Leave) => void): () => void {
  const { navigation } = window
  function onNavigate(event: NavigateEvent) {
    const { destination, navigationType, cancelable } = event
    if (navigationType !== 'traverse' || isLeaving.current || !cancelable || !destination.sameDocument) return
    event.preventDefault()
    ask(() => navigation.traverseTo(destination.key))
  }
  navigation.addEventListener('navigate', onNavigate)
  return () => navigation.removeEventListener('navigate', onNavigate)
}

/**
 * For browsers without the Navigation API: an entry of the history for the same page, so that Back changes nothing. It
 * stays behind once nothing is unsaved: Back then has to be pressed twice.
 */
function askBySentinel(isLeaving: { current: boolean }, ask: (leave: Leave) => void): () => void {
  const push = () => window.history.pushState({ ...window.history.state, sentinel: true }, '')
  if (!window.history.state?.sentinel) push()
  function onPopState() {
    if (isLeaving.current) return
    push()
    ask(() => window.history.go(-2))
  }
  window.addEventListener('popstate', onPopState)
  return () => window.removeEventListener('popstate', onPopState)
}
