/** The settings of the processes under test; the test's own too, since it encrypts secrets that they read. */
export const appSettings = {
  PUBLIC_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a-secret-of-at-least-thirty-two-characters',
  ENCRYPTION_KEYS: `k1:${Buffer.from('a-key-of-exactly-thirty-two-byte').toString('base64')}`,
  WEBHOOK_ALLOWED_CIDRS: '127.0.0.0/8',
  RETRY_STANDARD: '300ms,500ms,1s,2s,3s,5s,5s,5s,5s,5s',
  RETRY_SHORT: '300ms',
  // One client sends as fast as it can.
  API_RATE_LIMIT: '0',
  // Several processes and their spares share the server.
  DATABASE_CONNECTIONS: '4',
}
