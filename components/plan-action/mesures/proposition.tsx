'use client'

import { useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { MOTS_COTE } from '@/lib/competences/words'
import { cancelMesure, validateMesure } from '@/lib/plan-action/mesures/actions/proposition'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import { formatMesure } from '@/components/plan-action/champs/valeurs'
import { PERIME } from '@/components/plan-action/indicateurs/mots'

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
  const [motif, setMotif] = useState<string | null>(null)
  const cible = { convention: slug, mesure: mesure.id, version: mesure.version }
  const confirmation = useGeste(validateMesure, { message: `Valeur confirmée pour ${mesure.periode}.` })
  const refus = useEnvoi(cancelMesure, {
    champ: () => `refus-${mesure.id}`,
    conflit: PERIME,
    relire: true,
    message: 'Proposition écartée ; sa raison est au journal.',
  })
  return (
    <Notice
      tone="warn"
      titre={`${formatMesure(indicateur.nature, mesure, indicateur.unite)} pour ${mesure.periode}${mesure.ventilation ? ` (${mesure.ventilation})` : ''}, proposée${mesure.auteur ? ` par ${mesure.auteur}` : ''}`}
    >
      {mesure.motif ? <p>{mesure.motif}</p> : null}
      {indicateur.confirmation && !confirmable ? (
        <p className="text-sm text-muted">À confirmer par {MOTS_COTE[indicateur.confirmation]}.</p>
      ) : null}
      {motif === null ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {confirmable ? (
            <Button size="sm" variant="primary" busy={confirmation.enCours} onClick={() => confirmation.envoyer(cible)}>
              Confirmer<span className="visually-hidden"> la valeur de {mesure.periode}</span>
            </Button>
          ) : null}
          {confirmable || sienne ? (
            <Button size="sm" onClick={() => setMotif('')}>
              {sienne && !confirmable ? 'Retirer ma proposition' : 'Écarter'}
              <span className="visually-hidden"> la valeur de {mesure.periode}</span>
            </Button>
          ) : null}
        </div>
      ) : (
        <div className="mt-2 grid gap-2">
          <Refus envoi={refus} />
          <Textarea
            label="Pourquoi cette valeur n’est pas retenue"
            name={`refus-${mesure.id}`}
            rows={2}
            value={motif}
            onChange={(event) => setMotif(event.target.value)}
            error={refus.readErreur(`refus-${mesure.id}`)}
            autoFocus
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="primary" busy={refus.enCours} onClick={() => refus.envoyer({ ...cible, motif })}>
              Écarter la valeur
            </Button>
            <Button
              size="sm"
              onClick={() => {
                refus.oublier()
                setMotif(null)
              }}
            >
              Annuler
            </Button>
          </div>
        </div>
      )}
    </Notice>
  )
}
