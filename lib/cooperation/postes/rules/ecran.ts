/** Arranges the posts of a schéma for their page: everything is said at one date. Pure. */
import { addYears, maxDate, minDate, yearBounds, yearOf } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import {
  computeEffectif,
  covers,
  sumEffectifs,
  type LigneRegle,
  type PosteRegle,
} from '@/lib/cooperation/postes/rules/pourvu'
import { computeMoyenne, findVacantDepuis, roundMoyenne } from './effectif'
import type { PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_MOTIF } from '@/lib/cooperation/schemas/words'
import type { OccupationLue, PosteLu } from '../types/postes'
import type { EcranPostes, LignePostes, MoyennePostes, PersonnePostes, PosteVue, Titulaire } from '../types/ecran'

const sum = (quotites: readonly Centiemes[]): Centiemes => quotites.reduce((total, quotite) => total + quotite, 0)

function toTitulaire(occupation: OccupationLue, toutes: readonly OccupationLue[], date: DateCivile): Titulaire {
  const absence = occupation.absences.find((candidate) => covers(candidate, date))
  return {
    occupation: occupation.id,
    charge: occupation.charge,
    nom: occupation.nom,
    quotite: occupation.quotite,
    depuis: occupation.debut,
    jusque: occupation.fin,
    absentJusque: absence?.fin,
    remplacants: toutes
      .filter((autre) => autre.remplace === occupation.id && covers(autre, date))
      .map(({ nom, quotite }) => ({ nom, quotite })),
  }
}

function toPosteVue(poste: PosteLu, date: DateCivile, depuis: DateCivile | null): PosteVue {
  const tenues = poste.occupations.filter((occupation) => occupation.remplace === null && covers(occupation, date))
  return {
    ...poste,
    effectif: computeEffectif(poste, date),
    vacantDepuis: findVacantDepuis(poste, date, depuis),
    titulaires: tenues.map((occupation) => toTitulaire(occupation, poste.occupations, date)),
  }
}

/** A line and its posts as one: planned is what the schéma gives it, or the sum of the posts where it gives no figure. */
const toRegle = (
  { quotite, situation }: Pick<LigneRegle, 'quotite' | 'situation'>,
  postes: readonly PosteLu[],
): LigneRegle => ({ quotite, situation, postes })

function toLigne(
  ligne: SchemaLu['lignes'][number],
  postes: PosteVue[],
  date: DateCivile,
  depuis: DateCivile | null,
): LignePostes {
  const regle = postes.length > 0 ? toRegle(ligne, postes) : null
  return {
    id: ligne.id,
    libelle: ligne.libelle,
    quotite: ligne.quotite,
    note: ligne.note ?? (ligne.motifZero ? MOTS_MOTIF[ligne.motifZero] : null),
    situation: ligne.situation,
    postes,
    decoupe: sum(postes.map(({ quotite }) => quotite)),
    effectif: regle && computeEffectif(regle, date),
    vacantDepuis: regle && findVacantDepuis(regle, date, depuis),
  }
}

function computeMoyennes(
  regles: readonly (PosteRegle | LigneRegle)[],
  date: DateCivile,
  schema: PeriodeConnue,
): MoyennePostes | null {
  if (regles.length === 0) return null
  const annee = yearOf(date)
  const civile = yearBounds(annee)
  const bornes = {
    debut: maxDate(civile.debut, schema.debut ?? civile.debut),
    fin: minDate(civile.fin, schema.fin ?? civile.fin),
  }
  if (bornes.debut > bornes.fin) return null
  const moyennes = regles.map((regle) => computeMoyenne(regle, bornes))
  const round = (cle: 'pourvu' | 'present' | 'vacant') =>
    roundMoyenne({
      centiemesJours: sum(moyennes.map((moyenne) => moyenne[cle].centiemesJours)),
      jours: moyennes[0]?.[cle].jours ?? 1,
    })
  return {
    annee,
    bornes,
    auMoins: moyennes.some(({ nonPrecise }) => nonPrecise.centiemesJours > 0),
    partielle: bornes.debut > civile.debut || bornes.fin < civile.fin,
    pourvu: round('pourvu'),
    present: round('present'),
    vacant: round('vacant'),
  }
}

function toPersonne(
  charge: number,
  tenues: readonly { poste: PosteLu; occupation: OccupationLue }[],
  date: DateCivile,
  today: DateCivile,
  schema: number,
): PersonnePostes {
  const actives = tenues.filter(({ occupation }) => covers(occupation, date))
  const fins = tenues.map(({ occupation }) => occupation.fin)
  const dernierJour = fins.reduce(
    (dernier, fin) => (dernier === null || fin === null ? null : maxDate(dernier, fin)),
    fins[0] ?? null,
  )
  const [premiere] = tenues
  return {
    charge,
    version: premiere?.occupation.chargeVersion ?? 0,
    nom: premiere?.occupation.nom ?? '',
    anonyme: premiere?.occupation.anonyme ?? false,
    total: sum(actives.map(({ occupation }) => occupation.quotite ?? 0)),
    auMoins: actives.some(({ occupation }) => occupation.quotite === null),
    postes: actives.map(({ poste, occupation }) => ({
      id: poste.id,
      intitule: poste.intitule,
      quotite: occupation.quotite,
      remplacement: occupation.remplace !== null,
    })),
    absent:
      actives.length > 0 &&
      actives.every(({ occupation }) => occupation.absences.some((absence) => covers(absence, date))),
    dernierJour,
    partie: dernierJour !== null && dernierJour < today,
    dansSchema: tenues.some(({ poste }) => poste.schema === schema),
  }
}

/** Everybody who fills or filled a post of the convention, by name. */
function listPersonnes(
  postes: readonly PosteLu[],
  date: DateCivile,
  today: DateCivile,
  schema: number,
): PersonnePostes[] {
  const parCharge = new Map<number, { poste: PosteLu; occupation: OccupationLue }[]>()
  for (const poste of postes)
    for (const occupation of poste.occupations)
      parCharge.set(occupation.charge, [...(parCharge.get(occupation.charge) ?? []), { poste, occupation }])
  return [...parCharge]
    .map(([charge, tenues]) => toPersonne(charge, tenues, date, today, schema))
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr', { numeric: true }) || a.charge - b.charge)
}

/** The span drawn: the period of the schéma, or what the occupations date where it has none. */
function findPeriode({ debut, fin }: PeriodeConnue, postes: readonly PosteLu[], date: DateCivile): Bornes | null {
  const occupations = postes.flatMap(({ occupations: siennes }) => siennes)
  const premier =
    debut ??
    occupations.reduce<DateCivile | null>((least, o) => (least === null ? o.debut : minDate(least, o.debut)), null)
  if (premier === null) return null
  const dernier =
    fin ?? occupations.reduce((most, o) => maxDate(most, o.fin ?? o.debut), maxDate(date, addYears(premier, 1)))
  return { debut: premier, fin: dernier }
}

/**
 * Everything the page says of one schéma at one date.
 * @param tous posts of the convention: those of the other schémas tell what people do elsewhere in it
 */
export function buildEcranPostes(
  schema: SchemaLu,
  tous: readonly PosteLu[],
  { date, today }: { date: DateCivile; today: DateCivile },
): EcranPostes {
  const siens = tous.filter((poste) => poste.schema === schema.id)
  const postes = siens.map((poste) => toPosteVue(poste, date, schema.debut))
  const lignes = schema.lignes
    .filter(({ marge }) => marge === 'PORTEUR')
    .map((ligne) =>
      toLigne(
        ligne,
        postes.filter(({ affectation }) => affectation === ligne.id),
        date,
        schema.debut,
      ),
    )
  const sansLigne = postes.filter(({ affectation }) => affectation === null)
  const decrites = lignes.filter((ligne) => ligne.postes.length > 0)
  const effectifs = [
    ...decrites.flatMap(({ effectif }) => effectif ?? []),
    ...sansLigne.map(({ effectif }) => effectif),
  ]
  const regles = [...decrites.map((ligne) => toRegle(ligne, ligne.postes)), ...sansLigne]
  const ecrits = lignes
    .filter(({ effectif }) => effectif === null)
    .map((ligne) => computeEffectif(toRegle(ligne, []), date))
  return {
    lignes,
    sansLigne,
    totaux: {
      ...sumEffectifs([...effectifs, ...ecrits]),
      convenu: schema.total,
      decrit: sumEffectifs(effectifs).prevu,
      sansDescription: sumEffectifs(ecrits).prevu,
      nonDecoupe: sum(decrites.map(({ quotite, decoupe }) => Math.max(0, (quotite ?? decoupe) - decoupe))),
    },
    moyenne: computeMoyennes(regles, date, schema),
    personnes: listPersonnes(tous, date, today, schema.id),
    periode: findPeriode(schema, siens, date),
  }
}
