'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import type { VueEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import type { SaisieReglages } from '@/lib/plan-action/arbre/schema'
import { NIVEAUX_MAXIMUM, NUMEROTATIONS, type Numerotation } from '@/lib/plan-action/arbre/words'
import type { ReglagesPlan } from '@/lib/plan-action/arbre/types'
import { NOMS_NUMEROTATION } from './mots-arbre'

interface Props {
  /** null: the plan is being created */
  reglages: ReglagesPlan | null
  envoi: VueEnvoi
  onEnvoi: (saisie: SaisieReglages) => void
  onAnnuler?: () => void
}

const RANGS = ['Premier niveau', 'Deuxième niveau', 'Troisième niveau'] as const
const isNumerotation = (texte: string): texte is Numerotation => (NUMEROTATIONS as readonly string[]).includes(texte)

/** The names of the levels, from the top; one to three. */
function ChampsNiveaux({ initiaux, erreurs }: { initiaux: string[]; erreurs: readonly ErreurDeChamp[] }) {
  const [nombre, setNombre] = useState(initiaux.length)
  return (
    <fieldset className="grid gap-3" id="champ-niveaux" tabIndex={-1}>
      <legend className="field-label">Les niveaux du plan, avec les noms de la convention</legend>
      {RANGS.slice(0, nombre).map((rang, i) => (
        <Input
          key={rang}
          name={`niveaux.${i}`}
          label={rang}
          defaultValue={initiaux[i] ?? ''}
          autoComplete="off"
          required
          hint={i === 0 ? 'Axe, thématique, orientation, enjeu…' : undefined}
          error={readErreur(erreurs, `niveaux.${i}`)}
        />
      ))}
      <div className="form-actions">
        {nombre < NIVEAUX_MAXIMUM ? (
          <Button size="sm" onClick={() => setNombre(nombre + 1)}>
            Ajouter un niveau
          </Button>
        ) : null}
        {nombre > 1 ? (
          <Button size="sm" variant="ghost" onClick={() => setNombre(nombre - 1)}>
            Retirer le dernier niveau
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

/** What a plan says of itself: title, names of its levels, of its fiches and étapes; its numbering when it is created. */
export function FormulairePlan({ reglages, envoi, onEnvoi, onAnnuler }: Props) {
  const { erreurs } = envoi
  const erreur = (champ: string) => readErreur(erreurs, champ)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const lire = (nom: string) => readTexte(formulaire, nom)
    const numerotation = lire('numerotation')
    onEnvoi({
      titre: lire('titre'),
      niveaux: RANGS.flatMap((_, i) => (formulaire.has(`niveaux.${i}`) ? [lire(`niveaux.${i}`)] : [])),
      nomFiche: lire('nomFiche'),
      nomEtape: lire('nomEtape'),
      texte: lire('texte'),
      raisonSansFiche: lire('raisonSansFiche'),
      numerotation: isNumerotation(numerotation) ? numerotation : (reglages?.numerotation ?? 'LIBRE'),
      prefixe: reglages?.prefixe ?? lire('prefixe'),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Input
        name="titre"
        label="Titre du plan"
        optional
        defaultValue={reglages?.titre ?? ''}
        autoComplete="off"
        error={erreur('titre')}
      />
      <ChampsNiveaux initiaux={reglages?.niveaux ?? ['Axe']} erreurs={erreurs} />
      <div className="form-row">
        <Input
          name="nomFiche"
          label="Nom d’une fiche"
          hint="Fiche-action, action…"
          defaultValue={reglages?.nomFiche ?? 'Fiche-action'}
          required
          autoComplete="off"
          error={erreur('nomFiche')}
        />
        <Input
          name="nomEtape"
          label="Nom d’une étape"
          hint="Étape, modalité, sous-action…"
          defaultValue={reglages?.nomEtape ?? 'Étape'}
          required
          autoComplete="off"
          error={erreur('nomEtape')}
        />
      </div>
      {reglages === null ? (
        <div className="form-row">
          <Select
            name="numerotation"
            label="Numéros des fiches"
            defaultValue="LIBRE"
            error={erreur('numerotation')}
            options={NUMEROTATIONS.map((cle) => ({
              value: cle,
              label: [NOMS_NUMEROTATION[cle].mots, NOMS_NUMEROTATION[cle].exemple].filter(Boolean).join(' : '),
            }))}
            hint="Se change plus tard, après un aperçu."
          />
          <Input
            name="prefixe"
            label="Devant le numéro"
            optional
            hint="FA, par exemple."
            autoComplete="off"
            error={erreur('prefixe')}
          />
        </div>
      ) : null}
      <Textarea
        name="texte"
        label="Note du document"
        optional
        rows={3}
        defaultValue={reglages?.texte ?? ''}
        error={erreur('texte')}
      />
      <Textarea
        name="raisonSansFiche"
        label="Pourquoi le plan n’a pas encore de fiche"
        optional
        rows={2}
        hint="S’il n’en a pas : un plan peut n’avoir que des axes."
        defaultValue={reglages?.raisonSansFiche ?? ''}
        error={erreur('raisonSansFiche')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {reglages === null ? 'Créer le plan d’action' : 'Enregistrer'}
        </Button>
        {onAnnuler ? <Button onClick={onAnnuler}>Annuler</Button> : null}
      </div>
    </form>
  )
}
