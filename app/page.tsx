import Link from 'next/link'
import { CodeBlock } from '@/components/ui/code-block'
import { linkClass } from '@/components/ui/link-class'
import { Logo } from '@/components/ui/logo'
import { env } from '@/lib/env'

// The address is a setting of the running server, not of the build.
export const dynamic = 'force-dynamic'

export default function HomePage() {
  const url = env().PUBLIC_URL.replace(/\/$/, '')
  return (
    <main id="main" className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-12 sm:px-6 sm:py-16">
      <Logo />
      <p className="text-faded">
        An event in a store becomes a signed HTTP POST to each webhook endpoint that the store set up: soon,
        at least once, on record. This server is running; programs use its HTTP API.
      </p>
      <h1 className="font-semibold text-xl">The first delivery</h1>
      {steps(url).map(({ title, code }) => (
        <CodeBlock
          key={title}
          label={title}
          code={code}
          defaultWrap
          heading={<h2 className="font-medium text-ink text-sm">{title}</h2>}
        />
      ))}
      <p className="text-faded">
        Whether the server is well, it says at{' '}
        <Link href="/api/health" prefetch={false} className={linkClass}>
          /api/health
        </Link>
        .
      </p>
    </main>
  )
}

function steps(url: string): { title: string; code: string }[] {
  const headers = `-H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json"`
  return [
    {
      title: 'A token',
      code: 'TOKEN=$(npm run --silent token:create -- --store demo --name first)',
    },
    {
      title: 'An endpoint: it gets a test event at once',
      code: `curl ${url}/2025-09/webhook_endpoints ${headers} \\
  -d '{"name":"My receiver","api_version":"2025-09","url":"http://localhost:9000/","event_types":["order.created"]}'`,
    },
    {
      title: 'An event',
      code: `curl ${url}/2025-09/events ${headers} \\
  -d '{"type":"order.created","data":{"object":{"id":1042,"status":"new"}}}'`,
    },
    {
      title: 'The log',
      code: `curl "${url}/2025-09/deliveries?limit=5" -H "Authorization: Bearer $TOKEN"`,
    },
  ]
}
