import type { Dossier } from '@/lib/dossier/schema/dossier'
import { readSur } from './base'
import { changeDocument, createDossierExemple, createReleve } from './exemple'

/** How much a convention has lived. */
export interface Vecu {
  reunions: number
  decisions: number
  membres: number
}

const INSTANCES = [
  ['copil', 'COPIL', 'Comité de pilotage'],
  ['cotech', 'COTECH', 'Comité technique'],
  ['groupe-projet', 'GROUPE_PROJET', 'Groupe projet'],
  ['rencontre', 'RENCONTRE', 'Rencontre'],
  ['seminaire', 'SEMINAIRE', 'Séminaire'],
  ['commissions', 'COMMISSION', 'Commissions'],
] as const

/** Days spread from the start of 2024 to the end of 2028, one year before and two after the tests' day. */
const formatJour = (i: number, nombre: number): string =>
  new Date(Date.UTC(2024, 0, 8 + Math.trunc((i * 1_800) / nombre))).toISOString().slice(0, 10)

type Instance = NonNullable<Dossier['instances']>[number]

/**
 * A convention with this many meetings, decisions and members shared between six bodies: mandates that ended, a
 * series, presences, agendas of every origin, proposals, decisions late and done, validated minutes.
 * @param today what is before was held
 */
export function createDossierVecu(slug: string, { reunions, decisions, membres }: Vecu, today: string): Dossier {
  const part = (total: number, i: number) =>
    Math.trunc((total * (i + 1)) / INSTANCES.length) - Math.trunc((total * i) / INSTANCES.length)
  const instances = INSTANCES.map(([ref, type, nom], i) => {
    const sieges = Array.from({ length: part(membres, i) }, (_, j) => ({
      libelle: `Siège ${j + 1}`,
      personne: `Exemple ${i}-${j}`,
      voix: j % 3 > 0 ? 'DECISIVE' : 'CONSULTATIVE',
      coanimation: j < 2,
      debut: '2024-01-01',
      ...(j % 10 === 9
        ? { debut: '2026-03-27', predecesseur: `${ref}/${j}` }
        : j % 10 === 8
          ? { fin: '2026-03-22', motifFin: 'Élections' }
          : {}),
    }))
    const nombre = part(reunions, i)
    return {
      ref,
      type,
      nom,
      quorum: 2,
      membres: sieges,
      competences:
        i < 2
          ? ['FICHE', 'CIBLE', 'SCHEMA'].map((matiere) => ({ matiere, pouvoir: i === 0 ? 'DECIDE' : 'PROPOSE' }))
          : [],
      regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL' }],
      series: [{ rythme: 'MENSUEL', libelle: 'chaque mois', debut: '2026-01-01', fin: '2028-12-31' }],
      reunions: Array.from({ length: nombre }, (_, j) =>
        createReunion({
          ref,
          i,
          j,
          date: formatJour(j, nombre),
          today,
          decisions: part(decisions, i),
          nombre,
          sieges: sieges.length,
        }),
      ),
    }
  })
  return readSur(
    [
      ['convention.dateDebut', '2024-01-01'],
      ['convention.dateFin', '2028-12-31'],
      ['instances', instances],
    ].reduce<unknown>(
      (document, [chemin, valeur]) => changeDocument(document, String(chemin), valeur),
      createDossierExemple(slug),
    ),
  )
}

interface Place {
  ref: string
  i: number
  j: number
  date: string
  today: string
  decisions: number
  nombre: number
  sieges: number
}

function createReunion({ ref, i, j, date, today, decisions, nombre, sieges }: Place): unknown {
  const tenue = date < today
  const siennes = Math.trunc((decisions * (j + 1)) / nombre) - Math.trunc((decisions * j) / nombre)
  const figee = tenue && j % 4 === 0
  return {
    ref: `${ref}-${j + 1}`,
    date,
    etat: j % 15 === 14 ? 'ANNULEE' : tenue ? 'TENUE' : 'PREVUE',
    motifAnnulation: j % 15 === 14 ? 'Annulée' : null,
    serie: `${ref}/1`,
    figee,
    presences: tenue
      ? Array.from({ length: Math.min(sieges, 12) }, (_, k) => ({
          membre: `${ref}/${k + 1}`,
          etat: k % 4 === 0 ? 'EXCUSE' : 'PRESENT',
        }))
      : [],
    points: [
      {
        titre: 'Suivi des fiches',
        etat: tenue ? 'TRAITE' : 'A_TRAITER',
        dureeMinutes: 30,
        fiche: 'coordination',
        indicateur: 'indicateur-1',
        decisions: Array.from({ length: siennes }, (_, k) => createDecision(i, j + k, tenue)),
      },
      {
        titre: 'Suite',
        etat: tenue && j % 3 === 0 ? 'REPORTE' : tenue ? 'TRAITE' : 'A_TRAITER',
        schema: 'schema-2024',
      },
    ],
    releves: figee ? [createReleve()] : [],
  }
}

/** Engagements at every stage; those of the COTECH that wait are proposals. */
function createDecision(
  i: number,
  rang: number,
  tenue: boolean,
): Instance['reunions'][number]['points'][number]['decisions'][number] | object {
  const texte = `Décision ${i}-${rang}`
  if (i === 1 && rang % 5 === 0)
    return { texte, nature: 'AJUSTEMENT', effet: 'CHANGER_CIBLE', indicateur: 'indicateur-1', cible: String(rang) }
  if (!tenue) return { texte, nature: 'ENGAGEMENT' }
  return {
    texte,
    nature: 'ENGAGEMENT',
    etat: 'PRISE',
    responsable: 'Exemple',
    echeance: '2026-06-30',
    realiseeLe: rang % 4 === 0 ? null : '2026-06-15',
    fiche: 'coordination',
  }
}
