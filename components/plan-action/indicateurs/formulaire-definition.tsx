'use client'

import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { Refus } from '@/components/formulaire/refus'
import type { VueEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Checkbox, Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { MOTS_COTE } from '@/lib/competences/words'
import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import { SENS } from '@/lib/plan-action/indicateurs/words'
import type { DefinitionVue } from '@/lib/plan-action/indicateurs/types'
import { MOTS_FREQUENCE, MOTS_GENRE, MOTS_NATURE, toOptions } from './mots'
import { formatNombreSaisi, listCiblesSaisies, readSaisie, type CibleSaisie } from './saisie-definition'

interface Props {
  definition: DefinitionVue
  communes: readonly string[]
  /** what somebody else saved meanwhile */
  autre: DefinitionVue | null
  envoi: VueEnvoi
  bouton: string
  /** fields before the others: where it hangs */
  children?: ReactNode
  actions?: ReactNode
  onEnvoi: (saisie: SaisieIndicateur, form: FormData) => void
}

/** Differences that somebody else’s version has, in words. */
function listEcarts(mienne: DefinitionVue, autre: DefinitionVue): string[] {
  const champs: [string, keyof DefinitionVue][] = [
    ['Libellé', 'libelle'],
    ['Note', 'note'],
    ['Unité', 'unite'],
    ['Sens', 'sens'],
    ['Valeur de départ', 'reference'],
    ['Cible', 'cible'],
    ['Cible en mots', 'cibleTexte'],
    ['Source', 'source'],
    ['Qui fournit', 'fournisseur'],
    ['Ventilation', 'ventilation'],
  ]
  return champs
    .filter(([, champ]) => mienne[champ] !== autre[champ])
    .map(([nom, champ]) => `${nom} : ${String(autre[champ] ?? 'vide')}`)
}

function Cibles({
  cibles,
  erreurs,
  onChange,
}: {
  cibles: CibleSaisie[]
  erreurs: readonly ErreurDeChamp[]
  onChange: (cibles: CibleSaisie[]) => void
}) {
  const edit = (cle: number, champs: Partial<CibleSaisie>) =>
    onChange(cibles.map((cible) => (cible.cle === cle ? { ...cible, ...champs } : cible)))
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label">Cibles par période</legend>
      {cibles.map(({ cle, periode, valeur }, rang) => (
        <div key={cle} className="flex flex-wrap items-end gap-2">
          <div className="w-36">
            <Input
              label="Pour quand"
              name={`cibles-${rang}-periode`}
              value={periode}
              placeholder="2026"
              error={readErreur(erreurs, `cibles-${rang}-periode`)}
              onChange={(event) => edit(cle, { periode: event.target.value })}
            />
          </div>
          <div className="w-36">
            <Input
              label="Cible"
              name={`cibles-${rang}-valeur`}
              value={valeur}
              error={readErreur(erreurs, `cibles-${rang}-valeur`)}
              onChange={(event) => edit(cle, { valeur: event.target.value })}
            />
          </div>
          <Button variant="ghost" onClick={() => onChange(cibles.filter((cible) => cible.cle !== cle))}>
            Retirer<span className="visually-hidden"> la cible {periode}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          onClick={() =>
            onChange([...cibles, { cle: Math.max(0, ...cibles.map(({ cle }) => cle)) + 1, periode: '', valeur: '' }])
          }
        >
          Ajouter une cible par période
        </Button>
      </div>
    </fieldset>
  )
}

/** What an indicator measures, aims at, and asks of whom. */
export function FormulaireDefinition({
  definition,
  communes,
  autre,
  envoi,
  bouton,
  children,
  actions,
  onEnvoi,
}: Props) {
  const [cibles, setCibles] = useState(() => listCiblesSaisies(definition))
  const [ventiles, setVentiles] = useState(definition.ventiles.join('\n'))
  const [genre, setGenre] = useState<string>(definition.ventilationGenre ?? '')
  const titreId = useId()
  const { erreurs } = envoi
  const erreur = (champ: string) => readErreur(erreurs, champ)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onEnvoi(readSaisie(form, cibles, ventiles), form)
  }

  return (
    <form className="form max-w-prose" onSubmit={handleSubmit} noValidate aria-labelledby={titreId}>
      <h2 id={titreId} className="visually-hidden">
        {bouton}
      </h2>
      <Refus envoi={envoi} />
      {autre ? (
        <Notice tone="warn" titre="Quelqu’un a enregistré entre-temps">
          <ul>
            {listEcarts(definition, autre).map((ecart) => (
              <li key={ecart}>{ecart}</li>
            ))}
          </ul>
          Votre saisie est ci-dessous : enregistrez-la pour la garder.
        </Notice>
      ) : null}
      {children}
      <Textarea
        label="Ce qui est mesuré, tel que le document le dit"
        name="libelle"
        rows={2}
        defaultValue={definition.libelle}
        error={erreur('libelle')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="De quelle nature"
          name="nature"
          options={toOptions(MOTS_NATURE)}
          defaultValue={definition.nature}
          error={erreur('nature')}
        />
        <Input
          label="Unité"
          name="unite"
          optional
          defaultValue={definition.unite ?? ''}
          placeholder="rencontres, places, ETP…"
          error={erreur('unite')}
        />
        <Select
          label="Sens attendu"
          name="sens"
          vide="Non précisé"
          options={[...new Set([...SENS, ...(definition.sens ? [definition.sens] : [])])].map((sens) => ({
            value: sens,
            label: sens,
          }))}
          defaultValue={definition.sens ?? ''}
          error={erreur('sens')}
        />
        <Select
          label="Fréquence"
          name="frequence"
          vide="Le document ne le dit pas"
          options={toOptions(MOTS_FREQUENCE)}
          defaultValue={definition.frequence ?? ''}
          error={erreur('frequence')}
        />
        <Input
          label="Valeur de départ"
          name="reference"
          optional
          defaultValue={formatNombreSaisi(definition, definition.reference, null)}
          error={erreur('reference')}
        />
        <Input
          label="De quand, de quoi"
          name="referenceTexte"
          optional
          defaultValue={definition.referenceTexte ?? ''}
          placeholder="2021, diagnostic"
          error={erreur('referenceTexte')}
        />
        <Input
          label="Cible"
          name="cible"
          optional
          hint="Un nombre, ou des mots."
          defaultValue={formatNombreSaisi(definition, definition.cible, definition.cibleTexte)}
          error={erreur('cible')}
        />
      </div>
      <Cibles cibles={cibles} erreurs={erreurs} onChange={setCibles} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Input
          label="Qui fournit la valeur"
          name="fournisseur"
          optional
          defaultValue={definition.fournisseur ?? ''}
          error={erreur('fournisseur')}
        />
        <Input
          label="Source à citer"
          name="source"
          optional
          hint="Imprimée avec chaque valeur."
          defaultValue={definition.source ?? ''}
          placeholder="Source Caf de la Vienne"
          error={erreur('source')}
        />
        <Select
          label="Qui confirme les valeurs"
          name="confirmation"
          vide="Personne d’autre"
          options={toOptions(MOTS_COTE)}
          defaultValue={definition.confirmation ?? ''}
          error={erreur('confirmation')}
        />
      </div>
      <Input
        label="Ventilation, telle que le document la dit"
        name="ventilation"
        optional
        defaultValue={definition.ventilation ?? ''}
        placeholder="par type d’accueil (EAJE, MAM…)"
        error={erreur('ventilation')}
      />
      <Select
        label="Saisir part par part"
        name="ventilationGenre"
        vide="Non, la valeur entière"
        options={toOptions(MOTS_GENRE)}
        value={genre}
        onChange={(event) => setGenre(event.target.value)}
        error={erreur('ventilationGenre')}
      />
      {genre ? (
        <>
          <Textarea
            label="Les parts, une par ligne"
            name="ventiles"
            rows={5}
            value={ventiles}
            onChange={(event) => setVentiles(event.target.value)}
            error={erreur('ventiles')}
          />
          {genre === 'COMMUNE' && communes.length > 0 ? (
            <div>
              <Button size="sm" onClick={() => setVentiles(communes.join('\n'))}>
                Proposer les {communes.length} communes du territoire
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
      <Checkbox
        label="Montrer son évolution (« et son évolution »)"
        name="evolution"
        defaultChecked={definition.evolution}
      />
      <Textarea
        label="Note"
        name="note"
        optional
        rows={2}
        defaultValue={definition.note ?? ''}
        error={erreur('note')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {autre ? 'Garder ma version' : bouton}
        </Button>
        {actions}
      </div>
    </form>
  )
}
