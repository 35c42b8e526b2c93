'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/components/formulaire/send'
import { Notice } from '@/components/ui/notice'
import { checkRegleProjet } from '@/lib/gouvernance/frequence/actions/apercu'
import type { CheckRegle } from '@/lib/gouvernance/instances/schema'
import type { EntreeConvention } from '@/lib/gouvernance/instances/types/ecran'
import type { ApercuRegle as Apercu } from '@/lib/gouvernance/instances/types/edition'
import { EtatFrequence } from './etat'
import { computeFrise } from './frise-data'
import { FriseGouvernance } from './frise-gouvernance'

/** While a rule is being worded, nothing is asked. */
const ATTENTE_MS = 400

/** How the instance would stand with the rule as it is worded, asked each time it pauses; the last answer stays while the next one comes. */
export function useApercuRegle(projet: CheckRegle): { apercu: Apercu | null; aJour: boolean } {
  const [reponse, setReponse] = useState<{ cle: string; apercu: Apercu | null } | null>(null)
  const cle = JSON.stringify(projet)
  useEffect(() => {
    let perime = false
    const attente = window.setTimeout(async () => {
      // Only a help: without an answer, the rule speaks when the form is sent.
      const resultat = await ask(checkRegleProjet, JSON.parse(cle) as CheckRegle)
      if (!perime) setReponse({ cle, apercu: resultat.ok ? resultat.data : null })
    }, ATTENTE_MS)
    return () => {
      perime = true
      window.clearTimeout(attente)
    }
  }, [cle])
  return { apercu: reponse?.apercu ?? null, aJour: reponse?.cle === cle }
}

function Frise({ effet, convention }: { effet: NonNullable<Apercu['effet']>; convention: EntreeConvention }) {
  const { id, nom, etat, phrase, periodes, reunions, regleTexte } = effet
  if (periodes.length === 0 && reunions.length === 0) return null
  const frise = computeFrise({
    convention,
    today: convention.today,
    instances: [{ id, nom, etat, phrase, periodes, reunions, regle: regleTexte }],
  })
  return <FriseGouvernance frise={frise} />
}

/** The frise, the state and the sentence the instance would have, before anything is saved. */
export function ApercuRegle({
  apercu,
  aJour,
  convention,
}: {
  apercu: Apercu | null
  aJour: boolean
  convention: EntreeConvention
}) {
  const effet = apercu?.effet ?? null
  return (
    <section aria-label="Aperçu avant d’enregistrer" className="grid gap-3" aria-busy={!aJour}>
      <p className="font-semibold">Aperçu avant d’enregistrer</p>
      <div role="status" aria-label="Effet de la règle" className="grid gap-2">
        {effet ? (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <EtatFrequence etat={effet.etat} />
              <span>{effet.phrase}</span>
            </p>
            {effet.ensuite ? (
              <p>{`Après le changement : ${effet.ensuite.charAt(0).toLowerCase()}${effet.ensuite.slice(1)}`}</p>
            ) : null}
            {apercu?.avertissements.map((texte) => (
              <Notice key={texte} tone="warn">
                {texte}
              </Notice>
            ))}
          </>
        ) : apercu ? (
          <p className="text-muted">{`Pas encore d’aperçu : ${apercu.erreurs.map(({ message }) => message).join(' ')}`}</p>
        ) : (
          <p className="text-muted">
            {aJour
              ? 'L’aperçu n’a pas pu être calculé : la règle sera vérifiée à l’enregistrement.'
              : 'L’aperçu se prépare.'}
          </p>
        )}
      </div>
      {effet ? <Frise effet={effet} convention={convention} /> : null}
    </section>
  )
}
