'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Checkbox, DateInput, Input, Select } from '@/components/ui/saisie/inputs'
import { createFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { proposeNumero } from '@/lib/plan-action/arbre/rules/numerotation'
import type { VueArbre } from '@/lib/plan-action/arbre/types'
import { nommer } from './mots-arbre'
import type { EtatArbre } from './use-arbre'
import { readId, readTexte, useSaisie } from './use-saisie'

interface Props {
  slug: string
  etat: EtatArbre
  avenants: VueArbre['avenants']
  /** id of the axe it goes in */
  axe: number
  onFini: () => void
}

/** A fiche: an axe and a title, or the announcement of one still to be written. Everything else is on its own page. */
export function FormulaireFiche({ slug, etat, avenants, axe, onFini }: Props) {
  const [aRediger, setARediger] = useState(false)
  const { erreurs, enCours, envoyer } = useSaisie(onFini)
  const { arbre } = etat
  const propose = proposeNumero(arbre, arbre.reglages, axe)
  const erreur = (champ: string) => readErreur(erreurs, champ)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const lire = (nom: string) => readTexte(formulaire, nom)
    const redaction = aRediger
      ? {
          motif: lire('redaction.motif'),
          echeance: lire('redaction.echeance'),
          avenant: readId(lire('redaction.avenant')),
        }
      : null
    const champs = { axe: Number(lire('axe')), titre: lire('titre'), numero: lire('numero'), redaction }
    envoyer(() => etat.ecrire((version) => createFiche({ convention: slug, version, ...champs })))
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <Input name="titre" label="Titre" required autoComplete="off" error={erreur('titre')} />
      <Select
        name="axe"
        label="Dans"
        defaultValue={String(axe)}
        options={arbre.axes.map(({ id, ...reste }) => ({ value: String(id), label: nommer(reste) }))}
        error={erreur('axe')}
      />
      <Input
        name="numero"
        label="Numéro"
        optional
        autoComplete="off"
        error={erreur('numero')}
        hint={
          propose
            ? `Laissé vide, ce sera le suivant, ${propose} à la fin de cet axe.`
            : 'Tel que la convention l’écrit ; sans numéro, laissez vide.'
        }
      />
      <Checkbox
        name="aRediger"
        label="Annoncée, à rédiger plus tard"
        hint="Le plan la cite, son texte viendra par exemple avec un avenant."
        checked={aRediger}
        onChange={(event) => setARediger(event.target.checked)}
      />
      {aRediger ? (
        <>
          <Input
            name="redaction.motif"
            label="Pourquoi elle n’est pas encore écrite"
            required
            autoComplete="off"
            error={erreur('redaction.motif')}
          />
          <DateInput
            name="redaction.echeance"
            label="À écrire avant le"
            optional
            error={erreur('redaction.echeance')}
          />
          <Select
            name="redaction.avenant"
            label="Avenant qui doit l’apporter"
            optional
            vide="Aucun avenant connu"
            error={erreur('redaction.avenant')}
            options={avenants.map(({ id, objet }) => ({ value: String(id), label: objet }))}
          />
        </>
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Créer
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
