'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Disclosure } from '@/components/ui/disclosure'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { advancedSummary, isStandard } from './advanced-summary'
import { advancedFields } from './form-fields'
import type { EndpointFormValues } from './form-values'

const load = () => import('./advanced-fields')
const AdvancedFields = dynamic(load, {
  loading: () => (
    <div aria-busy className="flex max-w-2xl flex-col gap-5">
      <LoadingLabel />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  ),
})

/** What most endpoints leave as it is: folded and not loaded then, with a line that says how it is. */
export function AdvancedSection({ rules }: { rules: EndpointFormRules }) {
  const { control, formState } = useFormContext<EndpointFormValues>()
  const [kind, retryPolicy, seconds, rate, concurrency, headers, filter] = useWatch({
    control,
    name: ['kind', ...advancedFields],
  })
  const values = {
    kind,
    retry_policy: retryPolicy,
    timeout_seconds: seconds,
    rate_limit: rate,
    concurrency,
    headers,
    filter,
  }
  const [isOpen, setOpen] = useState(() => !isStandard(values))
  const { errors, submitCount, isDirty } = formState
  const hasFault = advancedFields.some((field) => errors[field] !== undefined)
  // What is refused is seen, also where it was folded away again before the form was sent once more.
  const openFor = hasFault ? submitCount : 0
  useEffect(() => {
    if (openFor > 0) setOpen(true)
  }, [openFor])
  useEffect(() => {
    // Whoever has begun to fill in the form may open it next.
    if (isDirty) load().catch(() => {})
  }, [isDirty])
  return (
    <>
      <Disclosure summary="Advanced settings" open={isOpen} onOpenChange={setOpen}>
        {isOpen ? <AdvancedFields rules={rules} /> : null}
      </Disclosure>
      {isOpen ? null : <p className="mt-0.5 pl-5.5 text-faded text-sm">{advancedSummary(values)}</p>}
    </>
  )
}
