'use client'

import type { FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { createAxe, updateAxe } from '@/lib/plan-action/arbre/actions/axes'
import { proposeNumeroAxe } from '@/lib/plan-action/arbre/rules/numerotation'
import type { AxeArbre, VueArbre } from '@/lib/plan-action/arbre/types'
import { ConflitAxe } from './conflit-axe'
import type { EtatArbre } from './use-arbre'
import { readTexte, useSaisie } from './use-saisie'

interface Props {
  slug: string
  etat: EtatArbre
  themes: VueArbre['themes']
  /** the axe being reworded, or where a new one goes (null: at the top) */
  cible: { axe: AxeArbre } | { parent: number | null }
  onFini: () => void
}

const readListe = (texte: string): string[] =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean)

/** An axe: only its title is required. */
export function FormulaireAxe({ slug, etat, themes, cible, onFini }: Props) {
  const { erreurs, enCours, envoyer } = useSaisie(onFini)
  const axe = 'axe' in cible ? cible.axe : null
  const parent = 'axe' in cible ? cible.axe.parent : cible.parent
  const erreur = (champ: string) => readErreur(erreurs, champ)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const lire = (nom: string) => readTexte(formulaire, nom)
    const champs = {
      titre: lire('titre'),
      numero: lire('numero'),
      description: lire('description'),
      objectifs: readListe(lire('objectifs')),
      theme: lire('theme') || null,
      absence: lire('absence'),
    }
    // The version of the axe is read when it is sent: after a refusal, it is the one that was then shown.
    const version = () => etat.arbre.axes.find(({ id }) => id === axe?.id)?.version ?? axe?.version ?? 0
    envoyer(() =>
      etat.ecrire((plan) =>
        axe
          ? updateAxe({ convention: slug, axe: axe.id, version: version(), ...champs })
          : createAxe({ convention: slug, version: plan, parent, ...champs }),
      ),
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {axe && erreurs.length > 0 ? (
        <ConflitAxe ouvert={axe} actuel={etat.arbre.axes.find(({ id }) => id === axe.id)} />
      ) : null}
      <Input
        name="titre"
        label="Titre"
        required
        autoComplete="off"
        defaultValue={axe?.titre ?? ''}
        error={erreur('titre')}
      />
      <Input
        name="numero"
        label="Numéro"
        optional
        hint="Tel que la convention l’écrit ; sans numéro, laissez vide."
        autoComplete="off"
        defaultValue={axe ? (axe.numero ?? '') : (proposeNumeroAxe(etat.arbre.axes, parent) ?? '')}
        error={erreur('numero')}
      />
      <Textarea
        name="description"
        label="Description"
        optional
        rows={3}
        defaultValue={axe?.description ?? ''}
        error={erreur('description')}
      />
      <Textarea
        name="objectifs"
        label="Objectifs"
        optional
        hint="Un par ligne."
        rows={3}
        defaultValue={axe?.objectifs.join('\n') ?? ''}
        error={erreur('objectifs')}
      />
      <Select
        name="theme"
        label="Thématique de la Cnaf"
        optional
        vide="Aucune"
        defaultValue={axe?.theme ?? ''}
        error={erreur('theme')}
        options={themes.map(({ code, nom }) => ({ value: code, label: nom }))}
      />
      <Textarea
        name="absence"
        label="Pourquoi il ne porte pas de fiche"
        optional
        rows={2}
        hint="Seulement s’il n’en porte pas, par exemple « fiches attendues par avenant »."
        defaultValue={axe?.absence ?? ''}
        error={erreur('absence')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {axe ? 'Enregistrer' : 'Créer'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
