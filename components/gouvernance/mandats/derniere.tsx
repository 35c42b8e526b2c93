'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { reopenMandats } from '@/lib/gouvernance/mandats/actions'
import type { DerniereCloture } from '@/lib/gouvernance/mandats/types'
import { formatCompte, formatListe } from '@/lib/platform/typographie'

const formatJour = (date: string): string => date.split('-').reverse().join('/')

/** The latest ending of mandates, and the way to take it back. */
export function Derniere({ convention, derniere }: { convention: string; derniere: DerniereCloture }) {
  const router = useRouter()
  const [refus, setRefus] = useState<string | null>(null)
  const [enCours, start] = useTransition()
  const { id, jour, fin, motif, personnes, mandats } = derniere
  const noms = personnes.length > 3 ? formatCompte(personnes.length, 'personne') : formatListe(personnes)

  function handleAnnuler() {
    start(async () => {
      const resultat = await reopenMandats({ convention, cloture: id }).catch(() => null)
      if (resultat?.ok) {
        notify({ message: resultat.data.message })
        router.refresh()
      } else
        setRefus(
          resultat?.message ??
            'La connexion a été coupée avant la réponse\u00A0: vérifiez le réseau, puis recommencez.',
        )
    })
  }

  return (
    <Notice tone={refus ? 'warn' : 'info'}>
      <p>{`Dernière fin de mandats, enregistrée le ${formatJour(jour)}\u00A0: ${formatCompte(mandats, 'mandat')} de ${noms}${fin ? `, au ${formatJour(fin)}` : ''} (${motif}).`}</p>
      <p role="status" className="font-semibold empty:hidden">
        {refus}
      </p>
      <p className="no-print mt-2">
        <Button size="sm" busy={enCours} onClick={handleAnnuler}>
          Annuler cette fin de mandats
        </Button>
      </p>
    </Notice>
  )
}
