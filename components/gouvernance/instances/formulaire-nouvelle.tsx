'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button, ButtonLink } from '@/components/ui/button'
import { createInstance } from '@/lib/gouvernance/instances/actions/instance'
import { TYPES_INSTANCE, type VueNouvelleInstance } from '@/lib/gouvernance/instances/types/edition'
import { ChampsIdentite, readIdentite, toIdentite, toSaisieIdentite } from './champs-identite'
import { GENRES } from './mots-instance'

/** Composes an instance, then opens it to complete it. */
export function FormulaireNouvelle({ vue }: { vue: VueNouvelleInstance }) {
  const { convention, parents, presents } = vue
  const router = useRouter()
  const gouvernance = `/conventions/${convention.slug}/gouvernance`
  const envoi = useEnvoi(createInstance, { onEcrit: ({ ref }) => router.push(`${gouvernance}/${ref}/modifier`) })
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
    envoi.envoyer({ convention: convention.slug, ...toIdentite(saisie) })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <ChampsIdentite valeurs={toSaisieIdentite(vide)} parents={parents} erreurs={envoi.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Composer l’instance
        </Button>
        <ButtonLink href={gouvernance}>Annuler</ButtonLink>
      </div>
    </form>
  )
}
