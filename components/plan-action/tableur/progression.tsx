'use client'

import { useEffect, useState } from 'react'
import { BusyProgress } from '@/components/ui/mesure/bars'

interface Progres {
  phase: 'VERIFICATION' | 'ECRITURE'
  faites: number
  total: number
}

const MOTS = { VERIFICATION: 'Lignes vérifiées', ECRITURE: 'Lignes écrites' } as const
const INTERVALLE_MS = 300

const isProgres = (valeur: unknown): valeur is { progres: Progres | null } =>
  typeof valeur === 'object' && valeur !== null && 'progres' in valeur

/** How far the work on a file has come, asked again and again while it lasts. */
export function Progression({ slug, id, phase }: { slug: string; id: number; phase: Progres['phase'] }) {
  const [progres, setProgres] = useState<Progres | null>(null)
  useEffect(() => {
    const arret = new AbortController()
    const demander = async () => {
      const reponse = await fetch(`/api/conventions/${slug}/plan-action/importer/${id}`, {
        signal: arret.signal,
      }).catch(() => null)
      const lu: unknown = reponse?.ok ? await reponse.json().catch(() => null) : null
      if (isProgres(lu) && lu.progres) setProgres(lu.progres)
    }
    const minuteur = setInterval(() => void demander(), INTERVALLE_MS)
    return () => {
      clearInterval(minuteur)
      arret.abort()
    }
  }, [slug, id])
  const { faites, total } = progres?.phase === phase && progres.total > 0 ? progres : { faites: 0, total: 0 }
  const texte = total > 0 ? `${MOTS[phase]} : ${faites} sur ${total}` : `${MOTS[phase]} : le travail commence…`
  return (
    <div className="grid gap-2" role="status">
      <BusyProgress label={MOTS[phase]} {...(total > 0 ? { value: faites, max: total } : {})} />
      <p className="m-0 text-muted">{texte}</p>
    </div>
  )
}
