'use client'

import { useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { createReconduction } from '@/lib/cooperation/postes/actions/reconduction'
import type { DonneesPostes } from './gestes'

interface Reponse {
  message: string
  restes: { quoi: string; pourquoi: string }[]
}

/** Takes over the posts of the schéma before; what cannot be stays on screen with its reason. */
export function Reconduire({ donnees, onFini }: { donnees: DonneesPostes; onFini: () => void }) {
  const [reponse, setReponse] = useState<Reponse | null>(null)
  const envoi = useEnvoi(createReconduction, { onEcrit: setReponse })
  const { precedent, schema, slug } = donnees
  if (reponse) {
    return (
      <div className="form">
        <Notice tone="ok" role="status">
          {reponse.message}
        </Notice>
        {reponse.restes.length > 0 ? (
          <section className="grid gap-2">
            <h3>Ce qui n’est pas repris</h3>
            <ul className="rows">
              {reponse.restes.map(({ quoi, pourquoi }) => (
                <li key={quoi}>
                  <b>{quoi}</b> : {pourquoi}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="form-actions">
          <Button variant="primary" onClick={onFini}>
            Fermer
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="form">
      <Refus envoi={envoi} />
      <p>
        Les postes de « {precedent?.libelle} » sont recopiés sur les lignes de même porteur, avec les personnes encore
        en poste à son dernier jour, à partir du premier jour de ce schéma.
      </p>
      <p>
        Les occupations restées sans fin dans le schéma précédent s’y terminent avec lui. Ce qui ne tient pas dans les
        nouvelles lignes n’est pas repris, et la réponse dit pourquoi. Recommencer ne change rien.
      </p>
      <details>
        <summary>Postes du schéma précédent</summary>
        <ul className="rows">
          {precedent?.postes.map((intitule, i) => (
            <li key={`${i}-${intitule}`}>{intitule}</li>
          ))}
        </ul>
      </details>
      <div className="form-actions">
        <Button
          variant="primary"
          busy={envoi.enCours}
          onClick={() => envoi.envoyer({ convention: slug, schema: schema.id })}
        >
          Reprendre les postes
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </div>
  )
}
