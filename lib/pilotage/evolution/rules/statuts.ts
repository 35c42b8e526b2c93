/** What changed status between two days: fiches, étapes, schémas. A status that went and came back did not change. */
import { findSchemaEnVigueur } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { isEnRetard } from '@/lib/plan-action/champs/rules/echeance'
import { addDays, formatDateCourte } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { MOTS_ETAT_SCHEMA } from '@/lib/cooperation/schemas/words'
import { formatCompteStatut, formatObjet, MOTS_STATUT_EVOLUTION, quote } from '../words'
import type {
  ChangementLu,
  EtatSchemaSuivi,
  FaitsEvolution,
  LigneEvolution,
  ObjetChange,
  SchemaSuivi,
  SectionEvolution,
  Statut,
} from '../types'

export interface Jours {
  depuis: DateCivile
  jusque: DateCivile
}

export interface Passage<T extends string> {
  /** Before the first day; null where it is not for this reader to know. */
  avant: T | null
  apres: T
}

/**
 * The state of an object before the first day and at the end of the last one, out of its state now and of what
 * changed since: the past is read backwards.
 */
export function computePassage<T extends string>(
  changements: readonly ChangementLu[],
  objet: ObjetChange,
  id: number,
  courant: T,
): Passage<T> {
  const siens = changements.filter(([sien, cle]) => sien === objet && cle === id)
  const apres = siens.find(([, , , , dedans]) => !dedans)
  return {
    avant: siens[0] ? (siens[0][2] as T | null) : courant,
    apres: (apres ? (apres[2] ?? courant) : courant) as T,
  }
}

const ORDRE: readonly Statut[] = ['REALISEE', 'EN_COURS', 'REPORTEE', 'ABANDONNEE', 'A_ENGAGER', 'A_PRECISER']

function toFiches(
  passages: { fiche: FaitsEvolution['fiches'][number]; avant: Statut | null; apres: Statut }[],
): SectionEvolution | null {
  const changees = passages.filter(({ avant, apres }) => avant !== apres)
  const [seule] = changees
  if (!seule) return null
  const comptes = ORDRE.map(
    (statut) => [statut, changees.filter(({ apres }) => apres === statut).length] as const,
  ).filter(([, nombre]) => nombre > 0)
  const phrase =
    changees.length === 1
      ? `La fiche ${formatObjet(seule.fiche)} est désormais ${MOTS_STATUT_EVOLUTION[seule.apres]}${seule.avant ? ` (elle était ${MOTS_STATUT_EVOLUTION[seule.avant]})` : ''}.`
      : `${changees.length} fiches ont changé de statut : ${formatListe(comptes.map(([statut, nombre]) => formatCompteStatut(nombre, statut)))}.`
  const [commun] = comptes.length === 1 ? comptes : []
  return {
    cle: 'FICHES',
    titre: 'Fiches qui ont changé de statut',
    phrase,
    chemin:
      changees.length === 1
        ? `/plan-action/${seule.fiche.ref}`
        : commun
          ? `/plan-action?statut=${commun[0]}`
          : '/plan-action',
    lien: changees.length === 1 ? 'Voir la fiche' : 'Voir le plan d’action',
    lignes: changees.map(
      ({ fiche, avant, apres }): LigneEvolution => ({
        texte: formatObjet(fiche),
        chemin: `/plan-action/${fiche.ref}`,
        precision: null,
        de: avant && MOTS_STATUT_EVOLUTION[avant],
        vers: MOTS_STATUT_EVOLUTION[apres],
      }),
    ),
  }
}

/** Fiches by their status, and those whose day went by in between without their being done. */
export function listFiches(
  { fiches, changements }: FaitsEvolution,
  { depuis, jusque }: Jours,
): (SectionEvolution | null)[] {
  const veille = addDays(depuis, -1)
  const estEnRetard = (statut: Statut, fin: DateCivile | null, jour: DateCivile) => isEnRetard({ statut, fin }, jour)
  const passages = fiches.map((fiche) => ({
    fiche,
    ...computePassage(changements, 'fiche_action', fiche.id, fiche.statut),
  }))
  const retards = passages.filter(
    ({ fiche, avant, apres }) =>
      estEnRetard(apres, fiche.fin, jusque) && !estEnRetard(avant ?? apres, fiche.fin, veille),
  )
  const [seule] = retards
  const echeance = (fin: DateCivile | null) => (fin ? formatDateCourte(fin) : null)
  return [
    toFiches(passages),
    seule
      ? {
          cle: 'RETARDS',
          titre: 'Fiches dont l’échéance est passée',
          phrase:
            retards.length === 1
              ? `La fiche ${formatObjet(seule.fiche)} a dépassé son échéance du ${echeance(seule.fiche.fin)} sans être réalisée.`
              : `${retards.length} fiches ont dépassé leur échéance sans être réalisées${retards.length === 2 ? ` : ${formatListe(retards.map(({ fiche }) => formatObjet(fiche)))}` : ''}.`,
          chemin: retards.length === 1 ? `/plan-action/${seule.fiche.ref}` : '/plan-action?retard=1',
          lien: retards.length === 1 ? 'Voir la fiche' : 'Voir les fiches en retard',
          lignes: retards.map(({ fiche, apres }) => ({
            texte: formatObjet(fiche),
            chemin: `/plan-action/${fiche.ref}`,
            precision: `échéance : ${echeance(fiche.fin)}, ${MOTS_STATUT_EVOLUTION[apres]}`,
            de: null,
            vers: null,
          })),
        }
      : null,
  ]
}

/** Étapes that were done in between. */
export function listEtapes({ etapes, changements }: FaitsEvolution): SectionEvolution | null {
  const faites = etapes.filter((etape) => {
    const { avant, apres } = computePassage(changements, 'etape', etape.id, etape.statut)
    return apres === 'REALISEE' && avant !== 'REALISEE'
  })
  const [seule] = faites
  if (!seule) return null
  return {
    cle: 'ETAPES',
    titre: 'Étapes réalisées',
    phrase:
      faites.length === 1
        ? `Une étape a été réalisée : ${formatObjet(seule)}.`
        : `${faites.length} étapes ont été réalisées.`,
    chemin: faites.length === 1 ? `/plan-action/${seule.fiche}` : '/plan-action',
    lien: faites.length === 1 ? 'Voir la fiche' : 'Voir le plan d’action',
    lignes: faites.map((etape) => ({
      texte: formatObjet(etape),
      chemin: `/plan-action/${etape.fiche}`,
      precision: null,
      de: null,
      vers: null,
    })),
  }
}

interface SchemaVu {
  schema: SchemaSuivi
  avant: EtatSchemaSuivi | null
  apres: EtatSchemaSuivi
}

/** The schémas as they were on a day, in the states that are known of then. */
const listEtats = (schemas: readonly SchemaVu[], quand: 'avant' | 'apres'): SchemaSuivi[] =>
  schemas.flatMap(({ schema, ...etats }) => (etats[quand] === null ? [] : [{ ...schema, etat: etats[quand] }]))

const ACTES: Record<EtatSchemaSuivi, string> = {
  BROUILLON: 'a été repris en brouillon',
  PROPOSE: 'a été proposé',
  VALIDE: 'a été validé',
  CLOS: 'a été clos',
}

const formatEtp = (total: number | null): string => (total === null ? 'non précisé' : `${formatQuotite(total)} ETP`)

/** Schémas proposed, validated, closed, and the total in force before and after: what is only proposed is not. */
export function listSchemas(
  { schemas, changements }: FaitsEvolution,
  { depuis, jusque }: Jours,
): SectionEvolution | null {
  const vus = schemas.map(
    (schema): SchemaVu => ({ schema, ...computePassage(changements, 'schema_cooperation', schema.id, schema.etat) }),
  )
  const changes = vus.filter(({ avant, apres }) => avant !== apres)
  const [de, vers] = [
    findSchemaEnVigueur(listEtats(vus, 'avant'), addDays(depuis, -1)),
    findSchemaEnVigueur(listEtats(vus, 'apres'), jusque),
  ]
  const total =
    de !== null &&
    vers !== null &&
    de.id !== vers.id &&
    de.total !== vers.total &&
    de.total !== null &&
    vers.total !== null
      ? { avant: formatEtp(de.total), apres: formatEtp(vers.total), vers }
      : null
  const [seul] = changes
  if (!seul && !total) return null
  const actes = seul
    ? changes.length === 1
      ? `Le schéma de coopération ${quote(seul.schema.libelle)} ${ACTES[seul.apres]}`
      : `${formatCompte(changes.length, 'schéma')} de coopération ont changé d’état`
    : null
  const passage = total && `le total en vigueur passe de ${total.avant} à ${total.apres}`
  const chemin = `/etp?schema=${(seul?.schema ?? total?.vers)?.ref ?? ''}`
  return {
    cle: 'ETP',
    titre: 'ETP de coopération',
    chemin,
    lien: 'Voir les ETP',
    phrase: actes
      ? `${actes}${passage ? ` ; ${passage}` : ''}.`
      : `Le total des ETP en vigueur passe de ${total?.avant ?? ''} à ${total?.apres ?? ''}.`,
    lignes: [
      ...changes.map(({ schema, avant, apres }) => ({
        texte: `Schéma ${quote(schema.libelle)}`,
        chemin: `/etp?schema=${schema.ref}`,
        precision: schema.total === null ? null : formatEtp(schema.total),
        de: avant && MOTS_ETAT_SCHEMA[avant],
        vers: MOTS_ETAT_SCHEMA[apres],
      })),
      ...(total
        ? [
            {
              texte: 'Total en vigueur',
              chemin: `/etp?schema=${total.vers.ref}`,
              precision: total.vers.libelle,
              de: total.avant,
              vers: total.apres,
            },
          ]
        : []),
    ],
  }
}
