'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { cancelMesure, validateMesure } from '@/lib/plan-action/mesures/actions/proposition'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import { formatMesure } from '@/components/plan-action/champs/valeurs'
import { MOTS_COTE } from '@/components/plan-action/indicateurs/mots'

interface Props {
  indicateur: Pick<IndicateurEcrit, 'nature' | 'unite' | 'confirmation'>
  mesure: MesureEcrite
  slug: string
  /** may say that it holds */
  confirmable: boolean
  /** may withdraw it: proposed it */
  sienne: boolean
}

/** A proposed value, with its reason: confirmed or set aside by the side it is for. */
export function Proposition({ indicateur, mesure, slug, confirmable, sienne }: Props) {
  const [refus, setRefus] = useState<string | null>(null)
  const [erreur, setErreur] = useState<string>()
  const [envoi, start] = useTransition()
  const cible = { convention: slug, mesure: mesure.id, version: mesure.version }

  function validate() {
    start(async () => {
      const resultat = await validateMesure(cible).catch(() => null)
      notify(
        resultat?.ok
          ? { message: `Valeur confirmée pour ${mesure.periode}.` }
          : { tone: 'bad', message: resultat?.message ?? 'Non enregistré. Réessayez.' },
      )
    })
  }
  function cancel() {
    start(async () => {
      const resultat = await cancelMesure({ ...cible, motif: refus ?? '' }).catch(() => null)
      if (resultat?.ok) notify({ message: 'Proposition écartée\u00A0; sa raison est au journal.' })
      else setErreur(resultat?.message ?? 'Non enregistré. Réessayez.')
    })
  }
  return (
    <Notice
      tone="warn"
      titre={`${formatMesure(indicateur.nature, mesure, indicateur.unite)} pour ${mesure.periode}${mesure.ventilation ? ` (${mesure.ventilation})` : ''}, proposée${mesure.auteur ? ` par ${mesure.auteur}` : ''}`}
    >
      {mesure.motif ? <p>{mesure.motif}</p> : null}
      {indicateur.confirmation && !confirmable ? (
        <p className="text-sm text-muted">À confirmer par {MOTS_COTE[indicateur.confirmation]}.</p>
      ) : null}
      {refus === null ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {confirmable ? (
            <Button size="sm" variant="primary" busy={envoi} onClick={validate}>
              Confirmer<span className="visually-hidden"> la valeur de {mesure.periode}</span>
            </Button>
          ) : null}
          {confirmable || sienne ? (
            <Button size="sm" onClick={() => setRefus('')}>
              {sienne && !confirmable ? 'Retirer ma proposition' : 'Écarter'}
              <span className="visually-hidden"> la valeur de {mesure.periode}</span>
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="mt-2 grid gap-2">
          <Textarea
            label="Pourquoi cette valeur n’est pas retenue"
            name={`refus-${mesure.id}`}
            rows={2}
            value={refus}
            onChange={(event) => setRefus(event.target.value)}
            error={erreur}
            autoFocus
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" busy={envoi} onClick={cancel}>
              Écarter la valeur
            </Button>
            <Button size="sm" onClick={() => setRefus(null)}>
              Annuler
            </Button>
          </div>
        </div>
      )}
    </Notice>
  )
}
