import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** For pages: what an operation answers; where it finds nothing, the page that says so. */
export async function orNotFound<Found>(work: () => Promise<Found>): Promise<Found> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
