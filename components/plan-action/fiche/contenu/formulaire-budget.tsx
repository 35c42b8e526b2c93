'use client'

import { useId, useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { readChoixId, useEnvoi } from '@/components/gouvernance/instances/use-envoi'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { createLigneBudget, removeLigneBudget, updateLigneBudget } from '@/lib/plan-action/fiche/actions/budget'
import { formatSaisieMontant } from '@/lib/plan-action/fiche/rules/budget'
import type { ChoixContenu, LigneBudgetActuelle, LigneBudgetVue } from '@/lib/plan-action/fiche/types/contenu'

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

function isActuelle(valeur: unknown): valeur is LigneBudgetActuelle {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'version' in valeur &&
    typeof valeur.version === 'number' &&
    'financeur' in valeur &&
    'prevu' in valeur
  )
}

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
  const { refus, enCours, envoyer, oublier } = useEnvoi(isActuelle)
  const { conflit } = refus
  const liste = useId()
  const texte = (champ: Champ) => ({
    name: champ,
    value: saisie[champ],
    error: readErreur(refus.erreurs, champ),
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
    envoyer<{ message: string }>({
      version: sur,
      ecrire: (lue) =>
        ligne ? updateLigneBudget({ ...champs, ligne: ligne.id, version: lue }) : createLigneBudget(champs),
      onFini,
    })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }
  function handleRetirer() {
    if (!ligne) return
    if (!retrait) return setRetrait(true)
    envoyer({
      version,
      ecrire: (lue) => removeLigneBudget({ convention: slug, fiche, ligne: ligne.id, version: lue }),
      onFini,
    })
  }
  function handleFinanceur({ target }: { target: { value: string } }) {
    const nomme = organismes.find(
      ({ nom }) => nom.localeCompare(target.value.trim(), 'fr', { sensitivity: 'base' }) === 0,
    )
    setSaisie((avant) => ({ ...avant, financeur: target.value, organisme: nomme ? String(nomme.id) : avant.organisme }))
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
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
            oublier()
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
        <Button type="submit" variant="primary" busy={enCours}>
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
