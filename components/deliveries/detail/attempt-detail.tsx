'use client'

import type { ReactNode } from 'react'
import { BodyView } from '@/components/deliveries/detail/body-view'
import { Banner } from '@/components/ui/banner'
import { CopyButton } from '@/components/ui/copy-button'
import { toPublicId } from '@/lib/ids'
import { curlCommand } from '@/lib/webhooks/curl-command'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { HeaderTable } from './header-table'
import type { Attempt } from './use-delivery'

type Props = { deliveryId: string; attempt: Attempt; payload: string | null }

// Where these end an attempt, nothing of the request went out.
const neverSent: readonly (ErrorKind | null)[] = [
  'dns_error',
  'connection_refused',
  'connect_timeout',
  'tls_error',
  'blocked_address',
]

/** What an attempt sent and what came back. Bodies are shown as text, whatever they hold. */
export function AttemptDetail({ deliveryId, attempt, payload }: Props) {
  const { number, error, errorDetail, superseded, response } = attempt
  const file = `${toPublicId('dlv', deliveryId)}-${number}`
  return (
    <div className="flex flex-col gap-5">
      {errorDetail === null ? null : <p className="wrap-anywhere">{errorDetail}</p>}
      {superseded ? (
        <Banner tone="info" title="Superseded">
          Its sender had lost this delivery to another one, and its outcome decided nothing. The receiver may
          have got it all the same.
        </Banner>
      ) : null}
      <Part title="Response">
        {response === null ? (
          <p className="text-faded">
            {error === 'sender_lost' ? 'What came back is not known.' : 'No response came back.'}
          </p>
        ) : (
          <>
            <HeaderTable label={`Response headers of attempt ${number}`} headers={response.headers} />
            <BodyView
              label="Response body"
              text={response.body}
              isTruncated={response.truncated}
              fileName={`${file}-response`}
            />
          </>
        )}
      </Part>
      <Part title="Request">
        <Request attempt={attempt} payload={payload} fileName={`${file}-request`} />
      </Part>
    </div>
  )
}

function Request({
  attempt: { number, error, request },
  payload,
  fileName,
}: {
  attempt: Attempt
  payload: string | null
  fileName: string
}) {
  const { url, headers } = request
  if (url === null || headers === null) {
    return (
      <p className="text-faded">
        {error === 'sender_lost'
          ? 'What was sent is not on record: the process that sent it ended before it could write it down.'
          : 'No request was made.'}
      </p>
    )
  }
  const isEmail = url.startsWith('mailto:')
  return (
    <>
      {neverSent.includes(error) ? (
        <p className="text-faded">
          No connection was made, so nothing of this went out. It is what would have been sent.
        </p>
      ) : null}
      <p className="font-mono text-xs leading-5 wrap-anywhere">
        <span className="text-faded">{isEmail ? 'E-mail to' : 'POST'}</span> {url.replace(/^mailto:/, '')}
      </p>
      <HeaderTable label={`Request headers of attempt ${number}`} headers={headers} />
      {payload === null ? (
        <p className="text-faded">The body is gone: its event is older than the log is kept.</p>
      ) : (
        <>
          <BodyView
            label={isEmail ? 'Attached file' : 'Request body'}
            text={payload}
            isTruncated={false}
            fileName={fileName}
          />
          {isEmail ? null : (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <CopyButton value={curlCommand({ url, headers, body: payload })} label="Copy as cURL" />
              <p className="min-w-0 flex-1 basis-64 text-faded text-sm">
                Signature and timestamp are those of this attempt: a receiver that checks the time refuses
                them.
              </p>
            </div>
          )}
        </>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2.5">
      <h3 className="font-semibold text-sm">{title}</h3>
      {children}
    </section>
  )
}
