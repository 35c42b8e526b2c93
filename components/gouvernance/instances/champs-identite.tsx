'use client'

import { useState, type ChangeEvent } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { readChoixId, readTextes } from '@/components/formulaire/saisie'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { TYPES_INSTANCE, type IdentiteInstance } from '@/lib/gouvernance/instances/types/edition'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'
import { GENRES } from './mots-instance'

/** The fields of an identity, with their names. */
export const NOMS_IDENTITE = {
  type: 'Type',
  nom: 'Nom',
  parent: 'Se tient dans',
  animation: 'Animation',
  secretariat: 'Secrétariat',
  composition: 'Composition',
  quorum: 'Quorum',
  quorumTexte: 'Phrase du quorum',
} as const

type Champ = keyof typeof NOMS_IDENTITE
/** As typed. */
export type SaisieIdentite = Record<Champ, string>

const CHAMPS = Object.keys(NOMS_IDENTITE) as Champ[]
const isType = (texte: string): texte is TypeInstance => (TYPES_INSTANCE as readonly string[]).includes(texte)

/** What is recorded, as the form shows it. */
export function toSaisieIdentite({
  type,
  nom,
  parentId,
  animation,
  secretariat,
  composition,
  quorum,
  quorumTexte,
}: IdentiteInstance): SaisieIdentite {
  return {
    type,
    nom,
    parent: parentId === null ? '' : String(parentId),
    animation: animation ?? '',
    secretariat: secretariat ?? '',
    composition: composition ?? '',
    quorum: quorum === null ? '' : String(quorum),
    quorumTexte: quorumTexte ?? '',
  }
}

export const readIdentite = (formulaire: FormData): SaisieIdentite => readTextes(formulaire, CHAMPS)

/** What the actions take. A type that was not chosen is sent as it is: they name the field. */
export function toIdentite({ type, parent, ...textes }: SaisieIdentite) {
  return { ...textes, type: type as TypeInstance, parent: readChoixId(parent) }
}

/** A value in words: a kind and an instance have names. */
export function formatIdentite(parents: readonly { id: number; nom: string }[]) {
  return (champ: Champ, valeur: string): string => {
    if (champ === 'type') return isType(valeur) ? GENRES[valeur].mots : ''
    return champ === 'parent' ? (parents.find(({ id }) => String(id) === valeur)?.nom ?? '') : valeur
  }
}

export interface ChampsIdentiteProps {
  valeurs: SaisieIdentite
  parents: readonly { id: number; nom: string }[]
  erreurs: readonly ErreurDeChamp[]
}

/** What an instance is: kind, name, place, who leads it, who sits in it, quorum. */
export function ChampsIdentite({ valeurs, parents, erreurs }: ChampsIdentiteProps) {
  const [type, setType] = useState(valeurs.type)
  const [nom, setNom] = useState(valeurs.nom)
  const erreur = (champ: Champ) => readErreur(erreurs, champ)

  /** The usual name of a kind is proposed; a name somebody typed stays. */
  function handleType(event: ChangeEvent<HTMLSelectElement>) {
    const usuel = isType(type) ? GENRES[type].nom : ''
    const choisi = event.target.value
    if (nom.trim() === '' || nom === usuel) setNom(isType(choisi) ? GENRES[choisi].nom : '')
    setType(choisi)
  }

  return (
    <>
      <Select
        name="type"
        label="Type d’instance"
        vide="Choisir un type"
        value={type}
        onChange={handleType}
        required
        error={erreur('type')}
        options={TYPES_INSTANCE.map((genre) => ({ value: genre, label: GENRES[genre].mots }))}
      />
      <Input
        name="nom"
        label="Nom"
        hint="Celui que la convention emploie."
        value={nom}
        onChange={(event) => setNom(event.target.value)}
        required
        autoComplete="off"
        error={erreur('nom')}
      />
      {parents.length > 0 ? (
        <Select
          name="parent"
          label="Se tient dans une autre instance"
          optional
          vide="Non"
          defaultValue={valeurs.parent}
          error={erreur('parent')}
          options={parents.map(({ id, nom: sien }) => ({ value: String(id), label: sien }))}
        />
      ) : null}
      <div className="form-row">
        <Input
          name="animation"
          label="Animation"
          optional
          hint="Qui la préside ou l’anime."
          defaultValue={valeurs.animation}
          autoComplete="off"
          error={erreur('animation')}
        />
        <Input
          name="secretariat"
          label="Secrétariat"
          optional
          hint="Qui convoque et rend compte."
          defaultValue={valeurs.secretariat}
          autoComplete="off"
          error={erreur('secretariat')}
        />
      </div>
      <Textarea
        name="composition"
        label="Composition"
        optional
        hint="En toutes lettres, comme la convention l’écrit. Les membres se nomment plus bas, un par un."
        rows={3}
        defaultValue={valeurs.composition}
        error={erreur('composition')}
      />
      <div className="form-row">
        <Input
          name="quorum"
          label="Quorum"
          optional
          hint="Nombre de membres à voix décisive."
          inputMode="numeric"
          defaultValue={valeurs.quorum}
          autoComplete="off"
          error={erreur('quorum')}
        />
        <Input
          name="quorumTexte"
          label="Phrase du quorum"
          optional
          hint="Celle de la convention."
          defaultValue={valeurs.quorumTexte}
          autoComplete="off"
          error={erreur('quorumTexte')}
        />
      </div>
    </>
  )
}
