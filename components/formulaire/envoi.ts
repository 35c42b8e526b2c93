import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import type { ErreurChamp } from '@/lib/platform/resultat'
import { DEUX_VERSIONS, RIEN, SESSION_FINIE } from './mots'
import { createCles, isReessayable, sendOnce, type Action, type Refus } from './send'

/** One form, or one button, that writes: apart from any screen. */

/** How a refusal is told. */
export interface LectureRefus {
  /** of what no field mends: « La ligne n’est pas enregistrée » (default: « Rien n’est enregistré ») */
  titre?: string
  /** title of a list of fields to mend too, instead of their count */
  titreChamps?: string
  /** title of a stale version (default: « Quelqu’un a enregistré entre-temps ») */
  titreConflit?: string
  /** sentence of a stale version, where the form does not show both (default: compare the two) */
  conflit?: string
  /** name in the form of a field of the input; undefined: none, the message stands alone */
  champ?: (champ: string) => string | undefined
  /** the same for a whole list, messages included: « Fontvieille : Écrivez un nombre » */
  nommer?: (erreurs: readonly ErreurChamp[]) => readonly ErreurDeChamp[]
  /** field that mends a rule */
  champRegle?: (regle: { code: string; derogationPossible: boolean }) => string | undefined
}

export interface EtatEnvoi<Actuel> {
  enCours: boolean
  /** what was refused; null when nothing is, or when it is the screen that refuses to send */
  refus: Refus<Actuel> | null
  /** what somebody else saved: to be shown beside what is typed until it is written, or given up */
  conflit: Actuel | null
  titre: string | undefined
  erreurs: readonly ErreurDeChamp[]
}

/** What goes with a sending. */
export interface Suite<Input, T, Actuel> extends LectureRefus {
  onEcrit: (data: T) => void
  onRefus?: (refus: Refus<Actuel>) => unknown
  /**
   * What to send again over what somebody else saved, when it leaves this part of the form as it was opened;
   * null: the person is asked.
   */
  reprise?: (actuel: Actuel, input: Input) => Input | null
}

export interface Envoi<Actuel> {
  subscribe: (ecoute: () => void) => () => void
  read: () => EtatEnvoi<Actuel>
  /** Sends; does nothing while a sending is on its way. */
  send: <Input, T>(action: Action<Input, T, Actuel>, input: Input, suite: Suite<Input, T, Actuel>) => Promise<void>
  /** Sends the very same again, under the same key. */
  retry: () => Promise<void>
  /** What the screen itself finds wrong, before anything is sent. */
  refuse: (erreurs: readonly ErreurDeChamp[], titre?: string) => void
  forget: () => void
}

/** A refusal, as an error summary shows it. */
export function readRefus(
  refus: Refus<unknown>,
  { titre = RIEN, titreChamps, champ = (nom) => nom, nommer, champRegle, titreConflit, conflit }: LectureRefus,
): Pick<EtatEnvoi<unknown>, 'titre' | 'erreurs'> {
  switch (refus.tag) {
    case 'INVALIDE':
      return {
        titre: titreChamps,
        erreurs:
          nommer?.(refus.champs) ??
          refus.champs.map(({ champ: nom, message }) => ({ champ: champ(nom) || undefined, message })),
      }
    case 'REGLE':
      return { titre, erreurs: [{ champ: champRegle?.(refus), message: refus.message }] }
    case 'CONFLIT':
      return { titre: titreConflit ?? DEUX_VERSIONS, erreurs: [{ message: conflit ?? refus.message }] }
    case 'NON_CONNECTE':
      return { titre, erreurs: [{ message: SESSION_FINIE }] }
    default:
      return { titre, erreurs: [{ message: refus.message }] }
  }
}

const VIDE = { refus: null, conflit: null, titre: undefined, erreurs: [] }

/** @param genre FORMULAIRE: written once while it is open; GESTE: another input is another gesture */
export function createEnvoi<Actuel>(genre: 'FORMULAIRE' | 'GESTE'): Envoi<Actuel> {
  const cles = createCles(genre)
  const ecoutes = new Set<() => void>()
  let etat: EtatEnvoi<Actuel> = { enCours: false, ...VIDE }
  let dernier: (() => Promise<void>) | null = null

  function publish(suivant: EtatEnvoi<Actuel>): void {
    etat = suivant
    for (const ecoute of ecoutes) ecoute()
  }

  async function send<Input, T>(
    action: Action<Input, T, Actuel>,
    input: Input,
    suite: Suite<Input, T, Actuel>,
  ): Promise<void> {
    if (etat.enCours) return
    dernier = () => send(action, input, suite)
    publish({ ...etat, enCours: true })
    let issue = await sendOnce(action, input, cles.take(input))
    const repris =
      !issue.ok && issue.tag === 'CONFLIT' && issue.actuel !== null
        ? (suite.reprise?.(issue.actuel, input) ?? null)
        : null
    if (repris !== null) {
      dernier = () => send(action, repris, suite)
      issue = await sendOnce(action, repris, cles.take(repris))
    }
    if (!issue.ok) {
      if (!isReessayable(issue)) dernier = null
      const conflit = issue.tag === 'CONFLIT' && issue.actuel !== null ? issue.actuel : etat.conflit
      publish({ enCours: false, refus: issue, conflit, ...readRefus(issue, suite) })
      suite.onRefus?.(issue)
      return
    }
    cles.renew()
    dernier = null
    publish({ enCours: false, ...VIDE })
    suite.onEcrit(issue.data)
  }

  return {
    subscribe: (ecoute) => {
      ecoutes.add(ecoute)
      return () => ecoutes.delete(ecoute)
    },
    read: () => etat,
    send,
    retry: async () => dernier?.(),
    refuse: (erreurs, titre) => publish({ ...etat, refus: null, titre, erreurs }),
    forget: () => {
      dernier = null
      publish({ ...etat, ...VIDE })
    },
  }
}
