/**
 * What the dashboard shows, in its final words. The page is one client component: it receives this once, instead of
 * being sent twice, as markup and as a tree. Nothing here reaches the browser that is not shown.
 */
import { computeFrise } from '@/components/gouvernance/frequence/frise-data'
import { MOTS_A_DECIDER } from '@/lib/competences/words'
import { formatCommunes } from '@/lib/convention/accord/rules/connaissance'
import { formatAnnonce } from '@/lib/convention/accord/rules/annonces'
import { MOTS_SIGNATAIRE, NOMS_SUJET } from '@/lib/convention/accord/words'
import { formatAnneesConnues } from '@/lib/convention/phase/rules/dates'
import { MOT_PROJET, MOTS_ETAT_SCHEMA } from '@/lib/cooperation/schemas/words'
import type { VueCopil } from '@/lib/pilotage/copil/queries'
import { formatDate, formatDateCourte } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import type { ContenuCopil } from './ecran-contenu'
import { AUCUN } from '@/lib/pilotage/situation/rules/chiffres'
import { listLignesEtp, TITRES_ETP } from './etp-lignes'
import { computeTailleFeuille, type TailleFeuille } from './feuille'
import { findLacune, formatSujet } from './lacunes'

const LACUNES_CITEES = 3
const DATES_CITEES = 6

export type EcranCopil = ContenuCopil & { feuille: TailleFeuille }

function toEntete(vue: VueCopil): ContenuCopil['entete'] {
  const { convention, jour: today, exportable } = vue
  const {
    nom,
    demonstration,
    debut,
    fin,
    phase,
    phaseTexte,
    duree,
    caf,
    epcis,
    communes,
    communesAnnoncees,
    signataires,
    signatairesAnnonces,
  } = convention
  const annees = formatAnneesConnues({ debut, fin })
  const nombre = formatCommunes(communes, communesAnnoncees, findLacune(vue, 'TERRITOIRE'))
  const territoire = [nombre, ...epcis].filter(Boolean).join(', ')
  return {
    nom,
    demonstration,
    exportable,
    surtitre: [
      `Convention territoriale globale${annees === null ? '' : ` ${annees}`}`,
      caf,
      territoire,
      formatAnnonce(signatairesAnnonces, signataires, MOTS_SIGNATAIRE) ??
        (signataires > 0 && formatCompte(signataires, 'signataire')),
    ]
      .filter(Boolean)
      .join(' · '),
    temps: debut && fin ? { debut, fin, aujourdhui: today } : null,
    phase: phase === 'EN_COURS' ? null : `${capitalise(phaseTexte)}${!debut && !fin && duree ? ` (${duree})` : ''}.`,
  }
}

/** Health in four figures, each leading to exactly the rows it counts. */
function toChiffres({ chiffres, annee, etp }: VueCopil, base: string): ContenuCopil['chiffres'] {
  return [
    {
      libelle: 'Fréquences respectées',
      chiffre: chiffres.instances,
      href: chiffres.instances.valeur === AUCUN ? `${base}/gouvernance` : `${base}/gouvernance?etat=respectees`,
    },
    { libelle: 'Actions réalisées', chiffre: chiffres.actions, href: `${base}/plan-action?statut=REALISEE` },
    {
      libelle: `Indicateurs renseignés en ${annee}`,
      chiffre: chiffres.indicateurs,
      href: `${base}/plan-action?indicateurs=${annee}`,
    },
    {
      libelle: 'ETP de coopération',
      chiffre: chiffres.etp,
      href: etp ? `${base}/etp?schema=${etp.ref}` : `${base}/etp`,
    },
  ]
}

/** Bodies that have neither a frequency nor a meeting make no picture: their names and what is known of them do. */
function toGouvernance(vue: VueCopil, base: string): ContenuCopil['gouvernance'] {
  const { instances, convention, jour: today } = vue
  const muette = instances.every(({ periodes, reunions }) => periodes.length === 0 && reunions.length === 0)
  return {
    frise: muette
      ? null
      : computeFrise({
          convention,
          today,
          instances: instances.map((instance) => ({ ...instance, href: `${base}/gouvernance/${instance.ref}` })),
        }),
    instances: muette ? instances.map(({ nom, phrase }) => [nom, phrase]) : [],
    raison:
      instances.length === 0
        ? (findLacune(vue, 'GOUVERNANCE') ?? 'La convention ne nomme aucune instance de gouvernance.')
        : null,
  }
}

/** The decisions of the next COPIL, all of them; those awaited elsewhere are counted, one link away. */
function toDecisions(
  { decisions: { prochain, inscrites, autres } }: VueCopil,
  base: string,
): ContenuCopil['decisions'] {
  return {
    prochain: prochain
      ? { texte: `Prochain COPIL : ${formatDate(prochain.date)}`, href: `${base}/reunions/${prochain.ref}` }
      : { texte: 'Aucun COPIL n’est planifié', href: `${base}/gouvernance` },
    lignes: inscrites.map(({ id, texte, nature, effet, echeance, responsable, objet }) => ({
      id,
      texte,
      nature: effet === null ? capitalise(MOTS_A_DECIDER[nature]) : 'Vote',
      href: `${base}/reunions/${prochain?.ref ?? ''}`,
      objet: objet && { libelle: objet[0], href: `${base}${objet[1]}` },
      details: [responsable, echeance && `avant le ${formatDateCourte(echeance)}`].filter(Boolean).join(' · '),
    })),
    reste:
      autres.length > 0
        ? `${formatCompte(autres.length, 'autre décision attendue', 'autres décisions attendues')}, ${formatAilleurs(autres)}`
        : null,
  }
}

/** Where the other decisions wait: 'du comité technique'. */
function formatAilleurs(autres: VueCopil['decisions']['autres']): string {
  const instances = [...new Set(autres.map(({ instance }) => instance))]
  return instances.length > 2 ? `de ${instances.length} instances` : `de : ${formatListe(instances)}`
}

function toEtp(vue: VueCopil): ContenuCopil['etp'] {
  const { etp } = vue
  if (etp === null) {
    const phrase = findLacune(vue, 'ETP') ?? 'Aucun schéma n’est enregistré pour cette convention.'
    return {
      connu: false,
      titre: 'ETP de coopération',
      sousTitre: null,
      lignes: [],
      total: 0,
      somme: null,
      nulles: 0,
      phrase,
    }
  }
  return {
    connu: true,
    titre: TITRES_ETP[etp.mode],
    sousTitre: [
      etp.libelle,
      etp.quand,
      etp.etat === 'BROUILLON' && !vue.exportable ? MOT_PROJET : MOTS_ETAT_SCHEMA[etp.etat],
    ]
      .filter(Boolean)
      .join(', '),
    phrase: etp.phrase,
    ...listLignesEtp(etp),
  }
}

function toPlan(vue: VueCopil): ContenuCopil['plan'] {
  const { plan } = vue
  const raison =
    plan?.raisonSansFiche ?? findLacune(vue, 'PLAN_ACTION') ?? 'Aucune fiche n’est enregistrée pour cette convention.'
  if (plan === null || plan.axes.length === 0) return { niveau: '', phrase: raison, axes: [], progression: null }
  return {
    niveau: plan.niveau,
    phrase: plan.progression.total > 0 ? `${plan.phrase}.` : raison,
    axes: plan.axes.map(({ ref, numero, titre, absence, progression }) => ({
      ref,
      numero,
      titre,
      absence: progression.total === 0 ? absence : null,
      progression,
    })),
    progression: plan.progression,
  }
}

/** What changed since the last COPIL: three sentences at most. */
function toEvolution({ evolution: { quand, phrases, nombre, vide } }: VueCopil): ContenuCopil['evolution'] {
  const reste = nombre - phrases.length
  return {
    titre: capitalise(quand),
    phrases: phrases.length > 0 ? phrases : [vide],
    reste:
      reste > 0
        ? `Lire la suite (${formatCompte(reste, 'autre changement', 'autres changements')})`
        : nombre > 0
          ? 'Lire le détail'
          : null,
  }
}

function toManques({ manques: { lacunes, reserves, premieres } }: VueCopil): ContenuCopil['manques'] {
  const autres = lacunes.slice(LACUNES_CITEES).map(([sujet]) => formatSujet(sujet))
  return {
    reserves,
    premieres,
    sujets: lacunes.length,
    lacunes: lacunes.slice(0, LACUNES_CITEES).map(([sujet, raison]) => [NOMS_SUJET[sujet] ?? sujet, raison]),
    autres: autres.length > 0 ? `Et aussi : ${autres.join(', ')}.` : null,
  }
}

/** Makes the screen out of what was read. */
export function toEcran(vue: VueCopil): EcranCopil {
  const base = `/conventions/${vue.convention.slug}`
  const contenu = {
    base,
    phrases: vue.phrases,
    entete: toEntete(vue),
    chiffres: toChiffres(vue, base),
    gouvernance: toGouvernance(vue, base),
    decisions: toDecisions(vue, base),
    etp: toEtp(vue),
    plan: toPlan(vue),
    evolution: toEvolution(vue),
    dates: {
      phase: capitalise(vue.convention.phaseTexte),
      lignes: vue.echeances.slice(0, DATES_CITEES).map(({ chemin, ...echeance }) => ({
        ...echeance,
        href: `${base}${chemin}`,
        quand: formatDateCourte(echeance.date),
      })),
    },
    manques: toManques(vue),
  }
  return { ...contenu, feuille: computeTailleFeuille(contenu) }
}
