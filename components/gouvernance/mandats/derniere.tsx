'use client'

import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { reopenMandats } from '@/lib/gouvernance/mandats/actions'
import type { DerniereCloture } from '@/lib/gouvernance/mandats/types'
import { formatCompte, formatListe } from '@/lib/platform/typographie'

const formatJour = (date: string): string => date.split('-').reverse().join('/')

/** The latest ending of mandates, and the way to take it back. */
export function Derniere({ convention, derniere }: { convention: string; derniere: DerniereCloture }) {
  // Each ending is another one to take back: it is guarded by its being the latest.
  const envoi = useEnvoi(reopenMandats, {
    titre: 'Cette fin de mandats n’est pas annulée',
    gardee: true,
    rafraichir: true,
  })
  const { id, jour, fin, motif, personnes, mandats } = derniere
  const noms = personnes.length > 3 ? formatCompte(personnes.length, 'personne') : formatListe(personnes)

  return (
    <Notice tone={envoi.refus ? 'warn' : 'info'}>
      <p>{`Dernière fin de mandats, enregistrée le ${formatJour(jour)} : ${formatCompte(mandats, 'mandat')} de ${noms}${fin ? `, au ${formatJour(fin)}` : ''} (${motif}).`}</p>
      <Refus envoi={envoi} />
      <p className="no-print mt-2">
        <Button size="sm" busy={envoi.enCours} onClick={() => envoi.envoyer({ convention, cloture: id })}>
          Annuler cette fin de mandats
        </Button>
      </p>
    </Notice>
  )
}
