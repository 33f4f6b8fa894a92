import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { toPublicId } from '@/lib/ids'
import type { Subjects } from './screens'

const endpointList = z.object({ endpoints: z.array(z.object({ id: z.string(), condition: z.string() })) })
const deliveryList = z.object({ rows: z.array(z.object({ id: z.string() })) })

/** Looks for something of each kind, by what the screens themselves read; `request` is signed in. */
export async function findSubjects(request: APIRequestContext): Promise<Subjects> {
  const read = async (path: string) => (await request.get(`/api/screens${path}`)).json()
  const { endpoints } = endpointList.parse(await read('/endpoints'))
  const endpointWhich = (condition: string) => {
    const found = endpoints.find((endpoint) => endpoint.condition === condition)
    return found ? toPublicId('we', found.id) : null
  }
  const deliveryWhich = async (status: string) => {
    const [found] = deliveryList.parse(await read(`/deliveries?status=${status}&range=30d`)).rows
    return found ? toPublicId('dlv', found.id) : null
  }
  return {
    endpoint: endpointWhich('active'),
    failingEndpoint: endpointWhich('failing'),
    disabledEndpoint: endpointWhich('disabled_automatically'),
    failedDelivery: await deliveryWhich('failed'),
    deliveredDelivery: await deliveryWhich('delivered'),
  }
}
