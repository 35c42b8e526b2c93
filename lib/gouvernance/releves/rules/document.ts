/** Minutes as a document to be read: the same words on the page, in the DOCX and in the PDF. */
import type { Bloc, Detail, DocumentTexte } from '@/lib/documents/types'
import { formatDate, formatIntervalle } from '@/lib/platform/dates'
import { formatDuree, formatHeure } from '@/lib/platform/heures'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte } from '@/lib/platform/typographie'
import { formatPresences } from '@/lib/gouvernance/seance/rules/quorum'
import { MOTS_COTE, MOTS_NATURE_DECISION } from '@/lib/competences/words'
import { cite, formatHeures, formatPresence, NOM_ETAT_POINT, NOM_ISSUE, NOM_VOIX, NON_PRECISE } from '../words'
import type { ContenuReleve, DecisionReleve, PointReleve, PresenceReleve } from '../schema'
import type { CoteAttendu, EtatReleve, VueValidation } from '../types'

/** What is known of a version beside what it says. */
export interface VersionDocument {
  /** Null for minutes validated before they were kept here. */
  numero: number | null
  etat: EtatReleve | 'ANTERIEUR'
  motif: string | null
  validations: readonly VueValidation[]
  attendus: readonly CoteAttendu[]
}

const titre = (texte: string, niveau: 2 | 3 = 2): Bloc => ({ genre: 'titre', niveau, texte })
const paragraphe = (texte: string, ton?: 'discret' | 'fort'): Bloc => ({
  genre: 'paragraphe',
  texte,
  ...(ton ? { ton } : {}),
})

const ETATS: Record<VersionDocument['etat'], string> = {
  ANTERIEUR: 'Validé avant d’être enregistré ici.',
  BROUILLON: 'Brouillon : ce relevé n’est pas validé.',
  A_VALIDER: 'Soumis à validation : ce relevé n’est pas encore validé par la Caf et la coordination.',
  VALIDE: 'Validé par la Caf et la coordination.',
}

/** At the foot of each page: paper travels. */
const MENTIONS: Record<VersionDocument['etat'], string> = {
  BROUILLON: ', brouillon',
  A_VALIDER: ', à valider',
  VALIDE: '',
  ANTERIEUR: '',
}

function formatConvention({ nom, titre: intitule, debut, fin }: ContenuReleve['convention']): string {
  const dates = debut !== null && fin !== null ? ` (${formatIntervalle({ debut, fin })})` : ''
  return `${intitule ?? nom}${dates}`
}

function buildEntete(
  { convention, parties, instance, reunion }: ContenuReleve,
  { numero, etat, motif }: VersionDocument,
): Bloc {
  const { date, heureDebut, heureFin, lieu, objet, groupe, derogations } = reunion
  const details: Detail[] = [
    { terme: 'Convention', valeur: formatConvention(convention) },
    { terme: 'Parties', valeur: parties.join('\n') || 'non précisées' },
    { terme: 'Instance', valeur: groupe === null ? instance.nom : `${instance.nom}, ${groupe}` },
    ...(instance.animation === null ? [] : [{ terme: 'Animation', valeur: instance.animation }]),
    { terme: 'Date', valeur: capitalise(formatDate(date)) },
    { terme: 'Horaires', valeur: capitalise(formatHeures(heureDebut, heureFin)) },
    { terme: 'Lieu', valeur: lieu ?? NON_PRECISE },
    ...(objet === null ? [] : [{ terme: 'Objet', valeur: objet }]),
    ...(derogations.length === 0
      ? []
      : [
          {
            terme: derogations.length > 1 ? 'Dérogations' : 'Dérogation',
            valeur: derogations.map(capitalise).join('\n'),
          },
        ]),
    {
      terme: 'Version',
      valeur: [
        numero === null ? ETATS[etat] : `${numero}. ${ETATS[etat]}`,
        motif && `Corrige la version précédente : ${motif}`,
      ]
        .filter(Boolean)
        .join('\n'),
    },
  ]
  return { genre: 'details', nom: 'La réunion', details }
}

const formatQualite = ({ membre, personne, fonction, voix }: PresenceReleve): string =>
  [personne === membre ? null : personne, fonction, NOM_VOIX[voix]].filter(Boolean).join(', ')

function buildPresences({ colleges, quorum }: ContenuReleve): Bloc[] {
  const lignes = colleges.flatMap(({ nom, membres }) =>
    membres.map((membre) => [membre.membre, formatQualite(membre) || NON_PRECISE, nom, formatPresence(membre)]),
  )
  const resumes = colleges.map(({ nom, membres }) => `${nom} : ${formatPresences(membres)}`)
  return [
    titre('Présences'),
    ...(lignes.length === 0 ? [paragraphe('La composition de l’instance n’est pas renseignée.', 'discret')] : []),
    ...(resumes.length === 0 ? [] : [{ genre: 'liste' as const, items: resumes }]),
    paragraphe(quorum.phrase),
    ...(quorum.source === null ? [] : [paragraphe(`La convention écrit : ${cite(quorum.source)}`, 'discret')]),
    ...(lignes.length === 0
      ? []
      : [
          {
            genre: 'tableau' as const,
            nom: 'Présence de chaque membre',
            colonnes: [
              { titre: 'Membre', part: 30 },
              { titre: 'Qualité', part: 28 },
              { titre: 'Collège', part: 20 },
              { titre: 'Présence', part: 22 },
            ],
            lignes,
          },
        ]),
  ]
}

/** A point that nobody closed, but of which something was written, was at least spoken of. */
const formatSuite = ({ etat, notes, decisions }: PointReleve): string =>
  etat === 'A_TRAITER' && (notes !== null || decisions.length > 0) ? 'abordé' : NOM_ETAT_POINT[etat]

const isEnSuspens = (point: PointReleve): boolean => ['reporté', 'non traité'].includes(formatSuite(point))

function buildOrdre(points: readonly PointReleve[]): Bloc[] {
  if (points.length === 0) return [titre('Ordre du jour'), paragraphe('Aucun point n’est inscrit.', 'discret')]
  return [
    titre('Ordre du jour'),
    {
      genre: 'tableau',
      nom: 'Points de l’ordre du jour',
      colonnes: [
        { titre: 'Nº', part: 7 },
        { titre: 'Point', part: 46 },
        { titre: 'Présentation', part: 21 },
        { titre: 'Durée', part: 12 },
        { titre: 'Suite', part: 14 },
      ],
      lignes: points.map((point, index) => [
        String(index + 1),
        point.titre,
        point.presentateur ?? NON_PRECISE,
        point.dureeMinutes === null ? NON_PRECISE : formatDuree(point.dureeMinutes),
        formatSuite(point),
      ]),
    },
  ]
}

function formatDecision({ texte, nature, effet }: DecisionReleve): string {
  return [texte, `Nature : ${MOTS_NATURE_DECISION[nature]}`, effet].filter((ligne) => ligne !== null).join('\n')
}

function buildDecisions(points: readonly PointReleve[]): Bloc[] {
  const lignes = points.flatMap(({ decisions }, index) =>
    decisions.map((decision) => [
      `D${decision.numero}`,
      formatDecision(decision),
      `${index + 1}`,
      NOM_ISSUE[decision.issue],
      decision.responsable ?? NON_PRECISE,
      decision.echeance === null ? 'non précisée' : formatJour(decision.echeance),
    ]),
  )
  if (lignes.length === 0) return [titre('Décisions'), paragraphe('Aucune décision n’est enregistrée.')]
  return [
    titre('Décisions'),
    paragraphe(`${capitalise(formatCompte(lignes.length, 'décision'))}.`),
    {
      genre: 'tableau',
      nom: 'Décisions de la réunion',
      colonnes: [
        { titre: 'Nº', part: 7 },
        { titre: 'Décision', part: 41 },
        { titre: 'Point', part: 8 },
        { titre: 'Issue', part: 13 },
        { titre: 'Responsable', part: 17 },
        { titre: 'Échéance', part: 14 },
      ],
      lignes,
    },
  ]
}

/** '03/03/2026': a column of dates is narrow. */
const formatJour = (date: string): string => date.split('-').reverse().join('/')

function buildEchanges({ points, reunion }: ContenuReleve): Bloc[] {
  const traites = points.flatMap(({ titre: nom, sujets, notes, decisions }, index): Bloc[] => {
    if (sujets.length === 0 && notes === null && decisions.length === 0) return []
    const numeros = decisions.map(({ numero }) => `D${numero}`)
    return [
      titre(`${index + 1}. ${nom}`, 3),
      ...(sujets.length === 0 ? [] : [{ genre: 'liste' as const, items: sujets }]),
      ...(notes === null ? [] : [paragraphe(notes)]),
      ...(numeros.length === 0
        ? []
        : [paragraphe(`${numeros.length > 1 ? 'Décisions' : 'Décision'} : ${numeros.join(', ')}`, 'fort')]),
    ]
  })
  return [
    titre('Échanges'),
    ...(traites.length === 0 && reunion.note === null
      ? [paragraphe('Aucune note n’a été prise.', 'discret')]
      : traites),
    ...(reunion.note === null ? [] : [titre('Note de la réunion', 3), paragraphe(reunion.note)]),
  ]
}

function buildProchaine(prochaine: ContenuReleve['prochaine']): Bloc[] {
  const phrase =
    prochaine === null
      ? 'Aucune autre réunion de l’instance n’est prévue à ce jour'
      : [
          capitalise(formatDate(prochaine.date)),
          prochaine.heureDebut && `à ${formatHeure(prochaine.heureDebut)}`,
          prochaine.lieu,
        ]
          .filter(Boolean)
          .join(', ')
  return [titre('Prochaine réunion', 3), paragraphe(`${phrase}.`)]
}

function buildSuites({ points, prochaine }: ContenuReleve, { etat }: VersionDocument): Bloc[] {
  const suspens = points.flatMap((point, index) =>
    isEnSuspens(point) ? [`${index + 1}. ${point.titre} (${formatSuite(point)})`] : [],
  )
  const suites: Bloc[] = [
    ...(suspens.length === 0
      ? []
      : [titre('Points reportés ou non traités', 3), { genre: 'liste' as const, items: suspens }]),
    // What was planned on the day of minutes that were not kept here is not known.
    ...(etat === 'ANTERIEUR' ? [] : buildProchaine(prochaine)),
  ]
  return suites.length === 0 ? [] : [titre('Suites'), ...suites]
}

function buildValidation({ etat, validations, attendus }: VersionDocument): Bloc[] {
  const lignes = [
    ...validations.map(({ cote, nom, quand }) => `Pour ${MOTS_COTE[cote]} : ${nom}, ${quand}`),
    ...attendus.map(
      ({ cote, noms }) =>
        `Pour ${MOTS_COTE[cote]} : validation attendue${noms.length > 0 ? ` (${noms.join(' ou ')})` : ''}`,
    ),
  ]
  return [
    titre('Validation'),
    paragraphe(ETATS[etat]),
    ...(lignes.length === 0 ? [] : [{ genre: 'liste' as const, items: lignes }]),
  ]
}

/** The whole document: what a version says, and where it stands. */
export function buildDocument(contenu: ContenuReleve, version: VersionDocument): DocumentTexte {
  const { convention, instance, reunion, points } = contenu
  const seance = `${instance.nom}${reunion.groupe === null ? '' : `, ${reunion.groupe}`}, ${formatDate(reunion.date)}`
  const etat = `${version.numero === null ? '' : `, version ${version.numero}`}${MENTIONS[version.etat]}`
  return {
    surtitre: convention.nom,
    titre: 'Relevé de décisions',
    sousTitre: seance,
    titreFichier: `Relevé de décisions, ${seance}`,
    sujet: convention.nom,
    pied: `${seance}${etat}`,
    blocs: [
      buildEntete(contenu, version),
      ...buildPresences(contenu),
      ...buildOrdre(points),
      ...buildDecisions(points),
      ...buildEchanges(contenu),
      ...buildSuites(contenu, version),
      ...buildValidation(version),
    ],
  }
}
