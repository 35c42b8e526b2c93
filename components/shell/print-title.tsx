'use client'

import { useEffect } from 'react'

const DATE = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })

/** The product's name has its own place at the foot of the page. */
const SUFFIX = / – Copilote CTG$/

/** Puts the page's title and the day in the margins of the printed pages (see ui/styles/print.css). */
export function PrintTitle() {
  useEffect(() => {
    function prepare() {
      const { style } = document.documentElement
      style.setProperty('--print-title', JSON.stringify(document.title.replace(SUFFIX, '')))
      style.setProperty('--print-date', JSON.stringify(DATE.format(new Date())))
    }
    window.addEventListener('beforeprint', prepare)
    return () => window.removeEventListener('beforeprint', prepare)
  }, [])
  return null
}
