'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/components/formulaire/send'
import { checkSerieProjet } from '@/lib/gouvernance/series/actions/apercu'
import type { CheckSerie } from '@/lib/gouvernance/series/schema'
import type { ApercuSerie } from '@/lib/gouvernance/calendrier/types'

/** A date of the series on screen; `cle` is the day it was computed for. */
export interface DateProjet {
  cle: string
  date: string
  retenue: boolean
  motif: string | null
}

interface Projet {
  input: CheckSerie
  dates: DateProjet[]
  apercu: ApercuSerie
}

/** While boxes are ticked one after the other, nothing is asked. */
const ATTENTE_MS = 350

/** The dates kept, in a form that says whether they changed. */
const formatCle = (dates: readonly DateProjet[]): string =>
  dates
    .filter(({ retenue }) => retenue)
    .map(({ date }) => date)
    .sort()
    .join()

/** The dates of a series while they are being chosen: computed on demand, judged again at each change. */
export function useProjet(convention: string) {
  const [projet, setProjet] = useState<Projet | null>(null)
  const cle = projet === null ? '' : formatCle(projet.dates)
  const jugee = projet === null ? '' : projet.apercu.lignes.map(({ date }) => date).join()
  const demande = projet === null ? '' : JSON.stringify(projet.input)

  useEffect(() => {
    if (demande === '' || cle === '' || cle === jugee) return
    let perime = false
    const attente = window.setTimeout(async () => {
      // Only a help: without an answer, the rule speaks when the form is sent.
      const issue = await ask(checkSerieProjet, {
        convention,
        serie: { ...(JSON.parse(demande) as CheckSerie), dates: cle.split(',') },
      })
      if (!perime && issue.ok)
        setProjet((actuel) => actuel && { ...actuel, apercu: { ...issue.data, ecartees: actuel.apercu.ecartees } })
    }, ATTENTE_MS)
    return () => {
      perime = true
      window.clearTimeout(attente)
    }
  }, [convention, demande, cle, jugee])

  /** Computes the dates of a rhythm. */
  async function calculer(input: CheckSerie) {
    const issue = await ask(checkSerieProjet, { convention, serie: { ...input, dates: null } })
    if (issue.ok) {
      const dates = issue.data.lignes.map(({ date, motif }) => ({ cle: date, date, retenue: true, motif }))
      setProjet({ input, dates, apercu: issue.data })
    }
    return issue
  }

  function changer(visee: string, change: Partial<DateProjet>): void {
    setProjet(
      (actuel) =>
        actuel && {
          ...actuel,
          dates: actuel.dates.map((date) => (date.cle === visee ? { ...date, ...change } : date)),
        },
    )
  }

  return { projet, calculer, changer, oublier: () => setProjet(null), retenues: cle === '' ? [] : cle.split(',') }
}
