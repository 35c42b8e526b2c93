import type {
  Absence,
  ActiviteMission,
  BilanFonction,
  ChargeCooperation,
  Financement,
  MissionReference,
  Occupation,
  Poste,
  PosteMission,
  PosteTheme,
  Prisma,
  ReglageFinancement,
  RepartitionAfas,
} from '@/lib/generated/prisma/client'
import { pick, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import { fromDate, fromDecimal, groupBy, toDate } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { codeTheme } from '@/lib/notation/schema'

/** Posts, people in post, money and activity, both ways. */

export interface LignesPostes {
  poste: Prisma.PosteCreateManyInput[]
  posteTheme: Prisma.PosteThemeCreateManyInput[]
  posteMission: Prisma.PosteMissionCreateManyInput[]
  chargeCooperation: Prisma.ChargeCooperationCreateManyInput[]
  occupation: Prisma.OccupationCreateManyInput[]
  absence: Prisma.AbsenceCreateManyInput[]
  reglageFinancement: Prisma.ReglageFinancementCreateManyInput[]
  financement: Prisma.FinancementCreateManyInput[]
  repartitionAfas: Prisma.RepartitionAfasCreateManyInput[]
  activiteMission: Prisma.ActiviteMissionCreateManyInput[]
  bilanFonction: Prisma.BilanFonctionCreateManyInput[]
}

type PosteDossier = Dossier['schemas'][number]['postes'][number]

/** A schéma whose row and lines have their ids. */
export interface SchemaNumerote {
  id: number
  /** ids of its lines by porteur, by label */
  porteurs: ReadonlyMap<string, number>
  postes: PosteDossier[]
}

/** Numbers the people that a dossier names: one name is one person inside a convention. */
function createCharges(lignes: LignesPostes, { next }: Contexte): (nom: string) => number {
  const ids = new Map<string, number>()
  return (nom) => {
    const connu = ids.get(nom)
    if (connu !== undefined) return connu
    const id = next('charge_cooperation')
    ids.set(nom, id)
    lignes.chargeCooperation.push({ id, nom })
    return id
  }
}

function addOccupations(
  occupations: PosteDossier['occupations'],
  posteId: number,
  lignes: LignesPostes,
  { conventionId, next }: Contexte,
  charge: (nom: string) => number,
): void {
  const ids = occupations.map(() => next('occupation'))
  occupations.forEach(({ personne, remplace, absences, quotite, debut, fin }, rang) => {
    const id = ids[rang] ?? 0
    lignes.occupation.push({
      id,
      conventionId,
      posteId,
      chargeId: charge(personne),
      remplaceId: remplace === null ? null : (ids[remplace] ?? null),
      quotite,
      debut: toDate(debut),
      fin: toDate(fin),
    })
    lignes.absence.push(
      ...absences.map((absence) => ({
        conventionId,
        occupationId: id,
        debut: toDate(absence.debut),
        fin: toDate(absence.fin),
      })),
    )
  })
}

/** @param missions ids of the reference missions by their number */
export function toPostes(
  dossier: Dossier,
  schemas: readonly SchemaNumerote[],
  contexte: Contexte,
  organisme: Index,
): LignesPostes {
  const { conventionId, next, missions } = contexte
  const lignes: LignesPostes = {
    poste: [],
    posteTheme: [],
    posteMission: [],
    chargeCooperation: [],
    occupation: [],
    absence: [],
    reglageFinancement: [],
    financement: [],
    repartitionAfas: [],
    activiteMission: [],
    bilanFonction: [],
  }
  const charge = createCharges(lignes, contexte)
  const postes = new Map<string, number>()
  for (const schema of schemas)
    schema.postes.forEach(
      ({ organisme: ref, affectation, occupations, themes, missions: siennes, ...poste }, ordre) => {
        const id = next('poste')
        postes.set(poste.ref, id)
        lignes.poste.push({
          id,
          conventionId,
          schemaId: schema.id,
          ordre,
          organismeId: organisme(ref),
          affectationId: affectation === null ? null : pick(schema.porteurs, affectation),
          ...poste,
        })
        lignes.posteTheme.push(...themes.map((themeCode) => ({ conventionId, posteId: id, themeCode })))
        lignes.posteMission.push(
          ...siennes.map((numero) => ({ conventionId, posteId: id, missionId: pick(missions, numero) })),
        )
        addOccupations(occupations, id, lignes, contexte, charge)
      },
    )
  lignes.reglageFinancement.push(
    ...dossier.reglagesFinancement.map(({ organisme: ref, valableDu, valableAu, ...reglage }, ordre) => ({
      conventionId,
      ordre,
      organismeId: organisme(ref),
      valableDu: toDate(valableDu),
      valableAu: toDate(valableAu),
      ...reglage,
    })),
  )
  lignes.financement.push(
    ...dossier.financements.map(({ organisme: ref, poste, ...financement }, ordre) => ({
      conventionId,
      ordre,
      organismeId: organisme(ref),
      posteId: poste === null ? null : pick(postes, poste),
      ...financement,
    })),
  )
  lignes.repartitionAfas.push(
    ...dossier.repartitionsAfas.map(({ personne, theme, ...part }) => ({
      conventionId,
      chargeId: charge(personne),
      themeCode: theme,
      ...part,
    })),
  )
  lignes.activiteMission.push(
    ...dossier.activites.map(({ personne, mission, ...activite }, ordre) => ({
      conventionId,
      ordre,
      chargeId: personne === null ? null : charge(personne),
      missionId: pick(missions, mission),
      ...activite,
    })),
  )
  lignes.bilanFonction.push(...dossier.bilansFonction.map((bilan) => ({ conventionId, ...bilan })))
  return lignes
}

export interface PostesLus {
  postes: Poste[]
  themes: PosteTheme[]
  missionsPostes: PosteMission[]
  charges: ChargeCooperation[]
  occupations: Occupation[]
  absences: Absence[]
  reglages: ReglageFinancement[]
  financements: Financement[]
  repartitions: RepartitionAfas[]
  activites: ActiviteMission[]
  bilans: BilanFonction[]
  missions: MissionReference[]
}

type Ref = (id: number | null) => string | null

/** Posts of each schéma, by its id. */
export function createPostes(lue: PostesLus, affectation: Ref, organisme: Ref): (schemaId: number) => PosteDossier[] {
  const postes = groupBy(lue.postes, ({ schemaId }) => schemaId)
  const themes = groupBy(lue.themes, ({ posteId }) => posteId)
  const missions = groupBy(lue.missionsPostes, ({ posteId }) => posteId)
  const occupations = groupBy(lue.occupations, ({ posteId }) => posteId)
  const absences = groupBy(lue.absences, ({ occupationId }) => occupationId)
  const noms = new Map(lue.charges.map(({ id, nom }) => [id, nom]))
  const numeros = new Map(lue.missions.map(({ id, ordre }) => [id, ordre]))
  return (schemaId) =>
    postes(schemaId).map((p) => {
      const siennes = occupations(p.id)
      return {
        ref: p.ref,
        intitule: p.intitule,
        quotite: fromDecimal(p.quotite),
        organisme: organisme(p.organismeId),
        affectation: affectation(p.affectationId),
        mode: p.mode,
        note: p.note,
        themes: themes(p.id)
          .map(({ themeCode }) => codeTheme.parse(themeCode))
          .sort(),
        missions: missions(p.id)
          .map(({ missionId }) => numeros.get(missionId) ?? 0)
          .sort((a, b) => a - b),
        occupations: siennes.map((o) => ({
          personne: noms.get(o.chargeId) ?? '',
          quotite: fromDecimal(o.quotite),
          debut: fromDate(o.debut),
          fin: fromDate(o.fin),
          remplace: o.remplaceId === null ? null : siennes.findIndex(({ id }) => id === o.remplaceId),
          absences: absences(o.id).map(({ debut, fin }) => ({ debut: fromDate(debut), fin: fromDate(fin) })),
        })),
      }
    })
}

/** What stands beside the schémas: settings, money, distribution, activity, appraisals. */
export function fromSuitePostes(
  lue: PostesLus,
  organisme: Ref,
): Pick<Dossier, 'reglagesFinancement' | 'financements' | 'repartitionsAfas' | 'activites' | 'bilansFonction'> {
  const noms = new Map(lue.charges.map(({ id, nom }) => [id, nom]))
  const numeros = new Map(lue.missions.map(({ id, ordre }) => [id, ordre]))
  const refs = new Map(lue.postes.map(({ id, ref }) => [id, ref]))
  return {
    reglagesFinancement: lue.reglages.map((r) => ({
      financeur: r.financeur,
      organisme: organisme(r.organismeId),
      nature: r.nature,
      valeur: fromDecimal(r.valeur),
      valableDu: fromDate(r.valableDu),
      valableAu: fromDate(r.valableAu),
      source: r.source,
    })),
    financements: lue.financements.map((f) => ({
      annee: f.annee,
      poste: f.posteId === null ? null : (refs.get(f.posteId) ?? null),
      organisme: organisme(f.organismeId),
      financeur: f.financeur,
      prevu: fromDecimal(f.prevu),
      realise: fromDecimal(f.realise),
      note: f.note,
    })),
    repartitionsAfas: lue.repartitions.map((r) => ({
      annee: r.annee,
      personne: noms.get(r.chargeId) ?? '',
      theme: codeTheme.parse(r.themeCode),
      part: fromDecimal(r.part),
    })),
    activites: lue.activites.map((a) => ({
      annee: a.annee,
      mission: numeros.get(a.missionId) ?? 0,
      personne: a.chargeId === null ? null : (noms.get(a.chargeId) ?? null),
      texte: a.texte,
    })),
    bilansFonction: lue.bilans.map(({ annee, effets, objectifs, moyens, difficultes, suites }) => ({
      annee,
      effets,
      objectifs,
      moyens,
      difficultes,
      suites,
    })),
  }
}
