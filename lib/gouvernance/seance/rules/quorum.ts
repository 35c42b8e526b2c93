/** Who was there, in words: by side, and against the quorum where the convention sets one. */
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import type { Voix } from '@/lib/gouvernance/instances/types/ecran'

export type EtatPresence = 'PRESENT' | 'EXCUSE' | 'ABSENT' | 'REPRESENTE'

/** One seat at a meeting; `etat` is null while nobody has said. */
export interface Siege {
  voix: Voix
  etat: EtatPresence | null
}

export interface Quorum {
  /** Null: the convention sets none, and nothing depends on it. */
  requis: number | null
  /** Seats that count. */
  decisifs: number
  /** Those of them present or represented. */
  comptes: number
  /** Null where none is set. */
  atteint: boolean | null
  phrase: string
}

const isLa = ({ etat }: Siege): boolean => etat === 'PRESENT' || etat === 'REPRESENTE'

/**
 * The seats that count for a quorum: those with a decisive voice. Where the convention gives none, all but the
 * consultative ones: it does not say who decides, which is no reason to count nobody.
 */
export function listDecisifs<S extends Siege>(sieges: readonly S[]): S[] {
  const decisifs = sieges.filter(({ voix }) => voix === 'DECISIVE')
  return decisifs.length > 0 ? decisifs : sieges.filter(({ voix }) => voix !== 'CONSULTATIVE')
}

function formatQuorum(requis: number, comptes: number, decisifs: number, precisee: boolean): string {
  const qui = precisee
    ? formatAccord(comptes, 'membre à voix décisive', 'membres à voix décisive')
    : formatAccord(comptes, 'membre')
  const la = `${comptes} ${qui} ${formatAccord(comptes, 'présent ou représenté', 'présents ou représentés')}`
  const base =
    comptes >= requis
      ? `Quorum atteint : ${la}, ${requis} ${formatAccord(requis, 'demandé')}.`
      : `Quorum non atteint : ${la}, ${requis} ${formatAccord(requis, 'demandé')}, il en manque ${requis - comptes}.`
  const precision = precisee
    ? ''
    : ' Qui a voix décisive n’est pas saisi : tous les membres sont comptés, sauf les voix consultatives.'
  const impossible =
    decisifs < requis
      ? ` La composition ne compte que ${formatCompte(decisifs, 'siège')} : complétez-la, ou vérifiez le quorum.`
      : ''
  return base + impossible + precision
}

/** The quorum of a meeting, in words; it informs and blocks nothing. */
export function computeQuorum(requis: number | null, sieges: readonly Siege[]): Quorum {
  const decisifs = listDecisifs(sieges)
  const comptes = decisifs.filter(isLa).length
  const compte = { decisifs: decisifs.length, comptes }
  if (requis === null) {
    return {
      requis,
      ...compte,
      atteint: null,
      phrase: 'Aucun quorum n’est saisi : la réunion se tient quel que soit le nombre de présents.',
    }
  }
  const precisee = decisifs.some(({ voix }) => voix === 'DECISIVE')
  return {
    requis,
    ...compte,
    atteint: comptes >= requis,
    phrase: formatQuorum(requis, comptes, decisifs.length, precisee),
  }
}

/** '2 présents ou représentés sur 3, 1 excusé', '3 membres, présences non relevées'. */
export function formatPresences(sieges: readonly Siege[]): string {
  const compte = (etat: EtatPresence | null) => sieges.filter((siege) => siege.etat === etat).length
  const inconnus = compte(null)
  if (sieges.length === 0) return 'aucun membre'
  if (inconnus === sieges.length)
    return `${formatCompte(sieges.length, 'membre')}, ${formatAccord(sieges.length, 'présence non relevée', 'présences non relevées')}`
  const la = sieges.filter(isLa).length
  const [excuses, absents] = [compte('EXCUSE'), compte('ABSENT')]
  return [
    `${la} ${formatAccord(la, 'présent ou représenté', 'présents ou représentés')} sur ${sieges.length}`,
    excuses > 0 && formatCompte(excuses, 'excusé'),
    absents > 0 && formatCompte(absents, 'absent'),
    inconnus > 0 && `${inconnus} à relever`,
  ]
    .filter((partie) => partie !== false)
    .join(', ')
}

export type TypeOrganisme =
  | 'CAF'
  | 'MSA'
  | 'EPCI'
  | 'COMMUNE'
  | 'DEPARTEMENT'
  | 'ETAT'
  | 'ASSOCIATION'
  | 'OPERATEUR'
  | 'AUTRE'

/** A seat with the party it comes from, when the convention knows it. */
export interface SiegeSitue {
  organisme: { id: number; nom: string; type: TypeOrganisme } | null
}

const RANGS: Partial<Record<TypeOrganisme, number>> = { CAF: 0, EPCI: 1, COMMUNE: 2 }

/**
 * The sides of a meeting: the Caf, the intercommunalité, each commune by name, then everybody else. What a seat is
 * written as proves nothing: only the organisme that the convention knows puts it on a side.
 */
export function groupColleges<S extends SiegeSitue>(sieges: readonly S[]): { cle: string; nom: string; sieges: S[] }[] {
  const colleges = new Map<string, { cle: string; nom: string; rang: number; sieges: S[] }>()
  for (const siege of sieges) {
    const { organisme } = siege
    const rang = organisme ? RANGS[organisme.type] : undefined
    const cle = organisme && rang !== undefined ? `organisme-${organisme.id}` : 'autres'
    const college = colleges.get(cle) ?? {
      cle,
      nom: organisme && rang !== undefined ? organisme.nom : 'Autres membres',
      rang: rang ?? 3,
      sieges: [],
    }
    college.sieges.push(siege)
    colleges.set(cle, college)
  }
  const listes = [...colleges.values()].sort((a, b) => a.rang - b.rang || a.nom.localeCompare(b.nom, 'fr'))
  // Alone, « les autres » are simply the members.
  return listes.map(({ cle, nom, sieges: membres }) => ({
    cle,
    nom: listes.length === 1 && cle === 'autres' ? 'Membres' : nom,
    sieges: membres,
  }))
}
