import { createAbsence, removeIdentite } from '@/lib/cooperation/postes/actions/absences'
import { createActivite, recordBilanFonction, removeActivite, updateActivite } from '@/lib/cooperation/activite/actions'
import { createEcheance, recordRepartition, removeEcheance } from '@/lib/cooperation/afas/actions'
import { createCout, updateCout } from '@/lib/cooperation/couts/actions/couts'
import { recordFinancement } from '@/lib/cooperation/couts/actions/montants'
import { createReglageFinancement } from '@/lib/cooperation/couts/actions/reglages'
import { createSchema, removeSchema, updateIdentite } from '@/lib/cooperation/schemas/actions/creation'
import { closeSchema, proposeSchema, validateSchema } from '@/lib/cooperation/schemas/actions/etat'
import {
  createOccupation,
  updateOccupation,
  updateQuotiteOccupation,
} from '@/lib/cooperation/postes/actions/occupations'
import { createPoste, removePoste, updatePoste } from '@/lib/cooperation/postes/actions/postes'
import { createReconduction } from '@/lib/cooperation/postes/actions/reconduction'
import { createAffectation, createAffectations, updateSchema } from '@/lib/cooperation/schemas/actions/saisie'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import type { Monde } from './monde'

const convention = 'demonstration'
/** Where no instance decides of schémas: both sides agree between themselves. */
const BAUX = 'vallee-des-baux-alpilles'

/** A schéma is drawn, balanced, agreed and closed; posts are filled, left, replaced; money and activity are told. */
export async function liveCooperation(monde: Monde): Promise<void> {
  await balanceBrouillon(monde)
  await drawHistoire(monde)
  const poste = await fillPostes(monde)
  await tellArgent(monde, poste)
  await tellActivite(monde)
}

const versionOf = ({ find }: Monde, table: string, id: number) =>
  find<number>(`SELECT version AS v FROM ${table} WHERE id = $1`, [id])
const schemaOf = ({ find }: Monde, ref: string, ou = convention) =>
  find<number>(
    'SELECT s.id AS v FROM schema_cooperation s JOIN convention c ON c.id = s.convention_id WHERE c.slug = $1 AND s.ref = $2',
    [ou, ref],
  )

/** The draft of the demonstration lacks 0,10 ETP: they are found, and it is proposed. */
async function balanceBrouillon(monde: Monde): Promise<void> {
  const {
    as,
    gens: { coordination },
  } = monde
  const schema = await schemaOf(monde, 'schema-2027-2029')
  const { choisi } = await as(coordination, () => getEtp({ convention, schema: 'schema-2027-2029' }))
  const factices = choisi?.lignes.find(({ libelle, marge }) => libelle === 'Les Factices' && marge === 'PORTEUR')
  if (!factices) throw new Error('no line for Les Factices')
  await as(coordination, async () =>
    updateSchema({
      convention,
      schema,
      version: await versionOf(monde, 'schema_cooperation', schema),
      total: '3',
      croise: [],
      lignes: [{ id: factices.id, quotite: '0,1', motifZero: null, note: 'Accord trouvé', situation: 'VACANT' }],
    }),
  )
  await as(coordination, async () => createReconduction({ convention, schema }))
  await as(coordination, async () =>
    proposeSchema({ convention, schema, version: await versionOf(monde, 'schema_cooperation', schema) }),
  )
}

/** A schéma of before the convention, from nothing to closed; and one written by mistake. */
async function drawHistoire(monde: Monde): Promise<void> {
  const {
    as,
    gens: { coordination, conseillere },
  } = monde
  const identite = {
    libelle: 'Schéma 2018-2019',
    debut: '2018-01-01',
    fin: '2019-12-31',
    periodeTexte: '',
    source: 'Convention précédente',
    note: '',
    anterieur: true,
  }
  const { ref } = await as(coordination, () =>
    createSchema({ convention: BAUX, modele: null, total: '1', evolution: null, ...identite }),
  )
  const schema = await schemaOf(monde, ref, BAUX)
  const version = () => versionOf(monde, 'schema_cooperation', schema)
  await as(coordination, async () =>
    updateIdentite({
      convention: BAUX,
      schema,
      version: await version(),
      ...identite,
      note: 'Repris de l’ancien accord',
    }),
  )
  await as(coordination, async () =>
    createAffectations({
      convention: BAUX,
      schema,
      version: await version(),
      organismes: [],
      communes: [],
      themes: ['PARENTALITE', 'GLOBAL'],
    }),
  )
  await as(coordination, async () =>
    createAffectation({
      convention: BAUX,
      schema,
      version: await version(),
      marge: 'PORTEUR',
      libelle: 'La communauté d’avant',
    }),
  )
  const { choisi } = await as(coordination, () => getEtp({ convention: BAUX, schema: ref }))
  const lignes = (choisi?.lignes ?? []).map(({ id, marge }) => ({
    id,
    quotite: marge === 'PORTEUR' ? '1' : '0,5',
    motifZero: null,
    note: '',
  }))
  await as(coordination, async () =>
    updateSchema({ convention: BAUX, schema, version: await version(), total: '1', croise: [], lignes }),
  )
  await as(coordination, async () => proposeSchema({ convention: BAUX, schema, version: await version() }))
  await as(conseillere, async () => validateSchema({ convention: BAUX, schema, version: await version() }))
  await as(conseillere, async () => closeSchema({ convention: BAUX, schema, version: await version() }))
  const { ref: erreur } = await as(coordination, () =>
    createSchema({
      convention: BAUX,
      modele: schema,
      total: '1',
      evolution: null,
      ...identite,
      libelle: 'Écrit par erreur',
      debut: '2016-01-01',
      fin: '2017-12-31',
    }),
  )
  await as(coordination, async () => {
    const id = await schemaOf(monde, erreur, BAUX)
    return removeSchema({ convention: BAUX, schema: id, version: await versionOf(monde, 'schema_cooperation', id) })
  })
}

/** @returns a post with people in it */
async function fillPostes(monde: Monde): Promise<number> {
  const {
    as,
    find,
    gens: { coordination },
  } = monde
  const schema = await schemaOf(monde, 'schema-2025-2026')
  const champs = {
    affectation: null,
    intitule: 'Renfort parentalité',
    quotite: '0,5',
    mode: 'DIRECT' as const,
    themes: ['PARENTALITE' as const, 'GLOBAL' as const],
    missions: [1, 4],
    note: '',
  }
  const { poste } = await as(coordination, () => createPoste({ convention, schema, ...champs }))
  await as(coordination, () => updatePoste({ convention, poste, version: 0, ...champs, note: 'Cofinancé' }))
  const occupe = { charge: null, email: '', fin: '', remplace: null }
  const add = async (nom: string, reste: object) => {
    await as(coordination, async () =>
      createOccupation({
        convention,
        poste,
        version: await versionOf(monde, 'poste', poste),
        ...occupe,
        nom,
        quotite: '0,5',
        debut: '2025-09-01',
        ...reste,
      }),
    )
    return find<number>('SELECT max(id) AS v FROM occupation')
  }
  const occupation = await add('Ange EXEMPLE', { email: 'ange@base.example' })
  const version = (id: number) => versionOf(monde, 'occupation', id)
  const occupationDe = (nom: string) =>
    find<number>(
      'SELECT min(o.id) AS v FROM occupation o JOIN charge_cooperation c ON c.id = o.charge_id WHERE c.nom = $1',
      [nom],
    )
  await as(coordination, async () =>
    createAbsence({
      convention,
      occupation,
      version: await version(occupation),
      debut: '2026-02-02',
      fin: '2026-06-30',
    }),
  )
  await add('Billie EXEMPLE', { debut: '2026-02-09', fin: '2026-06-30', remplace: occupation, quotite: '0,4' })
  const baissee = await occupationDe('Andrea FICTIVE')
  await as(coordination, async () =>
    updateQuotiteOccupation({
      convention,
      occupation: baissee,
      version: await version(baissee),
      quotite: '0,8',
      date: '2026-09-01',
    }),
  )
  const partie = await occupationDe('Lou SPÉCIMEN')
  await as(coordination, async () =>
    updateOccupation({
      convention,
      occupation: partie,
      version: await version(partie),
      quotite: '0,3',
      debut: '2025-03-03',
      fin: '2026-07-31',
    }),
  )
  const charge = await find<number>('SELECT charge_id AS v FROM occupation WHERE id = $1', [partie])
  await as(coordination, async () =>
    removeIdentite({ convention, charge, version: await versionOf(monde, 'charge_cooperation', charge) }),
  )
  const { poste: erreur } = await as(coordination, () =>
    createPoste({ convention, schema, ...champs, intitule: 'Écrit par erreur', quotite: '0,1' }),
  )
  await as(coordination, () => removePoste({ convention, poste: erreur, version: 0 }))
  return poste
}

async function tellArgent(monde: Monde, poste: number): Promise<void> {
  const {
    as,
    find,
    gens: { coordination },
  } = monde
  const cout = { montant: '49 500', valableDu: '2026-01-01', indicatif: false, source: 'Bulletins de paie' }
  await as(coordination, () => createCout({ convention, ...cout }))
  const id = await find<number>('SELECT max(id) AS v FROM cout_etp')
  await as(coordination, async () =>
    updateCout({
      convention,
      cout: id,
      version: await find<number>('SELECT xmin::text::int AS v FROM cout_etp WHERE id = $1', [id]),
      ...cout,
      montant: '50 100',
    }),
  )
  const reglage = {
    financeur: 'Caf de démonstration',
    valableDu: '2025-01-01',
    valableAu: '',
    source: 'Convention, page 12',
  }
  await as(coordination, () => createReglageFinancement({ convention, ...reglage, nature: 'TAUX', valeur: '50' }))
  await as(coordination, () =>
    createReglageFinancement({ convention, ...reglage, financeur: 'Département', nature: 'FORFAIT', valeur: '3 000' }),
  )
  await as(coordination, () =>
    recordFinancement({
      convention,
      annee: 2026,
      poste,
      financeur: 'Caf de démonstration',
      prevu: '12 000',
      realise: '11 500,50',
      note: 'Acompte',
    }),
  )
  await as(coordination, () =>
    recordFinancement({
      convention,
      annee: 2026,
      poste: null,
      financeur: 'Département',
      prevu: '3 000',
      realise: '',
      note: '',
    }),
  )
}

async function tellActivite(monde: Monde): Promise<void> {
  const {
    as,
    jour,
    find,
    gens: { coordination, conseillere },
  } = monde
  const charge = await find<number>(`SELECT max(c.id) AS v FROM charge_cooperation c WHERE c.nom LIKE 'Ange %'`)
  const parts = {
    PETITE_ENFANCE: '40',
    ENFANCE_JEUNESSE: '30',
    PARENTALITE: '20',
    DROITS_VIE_SOCIALE: '10',
    GLOBAL: '',
  }
  await as(coordination, () => recordRepartition({ convention, annee: 2026, charge, version: -1, parts }))
  const echeance = { annee: 2026, libelle: 'Déclaration du réel', date: jour(90), source: 'Lettre-circulaire' }
  await as(conseillere, () => createEcheance({ convention, ...echeance }))
  await as(conseillere, () => createEcheance({ convention, ...echeance, libelle: 'Écrite par erreur' }))
  const erreur = await find<number>('SELECT max(id) AS v FROM echeance_afas')
  await as(conseillere, async () =>
    removeEcheance({ convention, echeance: erreur, version: await versionOf(monde, 'echeance_afas', erreur) }),
  )
  await as(coordination, () =>
    createActivite({
      convention,
      annee: 2026,
      mission: 1,
      charge,
      texte: 'Diagnostic partagé relu avec les communes.',
    }),
  )
  const activite = await find<number>('SELECT max(id) AS v FROM activite_mission')
  await as(coordination, () =>
    updateActivite({
      convention,
      activite,
      version: 0,
      charge: null,
      texte: 'Diagnostic relu avec toutes les communes.',
    }),
  )
  await as(coordination, () =>
    createActivite({ convention, annee: 2026, mission: 2, charge: null, texte: 'Écrite par erreur' }),
  )
  await as(coordination, async () =>
    removeActivite({
      convention,
      activite: await find<number>('SELECT max(id) AS v FROM activite_mission'),
      version: 0,
    }),
  )
  await as(coordination, () =>
    recordBilanFonction({
      convention,
      annee: 2026,
      version: -1,
      effets: 'Des réunions plus régulières.',
      objectifs: 'Tenus',
      moyens: '',
      difficultes: 'Le poste vacant',
      suites: 'Recruter',
    }),
  )
}
