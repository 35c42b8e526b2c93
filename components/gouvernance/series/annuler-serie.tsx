'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { cancelSerie } from '@/lib/gouvernance/series/actions/serie'
import type { VueSerie } from '@/lib/gouvernance/calendrier/types'
import { formatCompte } from '@/lib/platform/typographie'
import { Derogation } from '@/components/gouvernance/reunions/derogation'
import { isDerogeable, readDerogation } from '@/components/gouvernance/reunions/saisie-derogation'
import { readEnvoiSerie } from './envoi-serie'

/** Gives up the meetings of a series that are still to come: why, once for all. */
export function AnnulerSerie({ slug, serie, onFini }: { slug: string; serie: VueSerie; onFini: () => void }) {
  // Somebody changed one of its meetings: the page behind shows how many are left.
  const envoi = useEnvoi(cancelSerie, {
    ...readEnvoiSerie('La série n’est pas annulée'),
    onEcrit: onFini,
    relire: true,
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoi.envoyer({
      convention: slug,
      serie: serie.id,
      nombre: serie.aVenir,
      motif: readTexte(saisie, 'motif'),
      derogation: readDerogation(saisie),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <p className="text-muted">
        {serie.instance.nom}, {serie.libelle}
      </p>
      <p>
        {`${formatCompte(serie.aVenir, 'réunion prévue sera annulée', 'réunions prévues seront annulées')}, à partir du ${serie.prochaine}. Celles qui sont tenues ou déjà annulées ne changent pas.`}
      </p>
      <Textarea
        name="motif"
        label="Motif de l’annulation"
        hint="Il est gardé avec chaque réunion."
        rows={3}
        required
        error={envoi.readErreur('motif')}
      />
      {isDerogeable(envoi.erreurs) ? <Derogation envoi={envoi} /> : null}
      <div className="form-actions">
        <Button
          type="submit"
          variant="danger"
          busy={envoi.enCours}
        >{`Annuler ${formatCompte(serie.aVenir, 'réunion')}`}</Button>
        <Button onClick={() => onFini()}>Ne pas annuler</Button>
      </div>
    </form>
  )
}
