import {
  cancelReunion,
  holdReunion,
  planReunion,
  reopenReunion,
  updateReunion,
} from '@/lib/gouvernance/reunions/actions/reunion'
import {
  createPoint,
  createPointsProposes,
  movePoint,
  removePoint,
  updateEtatPoint,
  updatePoint,
} from '@/lib/gouvernance/seance/actions/agenda'
import { createCalendrier } from '@/lib/gouvernance/calendrier/actions'
import { recordDecision, removeDecision, updateDecision } from '@/lib/gouvernance/decisions/actions/decision'
import {
  createInstance,
  removeInstance,
  updateInstance,
  updateMissions,
} from '@/lib/gouvernance/instances/actions/instance'
import { closeMandats } from '@/lib/gouvernance/mandats/actions'
import { createMembre, removeMembre, updateMembre } from '@/lib/gouvernance/instances/actions/membre'
import { recordNotes } from '@/lib/gouvernance/seance/actions/notes'
import { recordPresence } from '@/lib/gouvernance/seance/actions/presence'
import { createRegle } from '@/lib/gouvernance/frequence/actions/regle'
import {
  correctReleve,
  prepareReleve,
  reopenReleve,
  submitReleve,
  validateReleve,
} from '@/lib/gouvernance/releves/actions'
import { cancelSerie, planSerie } from '@/lib/gouvernance/series/actions/serie'
import { closeDecision, reopenDecision, updateSuiviDecision } from '@/lib/gouvernance/decisions/actions/suivi'
import { getReunion } from '@/lib/gouvernance/seance/queries'
import type { Monde } from './monde'

const convention = 'demonstration'
const derogation = { motif: 'Réunion demandée par les élus du territoire.' }

/** Instances are composed; meetings planned, moved, held, cancelled; decisions taken; minutes written, validated, corrected. */
export async function liveGouvernance(monde: Monde): Promise<void> {
  const forum = await composeForum(monde)
  await planAnnee(monde, forum)
  const seances = [
    await holdSeance(monde, -60),
    await holdSeance(monde, -45),
    await holdSeance(monde, -30),
    await holdSeance(monde, -15),
  ] as const
  await liveDecisions(monde, seances[0])
  await validate(monde, seances[0].reunion)
  await validate(monde, seances[1].reunion)
  await correct(monde, seances[1].reunion)
  await draft(monde, seances[2].reunion)
  await endMandat(monde)
  await monde.as(monde.gens.coordination, () => createCalendrier({}))
  await monde.as(monde.gens.elue, () => createCalendrier({}))
}

const versionOf = ({ find }: Monde, table: string, id: number) =>
  find<number>(`SELECT version AS v FROM ${table} WHERE id = $1`, [id])
const instanceOf = ({ find }: Monde, type: string) =>
  find<number>(
    `SELECT min(i.id) AS v FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.type = $2::type_instance`,
    [convention, type],
  )

async function composeForum(monde: Monde): Promise<number> {
  const {
    as,
    jour,
    gens: { coordination },
  } = monde
  const identite = { type: 'SEMINAIRE' as const, nom: 'Forum des familles' }
  const { instance } = await as(coordination, () => createInstance({ convention, ...identite }))
  const version = () => versionOf(monde, 'instance', instance)
  await as(coordination, async () =>
    updateInstance({
      convention,
      instance,
      version: await version(),
      ...identite,
      animation: 'La coordination',
      composition: 'Les familles qui le veulent',
      quorum: '3',
      quorumTexte: 'Trois familles au moins',
    }),
  )
  await as(coordination, async () =>
    updateMissions({
      convention,
      instance,
      version: await version(),
      missions: ['Donner son avis sur le plan'],
      competences: [{ matiere: 'FICHE', pouvoir: 'PROPOSE', source: 'Proposé en séance' }],
    }),
  )
  await as(coordination, async () =>
    createRegle({
      convention,
      instance,
      version: await version(),
      mode: 'MINIMUM',
      minimum: '1',
      periode: 'AN_CIVIL',
      source: 'une fois par an',
    }),
  )
  await as(coordination, async () =>
    createRegle({
      convention,
      instance,
      version: await version(),
      mode: 'MINIMUM',
      minimum: '2',
      periode: 'AN_CIVIL',
      aPartirDu: jour(60),
    }),
  )
  const seat = (libelle: string, personne: string) =>
    as(coordination, () =>
      createMembre({ convention, instance, libelle, personne, voix: 'CONSULTATIVE', debut: jour(-300) }),
    )
  const { membre } = await seat('Les familles', 'Camille EXEMPLE')
  await as(coordination, async () =>
    updateMembre({
      convention,
      membre,
      version: await versionOf(monde, 'membre', membre),
      libelle: 'Les familles',
      personne: 'Camille EXEMPLE',
      suppleant: 'Dany EXEMPLE',
      voix: 'DECISIVE',
      coanimation: true,
      debut: jour(-300),
    }),
  )
  const { membre: erreur } = await seat('Un siège écrit par erreur', '')
  await as(coordination, () => removeMembre({ convention, membre: erreur, version: 0 }))
  const { instance: autre } = await as(coordination, () =>
    createInstance({ convention, type: 'COMMISSION', nom: 'Commission sans lendemain' }),
  )
  await as(coordination, () => removeInstance({ convention, instance: autre, version: 0 }))
  return instance
}

async function planAnnee(monde: Monde, forum: number): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination },
  } = monde
  const plan = (ecart: number, reste: object = {}) =>
    as(coordination, () => planReunion({ convention, instance: forum, date: jour(ecart), derogation, ...reste }))
  const version = (reunion: number) => versionOf(monde, 'reunion', reunion)
  const { reunion: deplacee } = await plan(20, {
    heureDebut: '14:00',
    heureFin: '16h30',
    lieu: 'Salle du conseil',
    objet: 'Préparer le forum',
  })
  await as(coordination, async () =>
    updateReunion({
      convention,
      reunion: deplacee,
      version: await version(deplacee),
      date: jour(25),
      heureDebut: '9:00',
      lieu: 'Mairie',
      compteRendu: null,
      derogation,
    }),
  )
  const { reunion: annulee } = await plan(40)
  await as(coordination, async () =>
    cancelReunion({
      convention,
      reunion: annulee,
      version: await version(annulee),
      motif: 'Salle indisponible.',
      derogation,
    }),
  )
  const { reunion: tenue } = await plan(-3)
  await as(coordination, async () =>
    holdReunion({
      convention,
      reunion: tenue,
      version: await version(tenue),
      date: jour(-2),
      compteRendu: 'Douze familles présentes.',
      derogation,
    }),
  )
  const { reunion: rouverte } = await plan(-90, { tenue: true })
  await as(coordination, async () =>
    reopenReunion({ convention, reunion: rouverte, version: await version(rouverte), derogation }),
  )
  const serie = {
    rythme: 'MENSUEL_JOUR' as const,
    rang: '1' as const,
    jour: '2' as const,
    debut: jour(50),
    fin: jour(200),
  }
  await as(coordination, () =>
    planSerie({
      convention,
      instance: forum,
      ...serie,
      dates: [jour(60), jour(90), jour(120)],
      heureDebut: '18:00',
      derogation,
    }),
  )
  const ecrite = await find<number>('SELECT max(id) AS v FROM serie_reunion')
  await as(coordination, () =>
    planSerie({ convention, instance: forum, ...serie, dates: [jour(70), jour(100)], derogation }),
  )
  const rendue = await find<number>('SELECT max(id) AS v FROM serie_reunion')
  if (ecrite === rendue) throw new Error('one series instead of two')
  await as(coordination, () =>
    cancelSerie({ convention, serie: rendue, nombre: 2, motif: 'Le forum change de rythme.', derogation }),
  )
}

interface Seance {
  reunion: number
  points: number[]
}

/** A COPIL that was held: agenda, presences, notes, a decision on each point. */
async function holdSeance(monde: Monde, ecart: number): Promise<Seance> {
  const {
    as,
    jour,
    find,
    owner,
    gens: { coordination },
  } = monde
  const copil = await instanceOf(monde, 'COPIL')
  const { reunion } = await as(coordination, () =>
    planReunion({
      convention,
      instance: copil,
      date: jour(ecart),
      heureDebut: '14:00',
      lieu: 'Siège (fictif)',
      objet: 'Suivi du plan',
      derogation,
    }),
  )
  const point = (titre: string, reste: object = {}) =>
    as(coordination, () => createPoint({ convention, reunion, titre, ...reste }))
  const fiche = await find<number>(
    `SELECT min(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1`,
    [convention],
  )
  const points = [
    (await point('Avancement du plan', { presentateur: 'La coordination', duree: '1 h 15', fiche })).point,
    (await point('Un document', { nouveauDocument: { titre: `Bilan ${ecart}`, reference: 'Classeur 3' } })).point,
    (await point('À reporter')).point,
  ]
  const retire = await point('Écrit par erreur')
  const version = (id: number) => versionOf(monde, 'point_ordre_du_jour', id)
  await as(coordination, async () =>
    removePoint({ convention, point: retire.point, version: await version(retire.point) }),
  )
  const ref = await find<string>('SELECT ref AS v FROM reunion WHERE id = $1', [reunion])
  const { propositions } = await as(coordination, () => getReunion({ convention, reunion: ref }))
  const cle = propositions[0]?.propositions[0]?.cle
  if (cle) await as(coordination, () => createPointsProposes({ convention, reunion, cles: [cle] }))
  await as(coordination, async () =>
    holdReunion({
      convention,
      reunion,
      version: await versionOf(monde, 'reunion', reunion),
      date: jour(ecart),
      derogation,
    }),
  )
  const [premier = 0, second = 0, troisieme = 0] = points
  await as(coordination, async () =>
    updatePoint({ convention, point: second, version: await version(second), titre: 'Un document, relu', duree: '20' }),
  )
  await as(coordination, () => movePoint({ convention, point: second, sens: 'DESCENDRE' }))
  await as(coordination, async () =>
    recordNotes({
      convention,
      point: premier,
      version: await version(premier),
      notes: 'Échanges sur le calendrier.\nRien à redire.',
    }),
  )
  await as(coordination, async () =>
    updateEtatPoint({ convention, point: premier, version: await version(premier), etat: 'TRAITE' }),
  )
  await as(coordination, async () =>
    updateEtatPoint({ convention, point: troisieme, version: await version(troisieme), etat: 'REPORTE' }),
  )
  const { rows } = await owner.query<{ id: number }>(
    'SELECT id FROM membre WHERE instance_id = $1 AND coalesce(debut <= $2, true) AND coalesce(fin >= $2, true) ORDER BY id',
    [copil, jour(ecart)],
  )
  for (const [rang, { id: membre }] of rows.entries()) {
    const etat = (['PRESENT', 'EXCUSE', 'REPRESENTE', 'ABSENT'] as const)[rang % 4]
    await as(coordination, () =>
      recordPresence({
        convention,
        reunion,
        membre,
        etat: etat ?? 'PRESENT',
        representant: etat === 'REPRESENTE' ? 'Mme Remplaçante' : null,
      }),
    )
  }
  return { reunion, points }
}

/** Decisions that take effect, wait, are done, done again, and one that was written by mistake. */
async function liveDecisions(monde: Monde, { points: [point = 0] }: Seance): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination },
  } = monde
  const fiche = await find<number>(
    `SELECT max(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.statut = 'EN_COURS'`,
    [convention],
  )
  const record = (texte: string, reste: object = {}) =>
    as(coordination, () =>
      recordDecision({
        convention,
        point,
        texte,
        nature: 'ENGAGEMENT',
        etat: 'PRISE',
        responsable: 'La coordination',
        echeance: jour(30),
        ...reste,
      }),
    )
  const version = (id: number) => versionOf(monde, 'decision', id)
  await record('Reporter la fiche à la rentrée', { nature: 'AJUSTEMENT', effet: 'REPORTER_FICHE', objet: fiche })
  const { decision: faite } = await record('Écrire aux communes', { echeance: jour(-20) })
  await as(coordination, async () =>
    updateSuiviDecision({
      convention,
      decision: faite,
      version: await version(faite),
      responsable: 'La Caf',
      suivi: 'Courrier préparé.',
    }),
  )
  await as(coordination, async () =>
    closeDecision({
      convention,
      decision: faite,
      version: await version(faite),
      realiseeLe: jour(-5),
      suivi: 'Courrier envoyé.',
    }),
  )
  const { decision: rouverte } = await record('Trouver une salle')
  await as(coordination, async () =>
    closeDecision({
      convention,
      decision: rouverte,
      version: await version(rouverte),
      realiseeLe: jour(-4),
      suivi: '',
    }),
  )
  await as(coordination, async () =>
    reopenDecision({
      convention,
      decision: rouverte,
      version: await version(rouverte),
      suivi: 'La salle est de nouveau prise.',
    }),
  )
  const { decision: attendue } = await record('Arrêter le budget', {
    nature: 'VALIDATION',
    etat: 'ATTENDUE',
    echeance: '',
  })
  await as(coordination, async () =>
    updateDecision({
      convention,
      decision: attendue,
      version: await version(attendue),
      texte: 'Arrêter le budget de l’an prochain',
      nature: 'VALIDATION',
      etat: 'ATTENDUE',
      responsable: '',
      echeance: '',
    }),
  )
  const { decision: erreur } = await record('Écrite par erreur')
  await as(coordination, async () => removeDecision({ convention, decision: erreur, version: await version(erreur) }))
}

const lastReleve = ({ find }: Monde, reunion: number) =>
  find<number>('SELECT max(id) AS v FROM releve WHERE reunion_id = $1', [reunion])

async function submit(monde: Monde, reunion: number): Promise<number> {
  const {
    as,
    gens: { coordination },
  } = monde
  const releve = await lastReleve(monde, reunion)
  await as(coordination, async () =>
    submitReleve({ convention, releve, version: await versionOf(monde, 'releve', releve) }),
  )
  return releve
}

/** Minutes that both sides validate: the meeting is frozen. */
async function validate(monde: Monde, reunion: number): Promise<void> {
  const {
    as,
    gens: { coordination, conseillere },
  } = monde
  await as(coordination, async () =>
    prepareReleve({ convention, reunion, version: await versionOf(monde, 'reunion', reunion) }),
  )
  const releve = await submit(monde, reunion)
  const version = () => versionOf(monde, 'releve', releve)
  await as(coordination, async () =>
    reopenReleve({ convention, releve, version: await version(), motif: 'Une présence avait été oubliée.' }),
  )
  await submit(monde, reunion)
  await as(conseillere, async () => validateReleve({ convention, releve, version: await version(), cote: 'CAF' }))
  await as(coordination, async () =>
    validateReleve({ convention, releve, version: await version(), cote: 'COORDINATION' }),
  )
}

/** A second version of validated minutes, that one side has validated. */
async function correct(monde: Monde, reunion: number): Promise<void> {
  const {
    as,
    gens: { coordination, conseillere },
  } = monde
  const premiere = await lastReleve(monde, reunion)
  await as(coordination, async () =>
    correctReleve({
      convention,
      releve: premiere,
      version: await versionOf(monde, 'releve', premiere),
      motif: 'Le lieu était faux.',
    }),
  )
  const releve = await submit(monde, reunion)
  await as(conseillere, async () =>
    validateReleve({ convention, releve, version: await versionOf(monde, 'releve', releve), cote: 'CAF' }),
  )
}

async function draft(monde: Monde, reunion: number): Promise<void> {
  await monde.as(monde.gens.coordination, async () =>
    prepareReleve({ convention, reunion, version: await versionOf(monde, 'reunion', reunion) }),
  )
}

async function endMandat(monde: Monde): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination },
  } = monde
  const membre = await find<number>(
    `SELECT max(m.id) AS v FROM membre m JOIN instance i ON i.id = m.instance_id JOIN convention c ON c.id = m.convention_id
    WHERE c.slug = $1 AND i.type = 'COPIL' AND m.fin IS NULL AND m.personne IS NOT NULL`,
    [convention],
  )
  await as(coordination, async () =>
    closeMandats({
      convention,
      fin: jour(-1),
      motif: 'Départ de la collectivité',
      sieges: [
        {
          membre,
          version: await versionOf(monde, 'membre', membre),
          reprise: 'SUCCESSEUR',
          nom: 'Sacha SUITE',
          fonction: 'Adjointe',
        },
      ],
    }),
  )
}
