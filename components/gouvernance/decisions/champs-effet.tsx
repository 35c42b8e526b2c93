'use client'

import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Select, type Option } from '@/components/ui/saisie/inputs'
import { MATIERE_PAR_EFFET } from '@/lib/competences/rules/pouvoir'
import { EFFETS } from '@/lib/gouvernance/decisions/words'
import type { ChoixDecisions, EffetDecision } from '@/lib/competences/types'
import { EFFETS_DECISION } from './mots'
import { nomChamp } from './envoi-decision'

/** What the form holds of the effect while it is being chosen. */
export interface EffetSaisi {
  effet: EffetDecision | null
  objet: string
  cible: string
}

export interface ChampsEffetProps {
  choix: ChoixDecisions
  valeur: EffetSaisi
  /** What it already bears on, when the lists no longer offer it. */
  connu: { id: number; libelle: string } | null
  erreurs: readonly ErreurDeChamp[]
  onChange: (valeur: EffetSaisi) => void
}

const OBJETS: Record<EffetDecision, string> = {
  REPORTER_FICHE: 'Fiche à reporter',
  ABANDONNER_FICHE: 'Fiche à abandonner',
  CHANGER_CIBLE: 'Indicateur',
  VALIDER_SCHEMA: 'Schéma à valider',
  VALIDER_AVENANT: 'Avenant',
}

function listObjets(choix: ChoixDecisions, effet: EffetDecision): Option[] {
  const toOption = ({ id, libelle }: { id: number; libelle: string }): Option => ({ value: String(id), label: libelle })
  switch (effet) {
    case 'REPORTER_FICHE':
      return choix.fiches.filter(({ statut }) => statut !== 'REPORTEE').map(toOption)
    case 'ABANDONNER_FICHE':
      return choix.fiches.map(toOption)
    case 'CHANGER_CIBLE':
      return choix.indicateurs.map(toOption)
    case 'VALIDER_SCHEMA':
      return choix.schemas.map(({ id, libelle, brouillon }) =>
        toOption({ id, libelle: brouillon ? `${libelle} (encore un brouillon)` : libelle }),
      )
    case 'VALIDER_AVENANT':
      return choix.avenants.map(toOption)
  }
}

/** The effects this instance may propose or decide. */
const listEffets = ({ pouvoirs }: ChoixDecisions): EffetDecision[] =>
  EFFETS.filter((effet) => pouvoirs[MATIERE_PAR_EFFET[effet]] !== null)

/** What a decision changes elsewhere: which effect, on what, and the new target. */
export function ChampsEffet({ choix, valeur, connu, erreurs, onChange }: ChampsEffetProps) {
  const { effet, objet, cible } = valeur
  const effets = listEffets(choix)
  const offerts = effet === null || effets.includes(effet) ? effets : [...effets, effet]
  if (offerts.length === 0) {
    return (
      <p className="text-sm text-muted">
        Sans effet ailleurs : cette instance n’est désignée ni pour proposer ni pour décider du report des fiches, des
        cibles, des ETP ou des avenants. Cela se règle dans « Qui décide » de l’instance.
      </p>
    )
  }
  const objets = effet === null ? [] : listObjets(choix, effet)
  const complets =
    connu === null || objets.some(({ value }) => value === String(connu.id))
      ? objets
      : [{ value: String(connu.id), label: connu.libelle }, ...objets]
  const indicateur = effet === 'CHANGER_CIBLE' ? choix.indicateurs.find(({ id }) => String(id) === objet) : undefined
  const vide = complets.length === 0 ? 'Rien à choisir pour le moment' : 'Choisir…'
  return (
    <>
      <Select
        name={nomChamp('effet')}
        label="Effet"
        optional
        vide="Aucun effet ailleurs"
        value={effet ?? ''}
        error={readErreur(erreurs, nomChamp('effet'))}
        options={offerts.map((un) => ({ value: un, label: EFFETS_DECISION[un] }))}
        onChange={(event) =>
          onChange({ effet: EFFETS.find((un) => un === event.target.value) ?? null, objet: '', cible: '' })
        }
      />
      {effet === null ? null : (
        <Select
          name={nomChamp('objet')}
          label={OBJETS[effet]}
          required
          vide={vide}
          value={objet}
          options={complets}
          error={readErreur(erreurs, nomChamp('objet'))}
          onChange={(event) => onChange({ effet, objet: event.target.value, cible })}
        />
      )}
      {effet === 'CHANGER_CIBLE' ? (
        <Input
          name={nomChamp('cible')}
          label="Nouvelle cible"
          required
          autoComplete="off"
          value={cible}
          error={readErreur(erreurs, nomChamp('cible'))}
          hint={
            indicateur
              ? [
                  indicateur.cible === null ? 'Aucune cible jusqu’ici' : `Cible actuelle : ${indicateur.cible}`,
                  indicateur.nature === 'LIVRABLE' && 'répondez par oui ou par non',
                ]
                  .filter(Boolean)
                  .join('. ')
              : undefined
          }
          onChange={(event) => onChange({ effet, objet, cible: event.target.value })}
        />
      ) : null}
    </>
  )
}
