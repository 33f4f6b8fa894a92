import { z } from 'zod'
import { createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { browserAddressPolicy } from '@/lib/webhooks/browser-address-policy'
import { checkEndpointUrl } from '@/lib/webhooks/endpoint-url'
import { type EndpointFormValues, toChanges, toCreateInput } from './form-values'

const enteredName = z.string().min(1, 'Enter a name.').pipe(createEndpointSchema.shape.name)

const formValues = z.custom<EndpointFormValues>()

/** The schema of the action, asked of what the form would send, with the URL checked as the server will. */
export function createFormSchema(allowedCidrs: readonly string[]) {
  return formValues
    .transform(toCreateInput)
    .pipe(createEndpointSchema.safeExtend({ name: enteredName, url: acceptedUrl(allowedCidrs) }))
}

/** The same for changes of `saved`: what is not changed was accepted before. */
export function updateFormSchema(saved: EndpointFormValues, allowedCidrs: readonly string[]) {
  return formValues
    .transform((values) => toChanges(saved, values))
    .pipe(
      updateEndpointSchema.safeExtend({
        name: enteredName.optional(),
        url: acceptedUrl(allowedCidrs).optional(),
      }),
    )
}

function acceptedUrl(allowedCidrs: readonly string[]) {
  const policy = browserAddressPolicy(allowedCidrs)
  return createEndpointSchema.shape.url.unwrap().superRefine((url, context) => {
    if (url === '') return context.addIssue('Enter a URL.')
    const checked = checkEndpointUrl(url, { policy })
    if (!checked.ok) context.addIssue(checked.message)
  })
}
