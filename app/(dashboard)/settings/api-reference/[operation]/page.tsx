import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MethodPath } from '@/components/api-reference/method-path'
import { OperationBody } from '@/components/api-reference/operation-body'
import { TryIt } from '@/components/api-reference/try-it'
import { Badge } from '@/components/ui/badge'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { CodedText } from '@/components/ui/coded-text'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { apiDocument } from '@/lib/http/api-routes'
import { referenceOperation } from '@/lib/http/openapi/reference'

type Props = PageProps<'/settings/api-reference/[operation]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const operation = referenceOperation(apiDocument(), (await params).operation)
  return { title: operation ? `${operation.summary} · API reference` : 'Not found' }
}

export default async function OperationPage({ params }: Props) {
  await requireViewer()
  const operation = referenceOperation(apiDocument(), (await params).operation)
  if (!operation) notFound()
  const { id, method, path, summary, description, access } = operation
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/api-reference', label: 'API reference' }]} />}
        title={summary}
        status={
          <Badge className="font-mono">{access ? (access.scope ?? access.scheme) : 'for anyone'}</Badge>
        }
        description={<CodedText text={description} />}
        actions={
          <Button className="xl:hidden" render={<a href="#try-it" />}>
            Try it
          </Button>
        }
      />
      <MethodPath method={method} path={path} className="text-base" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <OperationBody operation={operation} />
        </div>
        <div id="try-it" className="flex min-w-0 scroll-mt-[calc(var(--sticky-top)+1rem)] flex-col gap-6">
          <TryIt key={id} operation={operation} />
        </div>
      </div>
    </>
  )
}
