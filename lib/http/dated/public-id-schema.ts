import { z } from 'zod'
import type { IdPrefix } from '@/lib/ids'

function publicId(prefix: IdPrefix) {
  return z.string().regex(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`))
}

export const endpointId = publicId('we').meta({ id: 'EndpointId', description: 'Of an endpoint.' })
export const eventId = publicId('evt').meta({ id: 'EventId', description: 'Of an event.' })
export const deliveryId = publicId('dlv').meta({ id: 'DeliveryId', description: 'Of a delivery.' })
export const resendId = publicId('rs').meta({
  id: 'ResendId',
  description: 'Of a bulk resend or a catch-up.',
})

/** Ids as the document's examples have them. */
export const exampleIds = {
  endpoint: 'we_01h455vb4pex5vsknk084sn02q',
  event: 'evt_01h455vb4pex5vsknk084sn03r',
  delivery: 'dlv_01h455vb4pex5vsknk084sn04s',
  resend: 'rs_01h455vb4pex5vsknk084sn05t',
} as const
