/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  images: { unoptimized: true },
  // `npm run check` checks the types, of the tests too; a start has no need to.
  typescript: { ignoreBuildErrors: true },
  // The API's paths have no trailing slash and must answer in the API's own form, never with a 308.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['pg', 'undici', '@node-rs/argon2'],
  experimental: { agentUpgrade: false },
  // Each API answers under the path of its published contract as well.
  rewrites: async () => [
    { source: '/2025-09/:path*', destination: '/api/2025-09/:path*' },
    { source: '/v1/:path*', destination: '/api/v1/:path*' },
  ],
}

export default config
