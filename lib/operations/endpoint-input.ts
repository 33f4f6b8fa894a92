import { hasMailServer } from '@/lib/delivery/mailer'
import { env } from '@/lib/env'
import { type FieldError, validationError } from '@/lib/errors'
import { canSend, kindRules, type UpdateEndpointInput } from '@/lib/schemas/endpoint'
import { refuseHeaderName } from '@/lib/webhooks/custom-headers'
import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import { pointerPart } from '@/lib/webhooks/json-pointer'
import { findTypeFault } from './type-fault'

const MOST_FAULTS = 100

const noMailServer =
  'SMTP_URL is not set on this server, so it cannot send e-mail: endpoints of kind “email” are refused.'

/** The kind where this deployment can send to it, else `validation_failed`. */
export function acceptKind(kind: EndpointKindName): EndpointKindName {
  if (kind !== 'email' || hasMailServer()) return kind
  throw validationError([{ pointer: '/kind', code: 'smtp_not_configured', detail: noMailServer }])
}

/**
 * The names where the catalogue has each of them, else `validation_failed`. An archived type stays where it was chosen
 * `before`, and can be chosen nowhere else.
 */
export function acceptEventTypes(names: readonly string[], before: readonly string[]): string[] {
  const faults = names.flatMap((name, index): FieldError[] => {
    const fault = before.includes(name) ? null : findTypeFault(name)
    return fault ? [{ ...fault, pointer: `/event_types/${index}` }] : []
  })
  if (faults.length > 0) throw validationError(faults.slice(0, MOST_FAULTS))
  return [...names]
}

/** The headers where none has a name that this deployment signs with, else `validation_failed`. */
export function acceptHeaders<Value extends string | null>(
  headers: Record<string, Value>,
): Record<string, Value> {
  const reserved = env().SIGNATURE_HEADERS
  const faults = Object.entries(headers).flatMap(([name, value]): FieldError[] => {
    const detail = value === null ? null : refuseHeaderName(name, reserved)
    return detail === null ? [] : [{ pointer: `/headers/${pointerPart(name)}`, code: 'invalid', detail }]
  })
  if (faults.length > 0) throw validationError(faults)
  return headers
}

/** Throws `validation_failed` where a change names what an endpoint of this kind does not have, or another kind. */
export function refuseForeignFields(
  kind: string,
  given: Pick<UpdateEndpointInput, 'kind' | 'api_version' | 'url' | 'email' | 'headers'>,
): void {
  const faults: FieldError[] = []
  const refuse = (field: keyof typeof given, code: string, detail: string) => {
    if (given[field] !== undefined) faults.push({ pointer: `/${field}`, code, detail })
  }
  if (given.kind !== kind) refuse('kind', 'not_changeable', kindRules.kindStays)
  if (kind === 'email') {
    refuse('url', 'not_of_kind', kindRules.noUrl)
    refuse('headers', 'not_of_kind', kindRules.noHeaders)
    if (!canSend('email', given.api_version ?? '')) {
      refuse('api_version', 'not_of_kind', kindRules.noFormat)
    }
  } else {
    refuse('email', 'not_of_kind', kindRules.noEmail)
  }
  if (faults.length > 0) throw validationError(faults)
}
