import { z } from 'zod'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/dashboard'
import { deleteJourneys, field, fill, NEW_ENDPOINT } from './fixtures/endpoint-form'
import { visit } from './fixtures/hydrated'

const PATH = '/v1/webhooks'

const list = z.object({
  data: z.array(z.object({ id: z.int(), name: z.string(), event: z.string(), url_or_email: z.string() })),
})
const created = z.object({ data: z.object({ id: z.int() }) })

async function read(api: Api, name: string) {
  const { data } = await api.expect(200, list, 'GET', `${PATH}?limit=50`)
  return data.find((webhook) => webhook.name === name)
}

test.afterEach(({ demoApi }) => deleteJourneys(demoApi))

test('the screens and the integer-id API change the same endpoints', async ({
  page,
  signInAs,
  demoApi,
  startReceiver,
}) => {
  const receiver = await startReceiver({ certificate: 'valid' })
  const { host } = new URL(receiver.url)
  await signInAs('operator')

  await visit(page, NEW_ENDPOINT)
  await fill(page, { name: 'Journey screen', url: receiver.url })
  await page.getByRole('button', { name: 'Create webhook endpoint' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoint created' })).toBeVisible()
  expect(await read(demoApi, 'Journey screen')).toMatchObject({
    event: 'order-paid',
    url_or_email: receiver.url,
  })

  const given = `${host}/orders/{{order_id}}`
  const body = {
    name: 'Journey v1',
    type: 'api',
    event: 'order-created',
    format: 'json',
    url_or_email: given,
  }
  const { data } = await demoApi.expect(201, created, 'POST', PATH, { body })
  await visit(page, '/settings/webhooks')
  await page.getByRole('rowheader').getByRole('link', { name: 'Journey v1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Journey v1' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings', exact: true }).last().click()
  await expect(field(page, 'URL')).toHaveValue(`https://${given}`)
  await field(page, 'Name').fill('Journey renamed')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Changes saved' })).toBeVisible()
  expect(await read(demoApi, 'Journey renamed')).toEqual({
    id: data.id,
    name: 'Journey renamed',
    event: 'order-created',
    url_or_email: given,
  })

  await field(page, 'URL').fill(receiver.url)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Changes saved' })).toBeVisible()
  expect(await read(demoApi, 'Journey renamed')).toMatchObject({ id: data.id, url_or_email: receiver.url })
})
