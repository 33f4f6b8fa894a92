import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures/journey'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 375, 320]) {
    test(`the home page, ${colorScheme}, ${width} px wide`, async ({ page, shopbell }) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(shopbell.url)

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first delivery')
      await expect(page.getByText('/2025-09/events -H')).toBeVisible()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      expect(complaints).toEqual([])
    })
  }
}
