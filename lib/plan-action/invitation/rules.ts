import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { cleanOuNul } from '@/lib/platform/texte'
import type { ContenuContribution, ContenuGarde } from './schema'
import { CHAMPS_PROPOSES, type ChampPropose } from './words'
import type { ActuelPropose, FicheOuverte } from './types'

/** What is proposed against what is there. Pure. */

export type ValeurProposee = StatutFiche | number | string | null

/** One value proposed: what it was typed over, what is there now, what it would become. */
export interface LigneProposee {
  /** 'statut', 'avancement', 'suivi', or 'etape:12' */
  cle: string
  champ: ChampPropose | 'etape'
  /** id of the étape */
  etape: number | null
  /** title of the étape */
  sujet: string | null
  avant: ValeurProposee
  actuel: ValeurProposee
  propose: ValeurProposee
  /** the fiche changed since it was proposed */
  deplacee: boolean
  /** the fiche already holds what is proposed, or the étape is gone */
  sansEffet: boolean
  retenue: boolean
}

const buildLigne = (
  ligne: Pick<LigneProposee, 'cle' | 'champ' | 'etape' | 'sujet' | 'avant' | 'actuel' | 'propose' | 'retenue'>,
): LigneProposee => ({
  ...ligne,
  deplacee: ligne.actuel !== ligne.avant && ligne.actuel !== ligne.propose,
  sansEffet: ligne.actuel === ligne.propose,
})

/** The values of a proposal, in the order of the fiche. */
export function listLignes(contenu: ContenuGarde, actuel: ActuelPropose): LigneProposee[] {
  const champs = CHAMPS_PROPOSES.flatMap((champ): LigneProposee[] => {
    const change = contenu.champs[champ]
    if (change === undefined) return []
    return [
      buildLigne({
        cle: champ,
        champ,
        etape: null,
        sujet: null,
        avant: change.avant,
        actuel: actuel[champ],
        propose: change.apres,
        retenue: contenu.retenus?.champs.includes(champ) ?? false,
      }),
    ]
  })
  const etapes = contenu.etapes.map(({ id, avant, apres }): LigneProposee => {
    const etape = actuel.etapes.find((candidate) => candidate.id === id)
    const retenue = contenu.retenus?.etapes.includes(id) ?? false
    if (!etape)
      return {
        cle: `etape:${id}`,
        champ: 'etape',
        etape: id,
        sujet: null,
        avant,
        actuel: null,
        propose: apres,
        deplacee: false,
        sansEffet: true,
        retenue,
      }
    return buildLigne({
      cle: `etape:${id}`,
      champ: 'etape',
      etape: id,
      sujet: etape.titre,
      avant,
      actuel: etape.statut,
      propose: apres,
      retenue,
    })
  })
  return [...champs, ...etapes]
}

/** What is typed on the public page. */
export interface SaisieInvitee {
  statut: StatutFiche
  /** as typed; empty for nothing said */
  avancement: string
  suivi: string
  /** by id of étape */
  etapes: Record<number, StatutFiche>
  message: string
}

export const createSaisie = (
  fiche: Pick<FicheOuverte, 'statut' | 'avancement' | 'suivi' | 'etapes'>,
): SaisieInvitee => ({
  statut: fiche.statut,
  avancement: fiche.avancement === null ? '' : String(fiche.avancement),
  suivi: fiche.suivi ?? '',
  etapes: Object.fromEntries(fiche.etapes.map(({ id, statut }) => [id, statut])),
  message: '',
})

/** Percent as typed, « 40 % » included; NaN when it is no whole number, null when nothing is typed. */
export function parsePourcent(saisie: string): number | null {
  const nombre = saisie.replace(/[\s%]/g, '')
  if (nombre === '') return null
  return /^\d{1,4}$/.test(nombre) ? Number(nombre) : Number.NaN
}

/** A note as it is compared: one kind of line ends, no blanks around. */
const readNote = (texte: string | null): string | null => cleanOuNul(texte ?? '')

/** Only what differs from what the page showed. */
export function buildContenu(
  fiche: Pick<FicheOuverte, 'statut' | 'avancement' | 'suivi' | 'etapes'>,
  saisie: SaisieInvitee,
): ContenuContribution {
  const avancement = parsePourcent(saisie.avancement)
  const suivi = readNote(saisie.suivi)
  return {
    champs: {
      ...(saisie.statut !== fiche.statut && { statut: { avant: fiche.statut, apres: saisie.statut } }),
      ...(avancement !== fiche.avancement && { avancement: { avant: fiche.avancement, apres: avancement } }),
      ...(suivi !== readNote(fiche.suivi) && { suivi: { avant: fiche.suivi, apres: suivi } }),
    },
    etapes: fiche.etapes.flatMap(({ id, statut }) => {
      const voulu = saisie.etapes[id]
      return voulu === undefined || voulu === statut ? [] : [{ id, avant: statut, apres: voulu }]
    }),
  }
}

/** What the page showed when one began to type. */
export type BaseInvitee = Pick<FicheOuverte, 'statut' | 'avancement' | 'suivi'> & {
  etapes: { id: number; statut: StatutFiche }[]
}

/**
 * A draft taken up again on a fiche that may have changed since: what one had changed stays as typed, over what it was
 * typed over; the rest is what the fiche says now; an étape that is gone goes with what was typed of it.
 */
export function mergeBrouillon(
  fiche: FicheOuverte,
  brouillon: { saisie: SaisieInvitee; base: BaseInvitee },
): { saisie: SaisieInvitee; base: FicheOuverte } {
  const [depuis, actuelle] = [createSaisie({ ...fiche, ...brouillon.base, etapes: fiche.etapes }), createSaisie(fiche)]
  const garde = {
    statut: brouillon.saisie.statut !== depuis.statut,
    avancement: brouillon.saisie.avancement !== depuis.avancement,
    suivi: brouillon.saisie.suivi !== depuis.suivi,
  }
  const etapes = fiche.etapes.map((etape) => {
    const base = brouillon.base.etapes.find(({ id }) => id === etape.id)?.statut ?? etape.statut
    const voulu = brouillon.saisie.etapes[etape.id] ?? base
    return voulu === base ? { etape, voulu: etape.statut } : { etape: { ...etape, statut: base }, voulu }
  })
  return {
    saisie: {
      statut: garde.statut ? brouillon.saisie.statut : actuelle.statut,
      avancement: garde.avancement ? brouillon.saisie.avancement : actuelle.avancement,
      suivi: garde.suivi ? brouillon.saisie.suivi : actuelle.suivi,
      etapes: Object.fromEntries(etapes.map(({ etape, voulu }) => [etape.id, voulu])),
      message: brouillon.saisie.message,
    },
    base: {
      ...fiche,
      statut: garde.statut ? brouillon.base.statut : fiche.statut,
      avancement: garde.avancement ? brouillon.base.avancement : fiche.avancement,
      suivi: garde.suivi ? brouillon.base.suivi : fiche.suivi,
      etapes: etapes.map(({ etape }) => etape),
    },
  }
}
