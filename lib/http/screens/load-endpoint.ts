import { cache } from 'react'
import { requireViewer } from '@/lib/auth'
import { pathId } from '@/lib/http/public-id'
import { getEndpointStanding } from '@/lib/operations/endpoint-standing'
import { contextOf } from '@/lib/operations/viewer'
import { orNotFound } from './or-not-found'

/** The endpoint that a path names, with who looks at it; asked for once a request, by the layout, its title and the page. */
export const loadEndpoint = cache(async (publicId: string) => {
  const viewer = await requireViewer()
  const context = contextOf(viewer, null)
  const standing = await orNotFound(() => getEndpointStanding(context, pathId('we', publicId)))
  return { viewer, context, standing }
})
