import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The response to a POST from another origin is refused; only the application’s own host may call an action.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'pg', 'pdfkit', 'docx'],
  // Set by `npm test`, where the step before has just checked the same types; any other build checks its own.
  typescript: { ignoreBuildErrors: process.env.COPILOTE_TYPES_VERIFIES === '1' },
}

export default config
