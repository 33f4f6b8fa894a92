export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The server reads it to draw the right theme at once; it holds a preference and nothing of the session. */
export const THEME_COOKIE = 'theme'

export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** In the browser: shows the theme at once and keeps it for a year. */
export function applyTheme(theme: Theme): void {
  const { classList } = document.documentElement
  classList.remove('light', 'dark')
  if (theme !== 'system') classList.add(theme)
  // The Cookie Store API is missing from browsers still in use.
  const secure = location.protocol === 'https:' ? '; secure' : ''
  Reflect.set(document, 'cookie', `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax${secure}`)
}
