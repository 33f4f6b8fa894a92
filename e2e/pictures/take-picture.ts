import type { Page } from '@playwright/test'
import type { Screen } from './screens'

export type Look = { theme: 'light' | 'dark'; width: number }

export const looks: readonly Look[] = [
  { theme: 'light', width: 1280 },
  { theme: 'light', width: 375 },
  { theme: 'dark', width: 1280 },
  { theme: 'dark', width: 375 },
]

export const WINDOW_HEIGHT = 800

// Beyond it a picture could not be opened everywhere.
const TALLEST = 16_000
const QUIET_WITHIN_MS = 10_000
const OPENS_WITHIN_MS = 5_000
const UNCHANGED_FOR_MS = 300

/** Writes one picture of a screen as it is when nothing moves any more; says why not where there is none. */
export async function takePicture(
  page: Page,
  screen: Screen,
  path: string,
  file: string,
): Promise<string | null> {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: WINDOW_HEIGHT })
  await page.goto(path)
  await settle(page)
  if (screen.press && !(await press(page, screen.press))) return `nothing there is called ${screen.press}`
  const isOverlaid = await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().isVisible()
  // What sticks to the window must stretch with the page, and a dialog must stay in its middle.
  if (!isOverlaid) await stretch(page)
  await page.screenshot({ path: file, fullPage: !isOverlaid, animations: 'disabled', caret: 'hide' })
  return null
}

async function press(page: Page, name: RegExp): Promise<boolean> {
  const button = page.getByRole('button', { name }).first()
  try {
    await button.click({ timeout: OPENS_WITHIN_MS })
  } catch {
    return false
  }
  await settle(page)
  return true
}

/** What polls is never quiet for good: after a while it is looked at as it is. */
async function settle(page: Page): Promise<void> {
  const timeout = QUIET_WITHIN_MS
  await page.waitForLoadState('networkidle', { timeout }).catch(() => {})
  const isIdle = () => document.querySelector('.skeleton, [aria-busy="true"]') === null
  await page.waitForFunction(isIdle, null, { timeout }).catch(() => {})
  await page.evaluate(untilUnchanged, { forMs: UNCHANGED_FOR_MS, withinMs: timeout })
}

/** In the page: waits until nothing of it has changed for a while. */
async function untilUnchanged({ forMs, withinMs }: { forMs: number; withinMs: number }): Promise<void> {
  await document.fonts.ready
  await new Promise<void>((resolve) => {
    let timer = setTimeout(resolve, forMs)
    setTimeout(resolve, withinMs)
    new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(resolve, forMs)
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
  })
}

async function stretch(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(Math.max(height, WINDOW_HEIGHT), TALLEST) })
}
