'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId, readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Checkbox, DateInput, Input, Select } from '@/components/ui/saisie/inputs'
import { createFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { proposeNumero } from '@/lib/plan-action/arbre/rules/numerotation'
import type { VueArbre } from '@/lib/plan-action/arbre/types'
import { ENVOI_ARBRE, nommer } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

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
  const envoi = useEnvoi(etat.surPlan(createFiche), { ...ENVOI_ARBRE, onEcrit: onFini })
  const { arbre } = etat
  const propose = proposeNumero(arbre, arbre.reglages, axe)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const lire = (nom: string) => readTexte(formulaire, nom)
    const redaction = aRediger
      ? {
          motif: lire('redaction.motif'),
          echeance: lire('redaction.echeance'),
          avenant: readChoixId(lire('redaction.avenant')),
        }
      : null
    envoi.envoyer({
      convention: slug,
      axe: Number(lire('axe')),
      titre: lire('titre'),
      numero: lire('numero'),
      redaction,
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Input name="titre" label="Titre" required autoComplete="off" error={envoi.readErreur('titre')} />
      <Select
        name="axe"
        label="Dans"
        defaultValue={String(axe)}
        options={arbre.axes.map(({ id, ...reste }) => ({ value: String(id), label: nommer(reste) }))}
        error={envoi.readErreur('axe')}
      />
      <Input
        name="numero"
        label="Numéro"
        optional
        autoComplete="off"
        error={envoi.readErreur('numero')}
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
            error={envoi.readErreur('redaction.motif')}
          />
          <DateInput
            name="redaction.echeance"
            label="À écrire avant le"
            optional
            error={envoi.readErreur('redaction.echeance')}
          />
          <Select
            name="redaction.avenant"
            label="Avenant qui doit l’apporter"
            optional
            vide="Aucun avenant connu"
            error={envoi.readErreur('redaction.avenant')}
            options={avenants.map(({ id, objet }) => ({ value: String(id), label: objet }))}
          />
        </>
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Créer
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
