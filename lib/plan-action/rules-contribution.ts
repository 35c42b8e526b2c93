import type { StatutFiche } from './rules'
import { CHAMPS_PROPOSES, type ChampPropose, type ContenuContribution, type ContenuGarde } from './schema-contribution'
import type { ActuelPropose, FicheOuverte } from './types-contribution'

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

const buildLigne = (ligne: Pick<LigneProposee, 'cle' | 'champ' | 'etape' | 'sujet' | 'avant' | 'actuel' | 'propose' | 'retenue'>): LigneProposee => ({
  ...ligne, deplacee: ligne.actuel !== ligne.avant && ligne.actuel !== ligne.propose, sansEffet: ligne.actuel === ligne.propose,
})

/** The values of a proposal, in the order of the fiche. */
export function listLignes(contenu: ContenuGarde, actuel: ActuelPropose): LigneProposee[] {
  const champs = CHAMPS_PROPOSES.flatMap((champ): LigneProposee[] => {
    const change = contenu.champs[champ]
    if (change === undefined) return []
    return [buildLigne({ cle: champ, champ, etape: null, sujet: null, avant: change.avant, actuel: actuel[champ], propose: change.apres, retenue: contenu.retenus?.champs.includes(champ) ?? false })]
  })
  const etapes = contenu.etapes.map(({ id, avant, apres }): LigneProposee => {
    const etape = actuel.etapes.find((candidate) => candidate.id === id)
    const retenue = contenu.retenus?.etapes.includes(id) ?? false
    if (!etape) return { cle: `etape:${id}`, champ: 'etape', etape: id, sujet: null, avant, actuel: null, propose: apres, deplacee: false, sansEffet: true, retenue }
    return buildLigne({ cle: `etape:${id}`, champ: 'etape', etape: id, sujet: etape.titre, avant, actuel: etape.statut, propose: apres, retenue })
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

export const createSaisie = (fiche: Pick<FicheOuverte, 'statut' | 'avancement' | 'suivi' | 'etapes'>): SaisieInvitee => ({
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
const readNote = (texte: string | null): string | null => (texte ?? '').replace(/\r\n?/g, '\n').trim() || null

/** Only what differs from what the page showed. */
export function buildContenu(fiche: Pick<FicheOuverte, 'statut' | 'avancement' | 'suivi' | 'etapes'>, saisie: SaisieInvitee): ContenuContribution {
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
