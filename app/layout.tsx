import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { fontClasses } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Copilote CTG', template: '%s – Copilote CTG' },
  description:
    'Piloter une convention territoriale globale : gouvernance, plan d’action, indicateurs et ETP de coopération.',
  applicationName: 'Copilote CTG',
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '48x48' },
      { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
    ],
    apple: '/apple-touch-icon.png',
  },
  // Invited people only: no page is for search engines.
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f2eb' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1217' },
  ],
}

/**
 * The document itself: language, fonts, theme. The theme comes from the cookie, read
 * here, so that no inline script is needed and the first paint is already right.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="fr" className={fontClasses} data-theme={theme}>
      <body>{children}</body>
    </html>
  )
}
