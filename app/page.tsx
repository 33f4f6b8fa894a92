import { env } from '@/lib/env'

// The address is a setting of the running server, not of the build.
export const dynamic = 'force-dynamic'

export default function HomePage() {
  const url = env().PUBLIC_URL.replace(/\/$/, '')
  return (
    <main>
      <h1>Shopbell</h1>
      <p>
        An event in a store becomes a signed HTTP POST to each webhook endpoint that the store set up: soon,
        at least once, on record. This server is running; programs use its HTTP API.
      </p>
      <h2>The first delivery</h2>
      <pre>{`TOKEN=$(npm run --silent token:create -- --store demo --name first)

curl ${url}/2025-09/webhook_endpoints \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"name":"My receiver","api_version":"2025-09","url":"http://localhost:9000/","event_types":["order.created"]}'

curl ${url}/2025-09/events \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"type":"order.created","data":{"object":{"id":1042,"status":"new"}}}'

curl "${url}/2025-09/deliveries?limit=5" -H "Authorization: Bearer $TOKEN"`}</pre>
      <p>
        Whether the server is well: <a href="/api/health">/api/health</a>
      </p>
    </main>
  )
}
