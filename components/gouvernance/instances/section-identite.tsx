'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Panneau } from '@/components/ui/flottant/panneau'
import { updateInstance } from '@/lib/gouvernance/instances/actions/instance'
import type { VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import {
  ChampsIdentite,
  formatIdentite,
  NOMS_IDENTITE,
  readIdentite,
  toIdentite,
  toSaisieIdentite,
  type SaisieIdentite,
} from './champs-identite'
import { Differences, listDifferences } from './differences'
import type { Versions } from './use-versions'

/** What an instance is, saved by itself. */
export function SectionIdentite({ vue, versions }: { vue: VueEditionInstance; versions: Versions }) {
  const { convention, instance, parents } = vue
  /** As opened or last saved, and how many times the form started again. */
  const [base, setBase] = useState({ valeurs: toSaisieIdentite(instance), reprises: 0 })
  const [saisie, setSaisie] = useState<SaisieIdentite>(base.valeurs)
  const envoi = useEnvoi(updateInstance)

  function enregistrer(valeurs: SaisieIdentite, version: number) {
    setSaisie(valeurs)
    envoi.envoyer(
      { convention: convention.slug, instance: instance.id, version, ...toIdentite(valeurs) },
      {
        // Somebody saved another part of the instance.
        reprise: (actuel, input) =>
          listDifferences(NOMS_IDENTITE, base.valeurs, toSaisieIdentite(actuel)).length === 0
            ? { ...input, version: actuel.version }
            : null,
        onEcrit: (ecrite) => {
          versions.advance('identite', ecrite.version)
          setBase(({ reprises }) => ({ valeurs, reprises }))
        },
      },
    )
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(readIdentite(new FormData(event.currentTarget)), versions.read('identite'))
  }
  const { conflit } = envoi
  function handleGarder() {
    if (conflit === null) return
    versions.restart('identite', conflit.version)
    enregistrer(saisie, conflit.version)
  }
  function handleReprendre() {
    if (conflit === null) return
    versions.restart('identite', conflit.version)
    setBase(({ reprises }) => ({ valeurs: toSaisieIdentite(conflit), reprises: reprises + 1 }))
    envoi.oublier()
  }

  return (
    <Panneau titre="Identité" id="identite">
      <form className="form" onSubmit={handleSubmit} noValidate>
        <Refus envoi={envoi} />
        {conflit ? (
          <Differences
            differences={listDifferences(NOMS_IDENTITE, saisie, toSaisieIdentite(conflit), formatIdentite(parents))}
            onGarder={handleGarder}
            onReprendre={handleReprendre}
          />
        ) : null}
        <ChampsIdentite key={base.reprises} valeurs={base.valeurs} parents={parents} erreurs={envoi.erreurs} />
        <div className="form-actions">
          <Button type="submit" variant="primary" busy={envoi.enCours}>
            Enregistrer l’identité
          </Button>
        </div>
      </form>
    </Panneau>
  )
}
