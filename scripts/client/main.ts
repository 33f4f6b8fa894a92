import { writeFile } from 'node:fs/promises'
import { apiRoutes } from '@/lib/http/api-routes'
import { openApiDocument } from '@/lib/http/openapi/document'
import { clientTypes } from './client-types'

/** Where the types are, from the root of the checkout. */
const FILE = 'lib/client/api.generated.ts'

await writeFile(FILE, await clientTypes(openApiDocument(apiRoutes, '/')))
