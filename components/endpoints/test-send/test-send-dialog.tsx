'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'
import { eventCatalogueQuery } from './event-catalogue-query'
import { showTestSend, TEST_SEND_PARAMETER } from './test-send-address'
import { TestSendForm } from './test-send-form'
import { useTestSend } from './use-test-send'

type Props = {
  endpoint: { id: string; name: string; eventTypes: readonly string[]; allEventTypes: boolean }
  isDisabled: boolean
  /** Of an event's data. */
  mostBytes: number
}

const FORM = 'test-send'

/** Sends one event to one endpoint and shows what came of it. What was typed stays while the person is on its pages. */
export function TestSendDialog({ endpoint, isDisabled, mostBytes }: Props) {
  const open = useSearchParams().get(TEST_SEND_PARAMETER) === '1'
  const catalogue = useQuery({ ...eventCatalogueQuery, enabled: open })
  const sending = useTestSend(endpoint.id)
  const [chosen, setChosen] = useState(endpoint.eventTypes[0])
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})

  function toggle(next: boolean) {
    if (!next) sending.forget()
    showTestSend(next)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      size="lg"
      title="Send test event"
      description={`One event to “${endpoint.name}”, now. It is marked as a test, is tried once and counts in no statistics.`}
      footer={
        <>
          <DialogClose>
            <Button>{sending.deliveryId === null ? 'Cancel' : 'Done'}</Button>
          </DialogClose>
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            pending={sending.isPending}
            disabled={!catalogue.data}
          >
            {sending.deliveryId === null ? 'Send test event' : 'Send again'}
          </Button>
        </>
      }
    >
      {catalogue.data ? (
        <TestSendForm
          id={FORM}
          endpoint={endpoint}
          isDisabled={isDisabled}
          categories={catalogue.data}
          mostBytes={mostBytes}
          sending={sending}
          chosen={chosen}
          onChoose={setChosen}
          texts={texts}
          onTexts={setTexts}
        />
      ) : catalogue.isError ? (
        <ErrorState onRetry={() => catalogue.refetch()} retrying={catalogue.isFetching}>
          The samples of the event types did not arrive.
        </ErrorState>
      ) : (
        <div aria-busy className="flex flex-col gap-4">
          <LoadingLabel />
          <Skeleton className="h-8.5 w-full" />
          <Skeleton className="h-72 w-full" />
        </div>
      )}
    </Dialog>
  )
}
