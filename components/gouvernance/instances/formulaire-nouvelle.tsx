'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { createInstance } from '@/lib/gouvernance/instances/actions/instance'
import { TYPES_INSTANCE, type VueNouvelleInstance } from '@/lib/gouvernance/instances/types/edition'
import { ChampsIdentite, readIdentite, toIdentite, toSaisieIdentite } from './champs-identite'
import { GENRES } from './mots-instance'
import { useEnvoi } from './use-envoi'
import { isInstanceActuelle } from './use-versions'

/** Composes an instance, then opens it to complete it. */
export function FormulaireNouvelle({ vue }: { vue: VueNouvelleInstance }) {
  const { convention, parents, presents } = vue
  const router = useRouter()
  const { refus, enCours, envoyer } = useEnvoi(isInstanceActuelle)
  const gouvernance = `/conventions/${convention.slug}/gouvernance`
  // The first kind the convention does not have yet.
  const type = TYPES_INSTANCE.find((genre) => presents[genre] === undefined) ?? 'AUTRE'
  const vide = {
    type,
    nom: GENRES[type].nom,
    parentId: null,
    animation: null,
    secretariat: null,
    composition: null,
    quorum: null,
    quorumTexte: null,
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = readIdentite(new FormData(event.currentTarget))
    envoyer({
      version: 0,
      ecrire: () => createInstance({ convention: convention.slug, ...toIdentite(saisie) }),
      onFini: ({ ref }) => router.push(`${gouvernance}/${ref}/modifier`),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      <ChampsIdentite valeurs={toSaisieIdentite(vide)} parents={parents} erreurs={refus.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Composer l’instance
        </Button>
        <ButtonLink href={gouvernance}>Annuler</ButtonLink>
      </div>
    </form>
  )
}
