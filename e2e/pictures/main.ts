// `npm run screenshots`: a picture of every screen, in both themes and two widths, in the folder screenshots/.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { root } from '@/scripts/checkout.mjs'
import { ensureChromium } from '@/scripts/chromium.mjs'
import { signIn } from '../fixtures/http-sign-in'
import { findSubjects } from './find-subjects'
import { adoptInstance, type Instance, startInstance } from './instance'
import { type Screen, type Subjects, screens } from './screens'
import { type Look, looks, takePicture, WINDOW_HEIGHT } from './take-picture'

const HELP = `Writes a picture of every screen into screenshots/.

  npm run screenshots
  npm run screenshots -- --url http://localhost:3000 --only deliveries

  --url   of a running instance with the demo store, on the data folder of this environment
          (SHOPBELL_DATA_DIR, else .data); without it one is started and removed again
  --only  screens with this in their name`

const folder = join(root, 'screenshots')
const stopped = new AbortController()

const { values } = parseArgs({
  options: { url: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) console.log(HELP)
else process.exitCode = await run(values.url, values.only ?? '')

/** The exit code: 0 where anything was written. */
async function run(url: string | undefined, part: string): Promise<number> {
  const wanted = screens.filter(({ name }) => name.includes(part))
  const executablePath = await ensureChromium()
  process.once('SIGINT', () => stopped.abort())
  if (part === '') await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  if (!url) console.log('Starting an instance with a demo store …')
  const instance = url ? await adoptInstance(url) : await startInstance()
  try {
    // Chromium refuses its sandbox to root.
    const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const browser = await chromium.launch({ executablePath, args })
    const written = await takeAll(browser, instance, wanted)
    await browser.close()
    console.log(`${written} pictures are in ${folder}`)
    return written > 0 ? 0 : 1
  } finally {
    await instance.end()
  }
}

async function takeAll(browser: Browser, instance: Instance, wanted: readonly Screen[]): Promise<number> {
  let subjects: Subjects | undefined
  let written = 0
  for (const who of new Set(wanted.map((screen) => screen.as))) {
    if (who === 'admin of an empty store' && !instance.emptyStore) {
      console.log('  left out: the empty store, which is made in an instance of its own alone')
      continue
    }
    for (const look of looks) {
      const context = await open(browser, instance, who, look)
      const page = await context.newPage()
      subjects ??= await subjectsOf(browser, instance)
      for (const screen of wanted) {
        if (screen.as !== who || (screen.width ?? look.width) !== look.width) continue
        if (stopped.signal.aborted) return written
        const name = `${screen.name}-${look.theme}-${look.width}`
        const path = typeof screen.path === 'string' ? screen.path : screen.path(subjects)
        const problem =
          path === null
            ? 'the demo store has none'
            : await takePicture(page, screen, path, join(folder, `${name}.png`))
        if (problem === null) written += 1
        console.log(problem === null ? `  ${name}` : `  left out: ${name}, ${problem}`)
      }
      await context.close()
    }
  }
  return written
}

/** A browser in which this person is signed in. */
async function open(
  browser: Browser,
  { url, signIns, emptyStore }: Instance,
  who: Screen['as'],
  { theme, width }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height: WINDOW_HEIGHT },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  const person = who === 'nobody' ? null : who === 'admin of an empty store' ? emptyStore : signIns[who]
  if (person) {
    const { jar, location } = await signIn(url, person.email, person.password)
    if (location.includes('error=')) throw new Error(`${person.email} could not sign in: ${location}`)
    await context.addCookies([...jar].map(([name, value]) => ({ name, value, url })))
  }
  return context
}

async function subjectsOf(browser: Browser, instance: Instance): Promise<Subjects> {
  const context = await open(browser, instance, 'operator', { theme: 'light', width: 1280 })
  const subjects = await findSubjects(context.request)
  await context.close()
  return subjects
}
