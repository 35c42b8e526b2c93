'use client'

import type { FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Textarea } from '@/components/ui/saisie/inputs'
import { cancelSerie } from '@/lib/gouvernance/series/actions/serie'
import type { VueSerie } from '@/lib/gouvernance/calendrier/types'
import { formatCompte } from '@/lib/platform/typographie'
import { Derogation } from '@/components/gouvernance/reunions/derogation'
import { readChamp, readDerogation } from '@/components/gouvernance/reunions/use-ecriture'
import { useSerie } from './use-serie'

/** Gives up the meetings of a series that are still to come: why, once for all. */
export function AnnulerSerie({ slug, serie, onFini }: { slug: string; serie: VueSerie; onFini: () => void }) {
  const { refus, enCours, envoyer } = useSerie('La série n’est pas annulée', onFini)
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoyer(() =>
      cancelSerie({
        convention: slug,
        serie: serie.id,
        nombre: serie.aVenir,
        motif: readChamp(saisie, 'motif'),
        derogation: readDerogation(saisie),
      }),
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
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
        error={readErreur(refus.erreurs, 'motif')}
      />
      {refus.derogation ? <Derogation refus={refus} /> : null}
      <div className="form-actions">
        <Button
          type="submit"
          variant="danger"
          busy={enCours}
        >{`Annuler ${formatCompte(serie.aVenir, 'réunion')}`}</Button>
        <Button onClick={() => onFini()}>Ne pas annuler</Button>
      </div>
    </form>
  )
}
