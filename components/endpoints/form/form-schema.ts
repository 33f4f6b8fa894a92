import { z } from 'zod'
import { createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { browserAddressPolicy } from '@/lib/webhooks/browser-address-policy'
import { checkEndpointUrl } from '@/lib/webhooks/endpoint-url'
import { type EventFilter, eventFilterSchema } from '@/lib/webhooks/event-filter'
import { type EndpointFormValues, toChanges, toCreateInput } from './form-values'
import { type HeaderRow, headerFaults, toHeaderPatch, toHeaders } from './header-rows'

/** What of a deployment decides what its server accepts. */
type Rules = { allowedCidrs: readonly string[]; signatureHeaders: readonly string[] }

const { shape } = createEndpointSchema
const enteredName = z.string().min(1, 'Enter a name.').pipe(shape.name)
const enteredEmail = z.string().min(1, 'Enter an e-mail address.').pipe(shape.email.unwrap())
const enteredRate = z
  .int('Use a whole number, or leave this empty for no limit.')
  .nullable()
  .pipe(shape.rate_limit.unwrap())

const formValues = z.custom<EndpointFormValues>()

/** The schema of the action, asked of what the form would send, with the URL checked as the server will. */
export function createFormSchema(rules: Rules) {
  return formValues.transform(toCreateInput).pipe(
    createEndpointSchema.safeExtend({
      name: enteredName,
      url: acceptedUrl(rules).optional(),
      email: enteredEmail.optional(),
      rate_limit: enteredRate,
      headers: headerRows(rules).transform(toHeaders).optional(),
      filter: enteredFilter,
    }),
  )
}

/** The same for changes of `saved`: what is not changed was accepted before. */
export function updateFormSchema(saved: EndpointFormValues, rules: Rules) {
  return formValues
    .transform((values) => toChanges(saved, values))
    .pipe(
      updateEndpointSchema.safeExtend({
        name: enteredName.optional(),
        url: acceptedUrl(rules).optional(),
        email: enteredEmail.optional(),
        rate_limit: enteredRate.optional(),
        headers: headerRows(rules).transform(toHeaderPatch).optional(),
        filter: enteredFilter.optional(),
      }),
    )
}

function acceptedUrl({ allowedCidrs }: Rules) {
  const policy = browserAddressPolicy(allowedCidrs)
  return shape.url.unwrap().superRefine((url, context) => {
    if (url === '') return context.addIssue('Enter a URL.')
    const checked = checkEndpointUrl(url, { policy })
    if (!checked.ok) context.addIssue(checked.message)
  })
}

/** By row, where the server knows names alone. */
function headerRows({ signatureHeaders }: Rules) {
  return z.custom<HeaderRow[]>().superRefine((rows, context) => {
    for (const { index, field, message } of headerFaults(rows, signatureHeaders)) {
      context.addIssue({ code: 'custom', path: [index, field], message })
    }
  })
}

const LEVELS_OF_A_FIELD = 3

/** Says what is wrong at the field of a condition, in words that fit what was typed. */
const enteredFilter = z.custom<EventFilter | null>().superRefine((filter, context) => {
  for (const issue of eventFilterSchema.nullable().safeParse(filter).error?.issues ?? []) {
    const path = issue.path.slice(0, LEVELS_OF_A_FIELD)
    const value = path[0] === 'conditions' ? filter?.conditions[Number(path[1])]?.value : undefined
    context.addIssue({ code: 'custom', path, message: numberFault(value) ?? issue.message })
  }
})

function numberFault(value: unknown): string | null {
  const isNone = (item: unknown) => typeof item === 'number' && !Number.isFinite(item)
  if (isNone(value)) return 'Use a number.'
  return Array.isArray(value) && value.some(isNone)
    ? 'One of the lines is not of the chosen kind. Write one value on each line.'
    : null
}
