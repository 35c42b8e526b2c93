/** What the plan, the indicators, the ETP and the mandates ask for. */
import { computeEcart } from '@/lib/cooperation/schemas/rules/equilibre'
import { isEnRetard } from '@/lib/plan-action/champs/rules/echeance'
import { addDays, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { MANDAT, SCHEMA } from './delais'
import type { FicheFait, IndicateursFait, MandatFait, SchemaFait, Signal } from './faits'

const formatFiche = ({ numero, titre }: { numero: string | null; titre: string }): string =>
  numero ? `Fiche ${numero} : ${titre}` : `Fiche : ${titre}`

/** A fiche whose period is over, or that nobody wrote about for long. */
export function listSignauxFiche(fiche: FicheFait, silence: number, base: string, today: DateCivile): Signal[] {
  const { id, ref, statut, debut, fin, suiviLe } = fiche
  const commun = {
    sujet: 'Fiches du plan d’action',
    objet: formatFiche(fiche),
    href: `${base}/plan-action/${ref}`,
    fiche: id,
    lecteurs: ['COORDINATION', 'PILOTE'],
  } as const
  if (fin !== null && isEnRetard(fiche, today)) {
    return [
      {
        ...commun,
        cle: `fiche:${id}:EN_RETARD:${fin}`,
        gravite: 'RETARD',
        echeance: fin,
        phrase: `Sa période s’est achevée le ${formatDateCourte(fin)} et elle n’est pas déclarée réalisée.`,
      },
    ]
  }
  const depuis = statut === 'EN_COURS' ? (suiviLe ?? debut) : null
  if (depuis === null || addDays(depuis, silence) > today) return []
  const phrase =
    suiviLe === null
      ? `En cours, sans aucun suivi écrit depuis son début, le ${formatDateCourte(depuis)}.`
      : `En cours, sans nouvelle depuis le ${formatDateCourte(suiviLe)}.`
  return [{ ...commun, cle: `fiche:${id}:SANS_SUIVI:${depuis}`, gravite: 'A_RISQUE', echeance: null, phrase }]
}

/** Indicators without a value at the end of a year: as a whole for those who coordinate, by fiche for its pilotes. */
export function listSignauxIndicateurs(
  indicateurs: readonly IndicateursFait[],
  annee: number,
  base: string,
  today: DateCivile,
): Signal[] {
  const fin = `${annee}-12-31`
  const commun = {
    sujet: 'Indicateurs',
    echeance: fin,
    gravite: addDays(fin, 31) < today ? 'RETARD' : 'A_FAIRE',
  } as const
  const formatManque = (manquants: number, total: number) =>
    `${formatCompte(manquants, 'indicateur')} sur ${total} sans valeur pour ${annee}.`
  const [manquants, total] = indicateurs.reduce(([m, t], ligne) => [m + ligne.manquants, t + ligne.total], [0, 0])
  if (manquants === 0) return []
  return [
    {
      ...commun,
      cle: `indicateurs:${annee}`,
      objet: `Indicateurs de ${annee}`,
      phrase: formatManque(manquants, total),
      href: `${base}/plan-action?indicateurs=attendus&annee=${annee}`,
      lecteurs: ['COORDINATION'],
      fiche: null,
    },
    ...indicateurs.flatMap(({ fiche, manquants: siens, total: tous }): Signal[] =>
      fiche === null || siens === 0
        ? []
        : [
            {
              ...commun,
              cle: `fiche:${fiche.id}:INDICATEURS:${annee}`,
              objet: formatFiche(fiche),
              phrase: formatManque(siens, tous),
              href: `${base}/plan-action/${fiche.ref}`,
              lecteurs: ['PILOTE'],
              fiche: fiche.id,
            },
          ],
    ),
  ]
}

/** 'il manque 0,10 ETP à la répartition par porteur'. */
function formatEcart({ total, ...schema }: SchemaFait): string | null {
  if (total === null) return 'son total n’est pas connu'
  const ecarts = (
    [
      ['porteur', computeEcart(total, schema.porteur, schema.porteurInconnues)],
      ['thématique', computeEcart(total, schema.thematique, schema.thematiqueInconnues)],
    ] as const
  ).flatMap(([nom, difference]) => {
    if (difference === null || difference === 0) return []
    const ecart = formatQuotite(Math.abs(difference), { deux: true })
    return [
      difference < 0
        ? `il manque ${ecart} ETP à la répartition par ${nom}`
        : `la répartition par ${nom} compte ${ecart} ETP de trop`,
    ]
  })
  return ecarts.length > 0 ? formatListe(ecarts) : null
}

/** A schéma that begins soon, or has begun, and that is not validated. */
export function listSignauxSchema(schema: SchemaFait, base: string, today: DateCivile): Signal[] {
  const { id, ref, libelle, etat, debut } = schema
  if (debut > addDays(today, SCHEMA)) return []
  const commence =
    debut < today ? `Il s’applique depuis le ${formatDateCourte(debut)}` : `Il commence le ${formatDateCourte(debut)}`
  const ecart = formatEcart(schema)
  const phrase = `${commence} et ${etat === 'BROUILLON' ? 'n’est encore qu’un brouillon' : 'attend sa validation'}${ecart ? ` : ${ecart}` : ''}.`
  return [
    {
      cle: `schema:${id}:${etat}:${debut}`,
      gravite: debut < today ? 'RETARD' : 'A_RISQUE',
      sujet: 'ETP de coopération',
      objet: libelle,
      phrase: phrase,
      echeance: debut,
      href: `${base}/etp?schema=${ref}`,
      lecteurs: ['COORDINATION'],
      fiche: null,
    },
  ]
}

const CITES = 3

/** Mandates that end soon without a successor: one signal for each day they end on. */
export function listSignauxMandats(mandats: readonly MandatFait[], base: string, today: DateCivile): Signal[] {
  const parJour = new Map<DateCivile, MandatFait[]>()
  for (const mandat of mandats) {
    if (mandat.fin < today || mandat.fin > addDays(today, MANDAT)) continue
    parJour.set(mandat.fin, [...(parJour.get(mandat.fin) ?? []), mandat])
  }
  return [...parJour]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fin, siens]) => {
      const noms = siens.slice(0, CITES).map(({ libelle, instance }) => `${libelle} (${instance})`)
      const reste = siens.length - noms.length
      const liste = formatListe(reste > 0 ? [...noms, formatCompte(reste, 'autre')] : noms)
      const verbe = siens.length === 1 ? 'Un mandat prend fin' : `${siens.length} mandats prennent fin`
      return {
        cle: `mandats:${fin}`,
        gravite: 'A_FAIRE',
        sujet: 'Mandats',
        objet: `Mandats jusqu’au ${formatDateCourte(fin)}`,
        echeance: fin,
        phrase: `${verbe} le ${formatDateCourte(fin)} sans successeur nommé : ${liste}.`,
        href: `${base}/mandats`,
        lecteurs: ['COORDINATION'],
        fiche: null,
      }
    })
}
