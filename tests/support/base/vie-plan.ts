import { cancelChangement } from '@/lib/plan-action/suivi/actions/retablir'
import { createAxe, moveAxe, removeAxe, updateAxe } from '@/lib/plan-action/arbre/actions/axes'
import { createFiche, moveFiche, removeFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { updateNumerotation, updatePlan } from '@/lib/plan-action/arbre/actions/plan'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { updateFiches } from '@/lib/plan-action/liste/actions/lot'
import { recordRevue } from '@/lib/plan-action/tournee/actions'
import { checkTableur, importTableur, recordTableur } from '@/lib/plan-action/tableur/actions'
import { closeVersion } from '@/lib/plan-action/versions/actions'
import { createVuePlan, removeVuePlan, updateVuePlan } from '@/lib/plan-action/liste/actions/vues'
import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'
import type { Monde } from './monde'

const convention = 'demonstration'

/** The plan as a tree, its fiches field by field and many at once, a closed version, views, a spreadsheet. */
export async function livePlan(monde: Monde): Promise<void> {
  await changeArbre(monde)
  await changeFiches(monde)
  await liveVersions(monde)
  await bringTableur(monde)
}

const planOf = ({ find }: Monde) =>
  find<number>(
    'SELECT p.version AS v FROM plan_action p JOIN convention c ON c.id = p.convention_id WHERE c.slug = $1 ORDER BY p.numero_version DESC LIMIT 1',
    [convention],
  )
const versionOf = ({ find }: Monde, table: string, id: number) =>
  find<number>(`SELECT version AS v FROM ${table} WHERE id = $1`, [id])

async function changeArbre(monde: Monde): Promise<void> {
  const {
    as,
    find,
    gens: { coordination },
  } = monde
  await as(coordination, async () =>
    updatePlan({
      convention,
      version: await planOf(monde),
      titre: 'Plan du Val-Témoin',
      niveaux: ['Axe', 'Objectif'],
      nomFiche: 'Fiche-action',
      nomEtape: 'Étape',
      texte: 'Un plan relu.',
      raisonSansFiche: '',
    }),
  )
  const champs = {
    titre: 'Habiter',
    numero: '',
    description: 'Un axe **ajouté** en cours de route.',
    objectifs: ['Loger les jeunes'],
    theme: null,
    absence: '',
  }
  await as(coordination, async () => createAxe({ convention, version: await planOf(monde), parent: null, ...champs }))
  const axe = await find<number>('SELECT max(id) AS v FROM axe')
  await as(coordination, async () =>
    createAxe({ convention, version: await planOf(monde), parent: axe, ...champs, titre: 'Se loger jeune' }),
  )
  const enfant = await find<number>('SELECT max(id) AS v FROM axe')
  await as(coordination, async () =>
    updateAxe({
      convention,
      axe,
      version: await versionOf(monde, 'axe', axe),
      ...champs,
      titre: 'Habiter le Val-Témoin',
    }),
  )
  await as(coordination, async () => moveAxe({ convention, version: await planOf(monde), axe, parent: null, rang: 0 }))
  await as(coordination, async () =>
    createAxe({ convention, version: await planOf(monde), parent: null, ...champs, titre: 'Écrit par erreur' }),
  )
  const erreur = await find<number>('SELECT max(id) AS v FROM axe')
  await as(coordination, async () => removeAxe({ convention, version: await planOf(monde), axe: erreur }))
  const add = (titre: string, redaction: { motif: string; echeance: string; avenant: number | null } | null = null) =>
    as(coordination, async () =>
      createFiche({ convention, version: await planOf(monde), axe: enfant, titre, numero: '', redaction }),
    )
  await add('Un guichet du logement')
  const guichet = await find<number>('SELECT max(id) AS v FROM fiche_action')
  await add('Une fiche attendue', {
    motif: 'Attendue par avenant',
    echeance: monde.jour(120),
    avenant: await find<number>(
      'SELECT min(a.id) AS v FROM avenant a JOIN convention c ON c.id = a.convention_id WHERE c.slug = $1',
      [convention],
    ),
  })
  await add('Une fiche sans lendemain')
  const retiree = await find<number>('SELECT max(id) AS v FROM fiche_action')
  await as(coordination, async () => removeFiche({ convention, version: await planOf(monde), fiche: retiree }))
  await as(coordination, async () =>
    moveFiche({ convention, version: await planOf(monde), fiche: guichet, axe: enfant, rang: 1 }),
  )
  await as(coordination, async () =>
    updateNumerotation({
      convention,
      version: await planOf(monde),
      numerotation: 'PAR_AXE',
      prefixe: 'FA',
      axes: true,
    }),
  )
}

async function changeFiches(monde: Monde): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination, pilote },
  } = monde
  const fiche = await find<number>(
    'SELECT min(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1',
    [convention],
  )
  const autre = await find<number>(
    `SELECT min(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.statut = 'EN_COURS' AND f.id <> $2`,
    [convention, fiche],
  )
  const read = <T>(colonne: string, id = fiche) =>
    find<T>(`SELECT ${colonne} AS v FROM fiche_action WHERE id = $1`, [id])
  const write = (qui: string, champs: ChangementsFiche, id = fiche) =>
    as(qui, () => updateFiche({ convention, fiche: id, champs }))
  await write(coordination, {
    suivi: { avant: await read<string | null>('suivi'), apres: 'Point fait avec les communes.\n\n- un\n- deux' },
  })
  await write(pilote, {
    suivi: { avant: await read<string | null>('suivi'), apres: 'Le point d’après, écrit par **le pilote**.' },
  })
  await write(coordination, {
    periode: {
      avant: {
        texte: await read<string | null>('periode_texte'),
        debut: await read<string | null>('periode_debut::text'),
        fin: await read<string | null>('periode_fin::text'),
      },
      apres: { texte: 'jusqu’au printemps', debut: jour(-100), fin: jour(150) },
    },
    objectifs: { avant: await read<string | null>('objectifs'), apres: '1. Accueillir\n2. Orienter' },
    enjeuCoordination: { avant: await read<boolean | null>('enjeu_coordination'), apres: true },
  })
  await write(coordination, { statut: { avant: 'EN_COURS', apres: 'REALISEE' } }, autre)
  const ligne = await find<number>(`SELECT max(id) AS v FROM journal WHERE objet = 'fiche_action' AND objet_id = $1`, [
    autre,
  ])
  await as(coordination, () =>
    cancelChangement({ convention, fiche: autre, ligne, champ: 'fiche_action.statut', vu: null }),
  )
  await as(coordination, () =>
    updateFiches({
      convention,
      lot: { genre: 'FICHES', fiches: [{ fiche, champs: { publicVise: { avant: null, apres: null } } }] },
    }),
  )
  await as(pilote, () => recordRevue({ convention, fiche }))
}

async function liveVersions(monde: Monde): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination, elue },
  } = monde
  await as(coordination, async () =>
    closeVersion({
      convention,
      version: await planOf(monde),
      libelle: 'Plan relu',
      date: jour(0),
      avenant: null,
      motif: 'Relecture annuelle',
    }),
  )
  await as(coordination, () => createVuePlan({ convention, nom: 'En cours', parametres: 'statut=EN_COURS' }))
  const vue = await find<number>('SELECT max(id) AS v FROM vue_plan')
  await as(coordination, () => updateVuePlan({ convention, id: vue, nom: 'Ce qui est en cours' }))
  const { id: autre } = await as(elue, () =>
    createVuePlan({ convention, nom: 'À oublier', parametres: 'statut=REALISEE' }),
  )
  await as(elue, () => removeVuePlan({ convention, id: autre }))
  await as(elue, () => createVuePlan({ convention, nom: 'Mes communes', parametres: 'q=jeunes' }))
}

/** One spreadsheet brought in, one left half way. */
async function bringTableur({ as, find, gens: { coordination, administration } }: Monde): Promise<void> {
  const axe = await find<string>(
    `SELECT a.numero AS v FROM axe a JOIN convention c ON c.id = a.convention_id WHERE c.slug = $1 AND a.numero IS NOT NULL ORDER BY a.id LIMIT 1`,
    [convention],
  )
  const fichier = (titre: string) =>
    new File([`Axe;Numéro;Titre\r\n${axe};90;${titre}\r\n`], 'plan.csv', { type: 'text/csv' })
  const correspondance = {
    feuilles: [{ feuille: 0, table: 'FICHES' as const, entete: 0, colonnes: ['axe', 'numero', 'titre'] }],
    axe: null,
    creerAxes: false,
  }
  const { import: id } = await as(coordination, () =>
    recordTableur({ convention, fichier: fichier('Une fiche venue d’un tableur') }),
  )
  const { version } = await as(coordination, () => checkTableur({ convention, import: id, version: 0, correspondance }))
  const { ecrit } = await as(coordination, () =>
    importTableur({ convention, import: id, version, sansRefusees: false }),
  )
  if (!ecrit) throw new Error('spreadsheet not written')
  await as(administration, () => recordTableur({ convention, fichier: fichier('Une fiche jamais importée') }))
}
