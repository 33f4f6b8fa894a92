'use client'

import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { DeleteEndpoint } from './delete-endpoint'
import { EndpointSwitch } from './endpoint-switch'

type Props = { endpoint: { id: string; name: string }; isDisabled: boolean }

/** Disabling and deleting an endpoint: for whoever may. */
export function DangerZone({ endpoint, isDisabled }: Props) {
  return (
    <>
      <Card title="Status">
        <Act
          title={isDisabled ? 'Enable endpoint' : 'Disable endpoint'}
          button={<EndpointSwitch endpoint={endpoint} isDisabled={isDisabled} />}
        >
          {isDisabled
            ? 'Events that happen from then on are delivered to it again.'
            : 'No more events are delivered to it until it is enabled again. It keeps its settings and its secret.'}
        </Act>
      </Card>
      <Card tone="danger" title="Danger zone">
        <Act title="Delete endpoint" button={<DeleteEndpoint endpoint={endpoint} />}>
          Its settings and its secret are gone for good. Its deliveries stay in the log.
        </Act>
      </Card>
    </>
  )
}

function Act({ title, button, children }: { title: string; button: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-medium">{title}</h3>
        <p className="text-faded text-sm">{children}</p>
      </div>
      {button}
    </div>
  )
}
