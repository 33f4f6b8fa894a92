import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { JobView } from '@/components/deliveries/resends/job-view'
import { jobTitle } from '@/components/deliveries/resends/job-words'
import { requireViewer } from '@/lib/auth'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { pathId } from '@/lib/http/public-id'
import { jsonView } from '@/lib/json-view'
import { getResendScreen } from '@/lib/operations/resends'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

type Props = PageProps<'/deliveries/resends/[resendId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const job = await find((await params).resendId)
  return { title: job ? jobTitle(job) : 'Not found' }
}

export default async function ResendPage({ params }: Props) {
  const viewer = await requireViewer()
  const { resendId } = await params
  const job = await find(resendId)
  if (!job) notFound()
  const first = { at: now().getTime(), job: jsonView(job) }
  return <JobView key={resendId} first={first} mayCancel={can(viewer.role, 'deliveries:resend')} />
}

/** Read once for the title and the page; null where the viewer's store has none of this id. */
const find = cache(async (publicId: string) => {
  const viewer = await requireViewer()
  try {
    return await getResendScreen(contextOf(viewer, null), pathId('rs', publicId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
})
