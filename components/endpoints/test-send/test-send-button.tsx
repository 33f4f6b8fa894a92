'use client'

import { useQueryClient } from '@tanstack/react-query'
import { SendIcon } from 'lucide-react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { eventCatalogueQuery } from './event-catalogue-query'
import { showTestSend } from './test-send-address'

/** Opens the dialog that the endpoint's layout holds, on whichever of its pages this stands. */
export function TestSendButton({ variant, size }: Pick<ButtonProps, 'variant' | 'size'>) {
  const client = useQueryClient()
  // It is there by the time of the press, and the focus goes to the form.
  const prepare = () => void client.prefetchQuery(eventCatalogueQuery)
  return (
    <Button
      variant={variant}
      size={size}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => showTestSend(true)}
    >
      <SendIcon aria-hidden /> Send test event
    </Button>
  )
}
