'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { createAxe, updateAxe } from '@/lib/plan-action/arbre/actions/axes'
import { proposeNumeroAxe } from '@/lib/plan-action/arbre/rules/numerotation'
import type { AxeArbre, VueArbre } from '@/lib/plan-action/arbre/types'
import { ConflitAxe } from './conflit-axe'
import { ENVOI_ARBRE } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

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
  const envoi = useEnvoi(etat.enFile(updateAxe), { ...ENVOI_ARBRE, onEcrit: onFini })
  const axe = 'axe' in cible ? cible.axe : null
  const parent = 'axe' in cible ? cible.axe.parent : cible.parent
  const actuel = etat.arbre.axes.find(({ id }) => id === axe?.id)

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
    // After a refusal, over the version of the axe that was then shown.
    if (axe) envoi.envoyer({ convention: slug, axe: axe.id, version: (actuel ?? axe).version, ...champs })
    else envoi.avec(etat.surPlan(createAxe), { convention: slug, parent, ...champs })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {axe && envoi.refus ? <ConflitAxe ouvert={axe} actuel={actuel} /> : null}
      <Input
        name="titre"
        label="Titre"
        required
        autoComplete="off"
        defaultValue={axe?.titre ?? ''}
        error={envoi.readErreur('titre')}
      />
      <Input
        name="numero"
        label="Numéro"
        optional
        hint="Tel que la convention l’écrit ; sans numéro, laissez vide."
        autoComplete="off"
        defaultValue={axe ? (axe.numero ?? '') : (proposeNumeroAxe(etat.arbre.axes, parent) ?? '')}
        error={envoi.readErreur('numero')}
      />
      <Textarea
        name="description"
        label="Description"
        optional
        rows={3}
        defaultValue={axe?.description ?? ''}
        error={envoi.readErreur('description')}
      />
      <Textarea
        name="objectifs"
        label="Objectifs"
        optional
        hint="Un par ligne."
        rows={3}
        defaultValue={axe?.objectifs.join('\n') ?? ''}
        error={envoi.readErreur('objectifs')}
      />
      <Select
        name="theme"
        label="Thématique de la Cnaf"
        optional
        vide="Aucune"
        defaultValue={axe?.theme ?? ''}
        error={envoi.readErreur('theme')}
        options={themes.map(({ code, nom }) => ({ value: code, label: nom }))}
      />
      <Textarea
        name="absence"
        label="Pourquoi il ne porte pas de fiche"
        optional
        rows={2}
        hint="Seulement s’il n’en porte pas, par exemple « fiches attendues par avenant »."
        defaultValue={axe?.absence ?? ''}
        error={envoi.readErreur('absence')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {axe ? 'Enregistrer' : 'Créer'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
