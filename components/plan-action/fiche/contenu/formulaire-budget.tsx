'use client'

import { useId, useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { createLigneBudget, removeLigneBudget, updateLigneBudget } from '@/lib/plan-action/fiche/actions/budget'
import { formatSaisieMontant } from '@/lib/plan-action/fiche/rules/budget'
import type { ChoixContenu, LigneBudgetActuelle, LigneBudgetVue } from '@/lib/plan-action/fiche/types/contenu'
import { foldTexte } from '@/lib/platform/texte'

interface Props {
  slug: string
  fiche: number
  /** null for a new one */
  ligne: LigneBudgetVue | null
  organismes: ChoixContenu['organismes']
  onFini: () => void
}

const NOMS = {
  annee: 'Année',
  financeur: 'Financeur',
  organisme: 'Organisme',
  libelle: 'Objet',
  prevu: 'Prévu',
  realise: 'Réalisé',
  source: 'Source',
} as const
type Champ = keyof typeof NOMS
type Saisie = Record<Champ, string>

const VIDE: Saisie = { annee: '', financeur: '', organisme: '', libelle: '', prevu: '', realise: '', source: '' }

const toSaisie = ({ annee, financeur, organisme, libelle, prevu, realise, source }: LigneBudgetActuelle): Saisie => ({
  annee: annee === null ? '' : String(annee),
  financeur,
  organisme: organisme === null ? '' : String(organisme),
  libelle: libelle ?? '',
  prevu: formatSaisieMontant(prevu),
  realise: formatSaisieMontant(realise),
  source: source ?? '',
})

const toLigne = ({ annee, organisme, ...textes }: Saisie) => ({
  ...textes,
  annee: annee.trim() === '' ? null : Number(annee),
  organisme: readChoixId(organisme),
})

/** What a financer plans and spends: a missing amount is left empty, and stays unknown. */
export function FormulaireBudget({ slug, fiche, ligne, organismes, onFini }: Props) {
  const [saisie, setSaisie] = useState<Saisie>(ligne ? toSaisie(ligne) : VIDE)
  const [version, setVersion] = useState(ligne?.version ?? 0)
  const [retrait, setRetrait] = useState(false)
  const envoi = useEnvoi(updateLigneBudget, { onEcrit: onFini })
  const { conflit } = envoi
  const liste = useId()
  const texte = (champ: Champ) => ({
    name: champ,
    value: saisie[champ],
    error: envoi.readErreur(champ),
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      setSaisie((avant) => ({ ...avant, [champ]: target.value })),
  })
  const montant = (champ: 'prevu' | 'realise') => {
    const { onChange: _onChange, ...props } = texte(champ)
    return { ...props, unite: '€', onTexte: (lu: string) => setSaisie((avant) => ({ ...avant, [champ]: lu })) }
  }

  function save(sur: number) {
    const champs = { convention: slug, fiche, ...toLigne(saisie) }
    if (ligne) envoi.envoyer({ ...champs, ligne: ligne.id, version: sur })
    else envoi.avec(createLigneBudget, champs)
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }
  function handleRetirer() {
    if (!ligne) return
    if (!retrait) return setRetrait(true)
    envoi.avec(removeLigneBudget, { convention: slug, fiche, ligne: ligne.id, version }, { onEcrit: onFini })
  }
  function handleFinanceur({ target }: { target: { value: string } }) {
    const nomme = organismes.find(({ nom }) => foldTexte(nom) === foldTexte(target.value.trim()))
    setSaisie((avant) => ({ ...avant, financeur: target.value, organisme: nomme ? String(nomme.id) : avant.organisme }))
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit ? (
        <Differences
          differences={listDifferences(NOMS, saisie, toSaisie(conflit), (champ, valeur) =>
            champ === 'organisme' ? (organismes.find(({ id }) => String(id) === valeur)?.nom ?? valeur) : valeur,
          )}
          onGarder={() => {
            setVersion(conflit.version)
            save(conflit.version)
          }}
          onReprendre={() => {
            setVersion(conflit.version)
            setSaisie(toSaisie(conflit))
            envoi.oublier()
          }}
        />
      ) : null}
      <datalist id={liste}>
        {organismes.map(({ id, nom }) => (
          <option key={id} value={nom} />
        ))}
      </datalist>
      <div className="form-row">
        <Input
          {...texte('financeur')}
          label="Financeur"
          list={liste}
          maxLength={200}
          required
          onChange={handleFinanceur}
        />
        <Input
          {...texte('annee')}
          label="Année"
          optional
          inputMode="numeric"
          maxLength={4}
          hint="Vide : le document ne la donne pas."
        />
      </div>
      <Select
        {...texte('organisme')}
        label="Organisme de la convention"
        vide="Aucun en particulier"
        options={organismes.map(({ id, nom }) => ({ value: String(id), label: nom }))}
      />
      <div className="form-row">
        <DecimalInput {...montant('prevu')} label="Prévu" hint="Vide : montant inconnu, ce qui n’est pas zéro." />
        <DecimalInput {...montant('realise')} label="Réalisé" hint="Ce qui a été dépensé." />
      </div>
      <Input
        {...texte('libelle')}
        label="Objet"
        optional
        maxLength={300}
        hint="Ce que cela paie : poste, matériel, prestation…"
      />
      <Input {...texte('source')} label="Source" optional maxLength={300} hint="Le document qui donne ces montants." />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {ligne ? 'Enregistrer' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
        {ligne ? (
          <Button variant={retrait ? 'danger' : 'ghost'} onClick={handleRetirer}>
            {retrait ? 'Confirmer le retrait' : 'Retirer cette ligne'}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
