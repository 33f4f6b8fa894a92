import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireViewer } from '@/lib/auth'
import { AppError } from '@/lib/errors'
import { pathId } from '@/lib/http/public-id'
import type { StoreContext } from '@/lib/operations/context'
import { type EndpointStanding, getEndpointStanding } from '@/lib/operations/endpoint-standing'
import { contextOf } from '@/lib/operations/viewer'

/** The endpoint that a path names, or null, with who looks at it; asked for once a request, by the layout, its title and the page. */
export const findEndpoint = cache(async (publicId: string) => {
  const viewer = await requireViewer()
  const context = contextOf(viewer, null)
  return { viewer, context, standing: await findStanding(context, publicId) }
})

/** The same for what shows it; where there is none, the page that says so. */
export async function loadEndpoint(publicId: string) {
  const { viewer, context, standing } = await findEndpoint(publicId)
  if (!standing) notFound()
  return { viewer, context, standing }
}

async function findStanding(context: StoreContext, publicId: string): Promise<EndpointStanding | null> {
  try {
    return await getEndpointStanding(context, pathId('we', publicId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
