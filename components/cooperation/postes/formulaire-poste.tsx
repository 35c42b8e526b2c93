'use client'

import { useState } from 'react'
import { readChoixId, readTexte, readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Checkbox, Input, Radios, Select, Textarea } from '@/components/ui/saisie/inputs'
import { createPoste, updatePoste } from '@/lib/cooperation/postes/actions/postes'
import type { ModePoste, PosteLu } from '@/lib/cooperation/postes/types/postes'
import type { PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatQuotite } from '@/lib/platform/nombres'
import { Coquille, type Ecart } from './coquille'
import type { DonneesPostes } from './gestes'
import { MODES, NOMS_THEMES, formatEtp } from './mots'
import { computeSoldeLigne } from './solde'
import { VueSolde } from './vue-solde'

const LISTE_MODES = (Object.keys(MODES) as ModePoste[]).map((value) => ({
  value,
  label: MODES[value].mot,
  hint: MODES[value].aide || undefined,
}))

function readSaisie(saisie: FormData) {
  return {
    affectation: readChoixId(readTexte(saisie, 'affectation')),
    ...readTextes(saisie, ['intitule', 'quotite', 'note']),
    mode: LISTE_MODES.find(({ value }) => value === readTexte(saisie, 'mode'))?.value ?? 'NON_PRECISE',
    themes: NOMS_THEMES.map(({ code }) => code).filter((code) => saisie.has(`theme-${code}`)),
    missions: saisie.getAll('missions').map(Number),
  }
}

interface Props {
  donnees: DonneesPostes
  /** Null for a new one. */
  poste: PosteVue | null
  /** The line it is described from. */
  ligne: number | null
  onFini: () => void
}

function buildComparer({ lignes }: DonneesPostes) {
  const nommer = (id: number | null) => lignes.find((candidate) => candidate.id === id)?.libelle ?? 'aucune ligne'
  const nommerThemes = (codes: readonly string[]) =>
    NOMS_THEMES.filter(({ code }) => codes.includes(code))
      .map(({ nom }) => nom)
      .join(', ')
  return (leur: PosteLu, formulaire: FormData): Ecart[] => {
    const mienne = readSaisie(formulaire)
    return [
      { nom: 'Intitulé', mienne: mienne.intitule, leur: leur.intitule },
      { nom: 'Ligne', mienne: nommer(mienne.affectation), leur: nommer(leur.affectation) },
      { nom: 'Quotité', mienne: mienne.quotite, leur: formatQuotite(leur.quotite) },
      { nom: 'Mode', mienne: MODES[mienne.mode].mot, leur: MODES[leur.mode].mot },
      { nom: 'Thématiques', mienne: nommerThemes(mienne.themes), leur: nommerThemes(leur.themes) },
      { nom: 'Missions', mienne: mienne.missions.join(', '), leur: leur.missions.join(', ') },
      { nom: 'Note', mienne: mienne.note, leur: leur.note ?? '' },
    ]
  }
}

/** Describes a post, or changes it: what part of which line, how it is held, for what. */
export function FormulairePoste({ donnees, poste, ligne, onFini }: Props) {
  const [affectation, setAffectation] = useState(poste ? poste.affectation : ligne)
  const [quotite, setQuotite] = useState(poste ? formatQuotite(poste.quotite) : '')
  const solde = computeSoldeLigne(
    donnees.lignes.find(({ id }) => id === affectation),
    quotite,
    poste?.id ?? null,
  )
  const blocs = [...new Set(donnees.missions.map(({ bloc }) => bloc))]
  return (
    <Coquille
      action={updatePoste}
      version={poste?.version ?? 0}
      libelle={poste ? 'Enregistrer le poste' : 'Ajouter le poste'}
      onFini={onFini}
      comparer={buildComparer(donnees)}
      ecrire={(envoi, version, saisie) =>
        poste
          ? envoi.envoyer({ convention: donnees.slug, poste: poste.id, version, ...readSaisie(saisie) })
          : envoi.avec(createPoste, { convention: donnees.slug, schema: donnees.schema.id, ...readSaisie(saisie) })
      }
    >
      {(erreur) => (
        <>
          <Select
            name="affectation"
            label="Ligne du schéma"
            vide="Aucune ligne en particulier"
            error={erreur('affectation')}
            hint="Le porteur du poste : ce que la ligne prévoit est la limite de ce qui est pourvu."
            value={affectation === null ? '' : String(affectation)}
            onChange={(event) => setAffectation(Number(event.target.value) || null)}
            options={donnees.lignes.map(({ id, libelle, quotite: prevue }) => ({
              value: String(id),
              label: `${libelle} (${formatEtp(prevue)})`,
            }))}
          />
          <Input
            name="intitule"
            label="Intitulé du poste"
            hint="Par exemple « Chargée de coopération petite enfance »"
            maxLength={200}
            defaultValue={poste?.intitule}
            error={erreur('intitule')}
          />
          <DecimalInput
            name="quotite"
            label="Quotité"
            unite="ETP"
            value={quotite}
            onTexte={setQuotite}
            error={erreur('quotite')}
          />
          <VueSolde soldes={solde ? [solde] : []} />
          <Radios
            name="mode"
            label="Comment le poste est tenu"
            options={LISTE_MODES}
            defaultValue={poste?.mode ?? 'NON_PRECISE'}
            error={erreur('mode')}
          />
          <fieldset className="choices">
            <legend>Thématiques</legend>
            {NOMS_THEMES.map(({ code, nom }) => (
              <Checkbox key={code} name={`theme-${code}`} label={nom} defaultChecked={poste?.themes.includes(code)} />
            ))}
          </fieldset>
          <details>
            <summary>Missions de la liste de référence</summary>
            {blocs.map((bloc) => (
              <fieldset key={bloc} className="choices mt-3">
                <legend>{bloc}</legend>
                {donnees.missions
                  .filter((mission) => mission.bloc === bloc)
                  .map(({ numero, texte }) => (
                    <Checkbox
                      key={numero}
                      id={`mission-${numero}`}
                      name="missions"
                      value={numero}
                      label={`${numero}. ${texte}`}
                      defaultChecked={poste?.missions.includes(numero)}
                    />
                  ))}
              </fieldset>
            ))}
          </details>
          <Textarea
            name="note"
            label="Note"
            optional
            rows={2}
            maxLength={1000}
            defaultValue={poste?.note ?? ''}
            error={erreur('note')}
          />
        </>
      )}
    </Coquille>
  )
}
