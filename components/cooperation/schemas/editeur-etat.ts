'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { updateSchema } from '@/lib/cooperation/schemas/actions/saisie'
import { proposeSchema } from '@/lib/cooperation/schemas/actions/etat'
import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import {
  buildLigne,
  buildSaisie,
  countEvolution,
  findChampEvolution,
  hasTotalChange,
  listCellules,
  listChangees,
  readErreurQuotite,
  type LigneTapee,
  type Saisie,
} from './brouillon'

/** What cannot be read, field by field, before anything is sent. */
function listIllisibles(schema: SchemaLu, saisie: Saisie): ErreurDeChamp[] {
  const noms = new Map(schema.lignes.map(({ id, libelle }) => [id, libelle]))
  const champs: [champ: string, nom: string, texte: string][] = [
    ['total', 'Total', saisie.total],
    ['existant', 'Existant', saisie.existant],
    ...saisie.developpements.map(({ quotite }, rang): [string, string, string] => [
      `developpement-${rang}-quotite`,
      `Développement ${rang + 1}`,
      quotite,
    ]),
    ...schema.lignes.map((ligne): [string, string, string] => [
      `ligne-${ligne.id}`,
      ligne.libelle,
      (saisie.lignes[ligne.id] ?? buildLigne(ligne)).quotite,
    ]),
    ...listCellules(schema, saisie).map(({ porteur, thematique, quotite }): [string, string, string] => [
      `case-${porteur}-${thematique}`,
      `${noms.get(porteur)}, ${noms.get(thematique)}`,
      quotite,
    ]),
  ]
  return champs.flatMap(([champ, nom, texte]) => {
    const message = readErreurQuotite(texte)
    return message ? [{ champ, message: `${nom} : ${message}` }] : []
  })
}

/** Fields of the action, as this screen names them. */
function toChamps(erreurs: readonly ErreurDeChamp[], changees: LigneSchema[]): ErreurDeChamp[] {
  return erreurs.map(({ champ, message }) => {
    const evolution = findChampEvolution(champ ?? '')
    if (evolution) return { champ: evolution, message }
    const ligne = /^lignes\.(\d+)\.(\w+)$/.exec(champ ?? '')
    const visee = ligne ? changees[Number(ligne[1])] : undefined
    if (visee)
      return {
        champ: `${ligne?.[2] === 'note' ? 'note' : 'ligne'}-${visee.id}`,
        message: `${visee.libelle} : ${message}`,
      }
    return champ === undefined ? { message } : { champ, message }
  })
}

/** What a draft being edited is made of: what is typed, the version it was read at, and how it is saved. */
export function useBrouillon(schema: SchemaLu, slug: string) {
  const router = useRouter()
  const [saisie, setSaisie] = useState<Saisie>(() => buildSaisie(schema))
  const [versionTenue, setVersion] = useState(schema.version)
  const [heure, setHeure] = useState<string | null>(null)

  const changees = listChangees(schema, saisie)
  const cellules = listCellules(schema, saisie)
  const evolution = countEvolution(schema, saisie)
  const modifications = changees.length + cellules.length + evolution + (hasTotalChange(schema, saisie) ? 1 : 0)
  const readLigne = (ligne: LigneSchema): LigneTapee => saisie.lignes[ligne.id] ?? buildLigne(ligne)

  const envoi = useEnvoi(updateSchema, { nommer: (erreurs) => toChamps(erreurs, changees) })
  function receive(version: number): void {
    setVersion(version)
    setHeure(formatMinuteParis(new Date()))
    // New parts come back with their id: what is typed is read again from what is saved.
    if (evolution > 0) setEcrites(version)
  }

  /** Saves over a version; `suite`: what comes after, over the version that was saved. */
  function save(depuis: number, suite?: (version: number) => void): void {
    const illisibles = listIllisibles(schema, saisie)
    if (illisibles.length > 0) return envoi.refuser(illisibles)
    envoi.envoyer(
      {
        convention: slug,
        schema: schema.id,
        version: depuis,
        total: saisie.total,
        lignes: changees.map((ligne) => ({ id: ligne.id, ...readLigne(ligne) })),
        ...(evolution > 0
          ? {
              evolution: {
                existant: saisie.existant,
                developpements: saisie.developpements.map(({ id, libelle, organisme, quotite }) => ({
                  id,
                  libelle,
                  organisme,
                  quotite,
                })),
              },
            }
          : {}),
        ...(cellules.length > 0 ? { croise: cellules } : {}),
      },
      {
        rafraichir: suite === undefined,
        onEcrit: ({ version }) => {
          receive(version)
          suite?.(version)
        },
      },
    )
  }

  /** Version at which the developments were written: their ids are taken when that version comes back. */
  const [ecrites, setEcrites] = useState<number | null>(null)
  if (ecrites !== null && schema.version >= ecrites) {
    setEcrites(null)
    setSaisie((avant) => ({
      ...avant,
      existant: buildSaisie(schema).existant,
      developpements: buildSaisie(schema).developpements,
    }))
  }

  const propose = (version: number) =>
    envoi.avec(
      proposeSchema,
      { convention: slug, schema: schema.id, version },
      {
        message: ({ avertissements }) => ['Schéma proposé au COPIL.', ...avertissements].join(' '),
        rafraichir: true,
        onRefus: router.refresh,
      },
    )

  return {
    saisie,
    setSaisie,
    version: versionTenue,
    setVersion,
    heure,
    envoi,
    modifications,
    readLigne,
    enregistrer: () => save(versionTenue),
    /** saves first what is not */
    proposer: () => (modifications > 0 ? save(versionTenue, propose) : propose(versionTenue)),
    changeLigne: (ligne: LigneSchema, part: Partial<LigneTapee>) =>
      setSaisie((avant) => ({
        ...avant,
        lignes: { ...avant.lignes, [ligne.id]: { ...(avant.lignes[ligne.id] ?? buildLigne(ligne)), ...part } },
      })),
    annuler: () => setSaisie(buildSaisie(schema)),
    /** writes over what somebody else saved */
    garder: (lu: SchemaLu) => {
      setVersion(lu.version)
      save(lu.version)
    },
    prendre: (lu: SchemaLu) => {
      setSaisie(buildSaisie(lu))
      setVersion(lu.version)
      envoi.oublier()
      router.refresh()
    },
  }
}
