import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { cote } from '@/lib/plan-action/document/schema/fiche'
import * as schema from '@/lib/plan-action/document/schema/indicateur'
import {
  bornes,
  choix,
  date,
  decimal,
  enumeration,
  instant,
  liste,
  numerote,
  ouNul,
  pick,
  texte,
  type Valeur,
} from './generator-valeurs'

type IndicateurDossier = NonNullable<Dossier['plan']>['fiches'][number]['indicateurs'][number]

const arbitraryMesure = fc
  .tuple(
    fc.record({
      periode: texte,
      valeur: ouNul(decimal()),
      valeurPrevue: ouNul(decimal()),
      texte: ouNul(texte),
      source: ouNul(texte),
      ventilation: ouNul(texte),
      etat: enumeration(schema.mesure.shape.etat.unwrap()),
      motif: ouNul(texte),
      accords: liste(fc.record({ organisme: fc.nat(), le: ouNul(date) }), 3),
    }),
    bornes,
    ouNul(instant),
  )
  .map(([mesure, dates, confirmeeLe]) => ({
    ...mesure,
    ...dates,
    confirmeeLe: mesure.etat === 'CONFIRMEE' ? confirmeeLe : null,
  }))

const arbitraryCible = fc
  .tuple(fc.record({ periode: texte, valeur: ouNul(decimal()), texte: ouNul(texte) }), bornes)
  .map(([cible, dates]) => ({ ...cible, ...dates }))

export const arbitraryIndicateur = fc.record({
  libelle: texte,
  note: ouNul(texte),
  etape: choix,
  origine: choix,
  nature: enumeration(schema.indicateur.shape.nature),
  unite: ouNul(texte),
  evolution: fc.boolean(),
  frequence: ouNul(enumeration(schema.indicateur.shape.frequence.unwrap().unwrap())),
  ventilation: ouNul(texte),
  ventilationGenre: ouNul(enumeration(schema.indicateur.shape.ventilationGenre.unwrap().unwrap())),
  ventiles: fc.uniqueArray(texte, { maxLength: 3 }),
  sens: ouNul(texte),
  reference: ouNul(decimal()),
  referenceTexte: ouNul(texte),
  cible: ouNul(decimal()),
  cibleTexte: ouNul(texte),
  source: ouNul(texte),
  fournisseur: ouNul(texte),
  confirmation: ouNul(enumeration(cote)),
  cibles: fc.uniqueArray(arbitraryCible, { maxLength: 2, selector: ({ periode }) => periode }),
  mesures: liste(arbitraryMesure, 3),
})

/** The indicators of one fiche: the last may be a line that those before were split from, at its étape. */
export function buildIndicateurs(
  bruts: Valeur<typeof arbitraryIndicateur>[],
  fiche: string,
  etapes: readonly string[],
  organismes: readonly string[],
): IndicateurDossier[] {
  const numerotes = numerote(`${fiche}-indicateur`, bruts)
  const ligne = numerotes.at(-1)
  return numerotes.map((indicateur) => {
    const part =
      ligne !== undefined && indicateur !== ligne && indicateur.origine !== null && indicateur.origine % 2 === 0
    return {
      ...indicateur,
      origine: part ? ligne.ref : null,
      etape: pick(etapes, part ? ligne.etape : indicateur.etape),
      mesures: indicateur.mesures.map((mesure) => ({
        ...mesure,
        accords: mesure.accords
          .map(({ organisme, le }) => ({ organisme: pick(organismes, organisme) ?? '', le }))
          .filter((accord, i, tous) => tous.findIndex(({ organisme }) => organisme === accord.organisme) === i),
      })),
    }
  })
}
