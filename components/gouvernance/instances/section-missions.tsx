'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import { updateMissions } from '@/lib/gouvernance/instances/actions/instance'
import type { MatiereDecision } from '@/lib/competences/types'
import { MOTS_POUVOIR } from '@/lib/competences/words'
import { MATIERES, type InstanceActuelle, type VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import { capitaliseMots } from '@/lib/platform/mots'
import { Differences, listDifferences } from './differences'
import { MOTS_MATIERE } from './mots-instance'
import type { Versions } from './use-versions'

type Pouvoir = 'AUCUN' | 'PROPOSE' | 'DECIDE'
const POUVOIRS: Record<Pouvoir, string> = { AUCUN: 'Ni l’un ni l’autre', ...capitaliseMots(MOTS_POUVOIR) }

interface Saisie {
  /** One per line. */
  missions: string
  competences: Record<MatiereDecision, { pouvoir: Pouvoir; source: string }>
}

function toSaisie({ missions, competences }: InstanceActuelle): Saisie {
  const sienne = (matiere: MatiereDecision) => {
    const trouvee = competences.find((competence) => competence.matiere === matiere)
    return { pouvoir: trouvee?.pouvoir ?? ('AUCUN' as const), source: trouvee?.source ?? '' }
  }
  return {
    missions: missions.map((mission) => mission.replace(/\s*\n\s*/g, ' ')).join('\n'),
    competences: {
      FICHE: sienne('FICHE'),
      CIBLE: sienne('CIBLE'),
      SCHEMA: sienne('SCHEMA'),
      AVENANT: sienne('AVENANT'),
    },
  }
}

const listMissions = (texte: string): string[] =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')

const NOMS = { missions: 'Missions', ...MOTS_MATIERE }

/** What two versions are compared by. */
function toTextes({ missions, competences }: Saisie): Record<keyof typeof NOMS, string> {
  const mots = (matiere: MatiereDecision) => {
    const { pouvoir, source } = competences[matiere]
    return pouvoir === 'AUCUN'
      ? POUVOIRS.AUCUN
      : [POUVOIRS[pouvoir], source.trim() ? `« ${source.trim()} »` : 'réglage'].join(', ')
  }
  return {
    missions: listMissions(missions).join('\n'),
    FICHE: mots('FICHE'),
    CIBLE: mots('CIBLE'),
    SCHEMA: mots('SCHEMA'),
    AVENANT: mots('AVENANT'),
  }
}

/** What an instance is for, and what it proposes or decides, saved by itself. */
export function SectionMissions({ vue, versions }: { vue: VueEditionInstance; versions: Versions }) {
  const { convention, instance, decideurs } = vue
  const [base, setBase] = useState(() => toSaisie(instance))
  const [saisie, setSaisie] = useState(base)
  // A refused mission is a line of one field.
  const envoi = useEnvoi(updateMissions, { champ: (nom) => (nom.startsWith('missions') ? 'missions' : nom) })

  function enregistrer(version: number) {
    envoi.envoyer(
      {
        convention: convention.slug,
        instance: instance.id,
        version,
        missions: listMissions(saisie.missions),
        competences: MATIERES.map((matiere) => ({ matiere, ...saisie.competences[matiere] })),
      },
      {
        // Somebody saved another part of the instance.
        reprise: (actuel, input) =>
          listDifferences(NOMS, toTextes(base), toTextes(toSaisie(actuel))).length === 0
            ? { ...input, version: actuel.version }
            : null,
        onEcrit: (ecrite) => {
          versions.advance('missions', ecrite.version)
          setBase(saisie)
        },
      },
    )
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    enregistrer(versions.read('missions'))
  }
  const { conflit } = envoi
  function handleGarder() {
    if (conflit === null) return
    versions.restart('missions', conflit.version)
    enregistrer(conflit.version)
  }
  function handleReprendre() {
    if (conflit === null) return
    versions.restart('missions', conflit.version)
    setBase(toSaisie(conflit))
    setSaisie(toSaisie(conflit))
    envoi.oublier()
  }
  const change = (matiere: MatiereDecision, champs: Partial<Saisie['competences'][MatiereDecision]>) =>
    setSaisie((avant) => ({
      ...avant,
      competences: { ...avant.competences, [matiere]: { ...avant.competences[matiere], ...champs } },
    }))

  return (
    <Panneau titre="Missions et décisions" id="missions">
      <form className="form" onSubmit={handleSubmit} noValidate>
        <Refus envoi={envoi} />
        {conflit ? (
          <Differences
            differences={listDifferences(NOMS, toTextes(saisie), toTextes(toSaisie(conflit)))}
            onGarder={handleGarder}
            onReprendre={handleReprendre}
          />
        ) : null}
        <Textarea
          name="missions"
          label="Missions"
          optional
          hint="Une par ligne, comme la convention les écrit."
          rows={4}
          value={saisie.missions}
          onChange={(event) => setSaisie((avant) => ({ ...avant, missions: event.target.value }))}
          error={envoi.readErreur('missions')}
        />
        <fieldset className="grid gap-4">
          <legend className="field-label">Ce qu’elle propose ou décide</legend>
          <p className="field-hint">
            Une décision prend effet dans l’instance qui décide. Où la convention est muette, c’est un réglage de la
            convention : laissez la phrase vide.
          </p>
          {MATIERES.map((matiere, rang) => {
            const { pouvoir, source } = saisie.competences[matiere]
            const autres = decideurs.filter((decideur) => decideur.matiere === matiere).map(({ nom }) => nom)
            return (
              <div key={matiere} className="form-row">
                <Select
                  name={`competences.${rang}.pouvoir`}
                  label={MOTS_MATIERE[matiere]}
                  value={pouvoir}
                  hint={autres.length > 0 ? `Décide déjà : ${autres.join(', ')}` : undefined}
                  options={(Object.keys(POUVOIRS) as Pouvoir[]).map((value) => ({ value, label: POUVOIRS[value] }))}
                  onChange={(event) => change(matiere, { pouvoir: event.target.value as Pouvoir })}
                  error={envoi.readErreur(`competences.${rang}.pouvoir`)}
                />
                {pouvoir === 'AUCUN' ? (
                  <span aria-hidden="true" />
                ) : (
                  <Input
                    name={`competences.${rang}.source`}
                    label="Phrase de la convention"
                    optional
                    value={source}
                    autoComplete="off"
                    onChange={(event) => change(matiere, { source: event.target.value })}
                    error={envoi.readErreur(`competences.${rang}.source`)}
                  />
                )}
              </div>
            )
          })}
        </fieldset>
        <div className="form-actions">
          <Button type="submit" variant="primary" busy={envoi.enCours}>
            Enregistrer les missions
          </Button>
        </div>
      </form>
    </Panneau>
  )
}
