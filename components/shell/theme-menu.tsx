'use client'

import { useState } from 'react'
import { IconMonitor, IconMoon, IconSun } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { THEME_COOKIE, type Theme } from '@/components/ui/theme'

const YEAR = 31_536_000

/** Keeps the choice for the server's next answer, and applies it to the page at once. */
function applyTheme(theme: Theme | undefined) {
  document.cookie = theme
    ? `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`
    : `${THEME_COOKIE}=; path=/; max-age=0; samesite=lax`
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

/** Light, dark, or as the device; `initial` is what the cookie says. */
export function ThemeMenu({ initial }: { initial?: Theme }) {
  const [theme, setTheme] = useState(initial)
  function choose(next: Theme | undefined) {
    applyTheme(next)
    setTheme(next)
  }
  const icon = theme === 'clair' ? <IconSun /> : theme === 'sombre' ? <IconMoon /> : <IconMonitor />
  return (
    <Menu
      label="Apparence"
      className="btn btn-ghost btn-icon"
      align="end"
      trigger={icon}
      items={[
        {
          label: 'Comme l’appareil',
          icon: <IconMonitor />,
          checked: !theme,
          onSelect: () => choose(undefined),
        },
        {
          label: 'Clair',
          icon: <IconSun />,
          checked: theme === 'clair',
          onSelect: () => choose('clair'),
        },
        {
          label: 'Sombre',
          icon: <IconMoon />,
          checked: theme === 'sombre',
          onSelect: () => choose('sombre'),
        },
      ]}
    />
  )
}
