import 'server-only'
import type { DocumentTexte } from '@/lib/documents/types'
import { formatInstant } from '@/lib/platform/heures'
import { listDroits, type ConventionOuverte } from '@/lib/platform/identite/acces'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import {
  readContenu,
  readReleves,
  toSituation,
  toVueEtat,
  toVueVersion,
  type LectureReleve,
  type LigneReleve,
} from './read/releve'
import { readSeance, type SeanceLue } from './read/seance'
import { buildDocument } from './rules/document'
import { buildReleve, checkInchange } from './rules/releve'
import { listAttendus } from './rules/validation'
import { releveAdresseSchema, type ContenuReleve } from './schema'
import type { VueReleve } from './types'

const ILLISIBLE = 'Ce que dit cette version ne peut pas être affiché. Signalez-le à l’administration de Copilote CTG.'

interface Entete {
  id: number
  ref: string
  version: number
  etat: VueReleve['reunion']['etat']
  figee: boolean
  date: DateCivile
  instance: { nom: string; ref: string }
}

async function findEntete(tx: Tx, convention: number, ref: string): Promise<Entete | undefined> {
  const [entete] = await tx.$queryRaw<Entete[]>`
    SELECT r.id, r.ref, r.version, r.etat::text, r.figee, r.date::text, jsonb_build_object('nom', i.nom, 'ref', i.ref) AS instance
    FROM reunion r JOIN instance i ON i.convention_id = r.convention_id AND i.id = r.instance_id
    WHERE r.convention_id = ${convention} AND r.ref = ${ref}`
  return entete
}

/** Why a draft was last taken back from validation: the journal keeps it. */
async function findReprise(tx: Tx, convention: number, releve: number): Promise<VueReleve['reprise']> {
  const [ligne] = await tx.$queryRaw<{ motif: string; nom: string | null; instant: string }[]>`
    SELECT j.motif, u.nom, to_char(j.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant
    FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id
    WHERE j.convention_id = ${convention} AND j.objet = 'releve' AND j.objet_id = ${releve} AND j.apres ->> 'etat' = 'BROUILLON' AND j.avant ->> 'etat' = 'A_VALIDER'
      AND j.motif IS NOT NULL
    ORDER BY j.id DESC LIMIT 1`
  return ligne
    ? { motif: ligne.motif, par: [ligne.nom, `le ${formatInstant(ligne.instant)}`].filter(Boolean).join(', ') }
    : null
}

type Lu = Pick<VueReleve, 'document' | 'absence' | 'change' | 'reprise'>

const vide = (absence: string): Lu => ({ document: null, absence, change: false, reprise: null })

function buildVersion(
  contenu: ContenuReleve,
  ligne: LigneReleve,
  coanimateurs: LectureReleve['coanimateurs'],
): DocumentTexte {
  const { numero, etat, motif, validations } = toVueVersion(ligne)
  return buildDocument(contenu, {
    numero,
    etat,
    motif,
    validations,
    attendus: listAttendus(toSituation(ligne, coanimateurs)),
  })
}

/** What a version says: a draft, what is recorded now; afterwards, what was written down. */
async function readVersion(
  tx: Tx,
  convention: ConventionOuverte,
  entete: Entete,
  ligne: LigneReleve,
  coanimateurs: LectureReleve['coanimateurs'],
): Promise<Lu> {
  const seance = ligne.etat === 'VALIDE' ? null : await readSeance(tx, convention.id, entete.id)
  const recorded = seance && buildReleve(seance)
  const contenu = ligne.etat === 'BROUILLON' ? recorded : await readContenu(tx, convention.id, ligne.id)
  if (contenu === null) return vide(ILLISIBLE)
  return {
    document: buildVersion(contenu, ligne, coanimateurs),
    absence: null,
    change: ligne.etat === 'A_VALIDER' && recorded !== null && !checkInchange(contenu, recorded),
    reprise: ligne.etat === 'BROUILLON' ? await findReprise(tx, convention.id, ligne.id) : null,
  }
}

/** A meeting frozen before its minutes were kept here says what it says, and no longer changes. */
function readAnterieure(seance: SeanceLue | null): Lu {
  if (seance === null) return vide(ILLISIBLE)
  return {
    ...vide(''),
    absence: null,
    document: buildDocument(buildReleve(seance), {
      numero: null,
      etat: 'ANTERIEUR',
      motif: null,
      validations: [],
      attendus: [],
    }),
  }
}

function formatAbsence({ etat }: Entete, peutEcrire: boolean): string {
  if (etat === 'ANNULEE') return 'Cette réunion est annulée : elle n’a pas de relevé de décisions.'
  if (etat === 'PREVUE') return 'Le relevé de décisions se prépare une fois la réunion tenue.'
  return peutEcrire
    ? 'Le relevé se compose de ce qui est noté sur la page de la réunion : présences, points, notes et décisions. Préparez-le pour le relire.'
    : 'Le relevé de décisions de cette réunion n’est pas encore validé par la Caf et la coordination.'
}

/**
 * The minutes of a meeting: the version asked for, else the latest that this person reads. Those who write minutes
 * read drafts; everyone reads what was validated. At most 7 SQL statements.
 */
export const getReleve = defineQuery({
  nom: 'getReleve',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: releveAdresseSchema,
  run: async ({ tx, convention, acteur, today }, input): Promise<VueReleve | ReturnType<typeof echecs.introuvable>> => {
    const entete = await findEntete(tx, convention.id, input.reunion)
    if (!entete) return echecs.introuvable()
    const droits = listDroits(convention)
    const peutEcrire = droits.includes('releve.ecrire')
    const toutes = await readReleves(tx, convention.id, entete.id, today)
    const lecture = peutEcrire
      ? toutes
      : { ...toutes, versions: toutes.versions.filter(({ etat }) => etat === 'VALIDE') }
    const ligne =
      input.numero === undefined
        ? lecture.versions.at(-1)
        : lecture.versions.find(({ numero }) => numero === input.numero)
    if (input.numero !== undefined && !ligne) return echecs.introuvable()
    const lu = ligne
      ? await readVersion(tx, convention, entete, ligne, lecture.coanimateurs)
      : entete.figee
        ? readAnterieure(await readSeance(tx, convention.id, entete.id))
        : vide(formatAbsence(entete, peutEcrire))
    return {
      slug: convention.slug,
      nom: convention.nom,
      coordination: droits.includes('veille.lire'),
      peutEcrire,
      reunion: { ...entete, dateTexte: formatDate(entete.date) },
      etat: toVueEtat(lecture, { utilisateurId: acteur.id, roles: convention.roles }),
      versions: lecture.versions.map(({ numero, etat }) => ({ numero, etat })),
      choisie: ligne ? toVueVersion(ligne) : null,
      ...lu,
    }
  },
})
