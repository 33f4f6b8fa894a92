import { PageHeader } from '@/components/ui/page-header'

/** `isMailed`: whether this server can send e-mail; undefined until known. */
export function NoticesHeader({ isMailed }: { isMailed?: boolean }) {
  const mail = isMailed
    ? ' Operators and admins get it by e-mail too.'
    : ' E-mail is not set up on this server, so it is told here alone.'
  return (
    <PageHeader
      title="Notices"
      description={`What became of endpoints that fail.${isMailed === undefined ? '' : mail}`}
    />
  )
}
