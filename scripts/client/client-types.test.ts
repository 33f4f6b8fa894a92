import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { apiRoutes } from '@/lib/http/api-routes'
import { openApiDocument } from '@/lib/http/openapi/document'
import { clientTypes } from './client-types'

it('the committed types are those of the API: else run “npm run generate:client”', async () => {
  const made = await clientTypes(openApiDocument(apiRoutes, '/'))
  expect(await readFile('lib/client/api.generated.ts', 'utf8')).toBe(made)
})
