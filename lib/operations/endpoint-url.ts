import { addressPolicy } from '@/lib/delivery/address-policy'
import { validationError } from '@/lib/errors'
import { checkEndpointUrl } from '@/lib/webhooks/endpoint-url'

/** The URL where deliveries may go to it, as far as that can be told before connecting; else `validation_failed`. */
export function acceptUrl(raw: string): string {
  const checked = checkEndpointUrl(raw, { policy: addressPolicy() })
  if (checked.ok) return checked.url
  throw validationError([{ pointer: '/url', code: checked.code, detail: checked.message }])
}
