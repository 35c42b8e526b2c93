'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId, readTextes } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Checkbox, DateInput, Input, Select } from '@/components/ui/saisie/inputs'
import { createMembre, removeMembre, updateMembre } from '@/lib/gouvernance/instances/actions/membre'
import type { ChoixMembre, MembreActuel } from '@/lib/gouvernance/instances/types/edition'
import type { Voix } from '@/lib/gouvernance/instances/types/ecran'
import { Differences, listDifferences } from './differences'
import { formatJour } from './mots-instance'

const NOMS = {
  libelle: 'Membre',
  organisme: 'Organisme',
  fonction: 'Fonction',
  personne: 'Personne',
  suppleant: 'Suppléant',
  voix: 'Voix',
  coanimation: 'Co-animation',
  debut: 'Début du mandat',
  fin: 'Fin du mandat',
  motifFin: 'Motif de la fin',
  utilisateur: 'Compte',
} as const

type Champ = keyof typeof NOMS
type Saisie = Record<Champ, string>
const CHAMPS = Object.keys(NOMS) as Champ[]
const OUI = 'oui'

const VIDE: Saisie = {
  libelle: '',
  organisme: '',
  fonction: '',
  personne: '',
  suppleant: '',
  voix: 'NON_PRECISEE',
  coanimation: '',
  debut: '',
  fin: '',
  motifFin: '',
  utilisateur: '',
}
const VOIX_MEMBRE: { value: Voix; label: string }[] = [
  { value: 'DECISIVE', label: 'Décisive' },
  { value: 'CONSULTATIVE', label: 'Consultative' },
  { value: 'NON_PRECISEE', label: 'Non précisée par la convention' },
]

const texteId = (id: number | null): string => (id === null ? '' : String(id))

function toSaisie(membre: MembreActuel): Saisie {
  const {
    libelle,
    organismeId,
    fonction,
    personne,
    suppleant,
    voix,
    coanimation,
    debut,
    fin,
    motifFin,
    utilisateurId,
  } = membre
  return {
    libelle,
    voix,
    organisme: texteId(organismeId),
    fonction: fonction ?? '',
    personne: personne ?? '',
    suppleant: suppleant ?? '',
    coanimation: coanimation ? OUI : '',
    debut: debut ?? '',
    fin: fin ?? '',
    motifFin: motifFin ?? '',
    utilisateur: texteId(utilisateurId),
  }
}

const toMembre = ({ organisme, utilisateur, voix, coanimation, ...textes }: Saisie) => ({
  ...textes,
  voix: voix as Voix,
  coanimation: coanimation === OUI,
  organisme: readChoixId(organisme),
  utilisateur: readChoixId(utilisateur),
})

export interface FormulaireMembreProps {
  slug: string
  instance: number
  /** Null for a new one. */
  membre: MembreActuel | null
  choix: ChoixMembre
  onFini: () => void
}

/** Who sits: organisme or function, person, mandate, substitute, voice. */
export function FormulaireMembre({ slug, instance, membre, choix, onFini }: FormulaireMembreProps) {
  const [base, setBase] = useState({
    valeurs: membre ? toSaisie(membre) : VIDE,
    version: membre?.version ?? 0,
    reprises: 0,
  })
  const [saisie, setSaisie] = useState<Saisie>(base.valeurs)
  const [finie, setFinie] = useState(base.valeurs.fin !== '')
  const [retrait, setRetrait] = useState(false)
  const envoi = useEnvoi(updateMembre, { onEcrit: onFini })
  const { conflit } = envoi

  function enregistrer(valeurs: Saisie, version: number) {
    setSaisie(valeurs)
    if (membre) envoi.envoyer({ convention: slug, membre: membre.id, version, ...toMembre(valeurs) })
    else envoi.avec(createMembre, { convention: slug, instance, ...toMembre(valeurs) })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    enregistrer(
      { ...readTextes(formulaire, CHAMPS), coanimation: formulaire.has('coanimation') ? OUI : '' },
      base.version,
    )
  }
  function handleRetirer() {
    if (!membre) return
    if (!retrait) return setRetrait(true)
    envoi.avec(removeMembre, { convention: slug, membre: membre.id, version: base.version })
  }
  function handleGarder() {
    if (conflit === null) return
    setBase((avant) => ({ ...avant, version: conflit.version }))
    enregistrer(saisie, conflit.version)
  }
  function handleReprendre() {
    if (conflit === null) return
    setBase(({ reprises }) => ({ valeurs: toSaisie(conflit), version: conflit.version, reprises: reprises + 1 }))
    setFinie(conflit.fin !== null)
    envoi.oublier()
  }
  function format(champ: Champ, valeur: string): string {
    if (champ === 'organisme') return choix.parties.find(({ id }) => String(id) === valeur)?.nom ?? ''
    if (champ === 'utilisateur')
      return choix.comptes.find(({ id }) => String(id) === valeur)?.nom ?? (valeur && 'un autre compte')
    if (champ === 'voix') return VOIX_MEMBRE.find(({ value }) => value === valeur)?.label ?? ''
    return valeur && (champ === 'debut' || champ === 'fin') ? formatJour(valeur) : valeur
  }

  return (
    <form
      className="form"
      onSubmit={handleSubmit}
      noValidate
      aria-label={membre ? `Membre ${membre.libelle}` : 'Nouveau membre'}
    >
      <Refus envoi={envoi} />
      {conflit ? (
        <Differences
          differences={listDifferences(NOMS, saisie, toSaisie(conflit), format)}
          onGarder={handleGarder}
          onReprendre={handleReprendre}
        />
      ) : null}
      <Champs
        key={base.reprises}
        valeurs={base.valeurs}
        choix={choix}
        erreurs={envoi.erreurs}
        finie={finie}
        onFin={(fin) => setFinie(fin !== '')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer le membre
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
        {membre ? (
          <Button variant={retrait ? 'danger' : 'ghost'} onClick={handleRetirer}>
            {retrait ? 'Confirmer le retrait' : 'Retirer ce membre'}
          </Button>
        ) : null}
      </div>
      {retrait && envoi.erreurs.length === 0 ? (
        <p className="text-sm text-muted" role="status">
          Ce siège disparaît de l’instance. Si la personne est seulement partie, indiquez plutôt la fin de son mandat.
        </p>
      ) : null}
    </form>
  )
}

interface ChampsProps {
  valeurs: Saisie
  choix: ChoixMembre
  erreurs: FormulaireErreurs
  finie: boolean
  onFin: (fin: string) => void
}
type FormulaireErreurs = Parameters<typeof readErreur>[0]

function Champs({ valeurs, choix, erreurs, finie, onFin }: ChampsProps) {
  const erreur = (champ: Champ) => readErreur(erreurs, champ)
  const texte = (champ: Champ) => ({
    name: champ,
    defaultValue: valeurs[champ],
    error: erreur(champ),
    autoComplete: 'off',
  })
  // An account that this person does not see is kept, without its name.
  const connu = valeurs.utilisateur === '' || choix.comptes.some(({ id }) => String(id) === valeurs.utilisateur)
  const comptes = [
    ...choix.comptes.map(({ id, nom, fonction }) => ({
      value: String(id),
      label: fonction ? `${nom}, ${fonction}` : nom,
    })),
    ...(connu ? [] : [{ value: valeurs.utilisateur, label: 'Le compte déjà choisi' }]),
  ]
  return (
    <>
      <Input
        {...texte('libelle')}
        label="Membre"
        hint="L’organisme ou la fonction qui siège, comme la convention l’écrit."
        required
      />
      <Select
        name="organisme"
        label="Organisme"
        optional
        vide="Aucun, ou non précisé"
        defaultValue={valeurs.organisme}
        error={erreur('organisme')}
        options={choix.parties.map(({ id, nom, signataire }) => ({
          value: String(id),
          label: signataire === false ? `${nom} (ne signe pas)` : nom,
        }))}
      />
      <Input {...texte('fonction')} label="Fonction" optional hint="Maire, directrice, coordinateur…" />
      <div className="form-row">
        <Input {...texte('personne')} label="Personne" optional hint="Nom et prénom." />
        <Input {...texte('suppleant')} label="Suppléant" optional hint="Qui siège à sa place." />
      </div>
      <Select name="voix" label="Voix" defaultValue={valeurs.voix} options={VOIX_MEMBRE} error={erreur('voix')} />
      <Checkbox
        name="coanimation"
        label="Co-anime l’instance"
        hint="Les deux co-animateurs valident le relevé de décisions."
        defaultChecked={valeurs.coanimation === OUI}
      />
      <div className="form-row">
        <DateInput name="debut" label="Début du mandat" optional defaultValue={valeurs.debut} error={erreur('debut')} />
        <DateInput
          name="fin"
          label="Fin du mandat"
          optional
          defaultValue={valeurs.fin}
          error={erreur('fin')}
          onChange={(event) => onFin(event.target.value)}
        />
      </div>
      {finie ? (
        <Input
          {...texte('motifFin')}
          label="Motif de la fin"
          optional
          hint="Élection, départ, changement de fonction…"
        />
      ) : null}
      {comptes.length > 0 ? (
        <Select
          name="utilisateur"
          label="Compte dans Copilote"
          optional
          vide="Aucun"
          hint="Pour être prévenu, et valider un relevé."
          defaultValue={valeurs.utilisateur}
          options={comptes}
          error={erreur('utilisateur')}
        />
      ) : null}
    </>
  )
}
