'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A switch that this browser remembers, in all its tabs; `fallback` until it was used, and where nothing can be kept. */
export function useStoredFlag(key: string, fallback: boolean): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => read(key, fallback),
    () => fallback,
  )
  return [on, (next) => write(key, next)]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

// A browser may refuse to keep anything; the switch then holds until the page is left.
const kept = new Map<string, boolean>()

function read(key: string, fallback: boolean): boolean {
  try {
    const stored = localStorage.getItem(key)
    if (stored !== null) return stored === 'on'
  } catch {}
  return kept.get(key) ?? fallback
}

function write(key: string, on: boolean): void {
  kept.set(key, on)
  try {
    localStorage.setItem(key, on ? 'on' : 'off')
  } catch {}
  for (const listener of listeners) listener()
}
