import { Instant } from '@/components/ui/instant'
import { PageHeader } from '@/components/ui/page-header'

export default function Page() {
  return (
    <>
      <PageHeader title="Under construction" />
      <p>
        <Instant at="2026-11-21T13:03:22Z" />
      </p>
    </>
  )
}
