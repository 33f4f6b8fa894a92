import Link from 'next/link'
import { useState } from 'react'
import { CodedText } from '@/components/ui/coded-text'
import { Field } from '@/components/ui/field'
import { linkClass } from '@/components/ui/link-class'
import { PasswordInput } from '@/components/ui/password-input'
import type { ReferenceOperation } from '@/lib/http/openapi/reference'

type Props = {
  access: NonNullable<ReferenceOperation['access']>
  id: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const labels: Readonly<Record<string, string>> = {
  token: 'API token',
  cronSecret: 'Cron secret',
  metricsToken: 'Metrics token',
}

/** The credential of a request, which is kept nowhere but in this page. */
export function TokenField({ access: { scheme, scope }, id, value, error, onChange }: Props) {
  const [shown, setShown] = useState(false)
  const needs = scope === null ? '' : ` It needs the scope \`${scope}\`.`
  return (
    <Field
      id={id}
      required
      error={error === undefined || scheme !== 'token' ? error : <TokenFault text={error} />}
      label={labels[scheme] ?? scheme}
      hint={
        <CodedText text={`Kept in this page’s memory until you reload it, and stored nowhere.${needs}`} />
      }
    >
      <PasswordInput
        mono
        shown={shown}
        onToggle={() => setShown(!shown)}
        what="token"
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
        // A password manager would keep what is not to be kept.
        autoComplete="off"
        data-1p-ignore=""
        data-lpignore="true"
      />
    </Field>
  )
}

function TokenFault({ text }: { text: string }) {
  return (
    <>
      {text} Admins make one under{' '}
      <Link href="/settings/api-tokens" prefetch={false} className={linkClass}>
        Settings → API tokens
      </Link>
      .
    </>
  )
}
