import type { Brouillons } from '@/components/formulaire/brouillons'
import { COUPURE_GARDEE, SESSION_FINIE } from '@/components/formulaire/mots'
import type { Issue, Refus } from '@/components/formulaire/send'
import type { SaveStatusProps } from '@/components/ui/saisie/save-status'
import { isTexte } from '@/lib/plan-action/champs/rules/catalogue'
import { isSameValeur, toCanonique } from '@/lib/plan-action/champs/rules/fusion'
import type { ChampFiche, ChangementsFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { ChampEnConflit, ConflitFiche, FicheModifiee } from '@/lib/plan-action/fiche/types/edition'
import { formatMinute } from '@/lib/platform/heures'
import { readErreursChamps, type ErreursChamps } from './reponse'

/** A pause in typing long enough to save. */
const PAUSE_MS = 1_500
const REPRISE_MS = 10_000
/** Saves of one field this close are undone together. */
const ELAN_MS = 30_000
/** An older draft is shown before it is saved: one may have forgotten it. */
const FRAIS_MS = 3_600_000

/** Said in the words of what is kept, and sent again. */
const MOTS: Partial<Record<Refus<ConflitFiche>['tag'], string>> = {
  COUPURE: COUPURE_GARDEE,
  NON_CONNECTE: SESSION_FINIE,
}

interface Retrouve {
  champ: ChampFiche
  instant: number
  /** waits for a press before it is saved */
  ancien: boolean
}

/** What a screen shows of an edition. */
export interface EtatEdition<V extends Partial<ValeursFiche> = Partial<ValeursFiche>> {
  /** what is there, with what is being typed over it */
  valeurs: V
  /** fields typed and not saved yet */
  modifies: ReadonlySet<ChampFiche>
  etat: SaveStatusProps
  /** fields the state above is about */
  concernes: ReadonlySet<ChampFiche>
  erreurs: ErreursChamps
  conflit: ConflitFiche | null
  /** drafts found on this device */
  retrouves: readonly Retrouve[]
  annulable: boolean
  /** fields that `undo` would take back */
  annules: ReadonlySet<ChampFiche>
}

export interface OutilsEdition {
  envoyer: (champs: ChangementsFiche) => Promise<Issue<FicheModifiee, ConflitFiche>>
  /** where drafts are kept, by field; none when nobody is named */
  brouillons: Brouillons | null
  /** called when what the page shows is older than what is now known */
  rafraichir: () => void
}

export interface Edition {
  subscribe: (ecoute: () => void) => () => void
  read: () => EtatEdition
  edit: <C extends ChampFiche>(champ: C, valeur: ValeursFiche[C], options?: { pause?: boolean }) => void
  save: () => Promise<void>
  undo: () => void
  /** ends a disagreement: what is to be kept of that field */
  settle: <C extends ChampFiche>(champ: C, garde: ValeursFiche[C]) => void
  /** gives up what is typed in a field */
  abandon: (champ: ChampFiche) => void
  resume: () => void
  receive: (valeurs: Partial<ValeursFiche>) => void
}

const isSame = (champ: ChampFiche, a: unknown, b: unknown): boolean => isSameValeur(champ, a as never, b as never)

interface Pas {
  avant: Map<ChampFiche, unknown>
  instant: number
}

/**
 * The edition of a fiche in a browser, apart from any screen: what is typed is first kept on the device, then saved (a
 * choice at once, a text at a pause or on leaving), sent again when the connection is back, undone in one press. A field
 * that somebody else changed waits for a choice; the others are saved without waiting.
 */
export function createEdition(
  depart: Partial<ValeursFiche>,
  { envoyer, brouillons, rafraichir }: OutilsEdition,
): Edition {
  const base = new Map(Object.entries(depart)) as Map<ChampFiche, unknown>
  const saisies = new Map<ChampFiche, unknown>()
  const conflits = new Map<ChampFiche, ChampEnConflit>()
  /** refused as typed, or an old draft: waits for somebody to touch it */
  const retenus = new Set<ChampFiche>()
  const retrouves = new Map<ChampFiche, Retrouve>()
  /** sent, and nobody knows whether it was written */
  const perdus = new Map<ChampFiche, Set<unknown>>()
  const pas: Pas[] = []
  const ecoutes = new Set<() => void>()
  let erreurs: ErreursChamps = {}
  let etat: SaveStatusProps = { state: 'idle' }
  let concernes = new Set<ChampFiche>()
  let minuterie = 0
  let envoi = false
  let relance = false
  let annulation = false

  const isModifie = (champ: ChampFiche) => saisies.has(champ) && !isSame(champ, saisies.get(champ), base.get(champ))
  const listModifies = () => [...saisies.keys()].filter(isModifie)
  const listEnvoyables = () => listModifies().filter((champ) => !conflits.has(champ) && !retenus.has(champ))

  function build(): EtatEdition {
    return {
      valeurs: Object.fromEntries([...base, ...saisies]) as Partial<ValeursFiche>,
      modifies: new Set(listModifies()),
      etat,
      concernes,
      erreurs,
      conflit: conflits.size > 0 ? { conflits: [...conflits.values()] } : null,
      retrouves: [...retrouves.values()],
      annulable: pas.length > 0 && !envoi,
      annules: new Set(pas.at(-1)?.avant.keys()),
    }
  }
  let instantane = build()
  function publish() {
    instantane = build()
    for (const ecoute of ecoutes) ecoute()
  }

  function keep(champ: ChampFiche) {
    if (isModifie(champ)) brouillons?.keep(champ, { valeur: saisies.get(champ), depuis: base.get(champ) })
    else brouillons?.forget(champ)
  }

  function program(delai: number) {
    clearTimeout(minuterie)
    minuterie = setTimeout(() => void save(), delai) as unknown as number
  }

  function touch(champ: ChampFiche, valeur: unknown) {
    saisies.set(champ, valeur)
    retenus.delete(champ)
    const { [champ]: _erreur, ...autres } = erreurs
    erreurs = autres
    keep(champ)
  }

  function accept(envoyes: Map<ChampFiche, unknown>, { champs, heure }: FicheModifiee) {
    const avant = new Map(
      [...envoyes.keys()].filter((champ) => champs.includes(champ)).map((champ) => [champ, base.get(champ)]),
    )
    for (const [champ, valeur] of envoyes) {
      base.set(champ, toCanonique(valeur))
      perdus.delete(champ)
      // Typed on while it was on its way: what is on the screen stays.
      if (saisies.get(champ) === valeur && !isTexte(champ)) saisies.delete(champ)
      retrouves.delete(champ)
      keep(champ)
    }
    etat = { state: 'saved', heure: formatMinute(heure) }
    if (annulation || avant.size === 0) return
    const dernier = pas.at(-1)
    const [seul] = avant.keys()
    const elan =
      dernier &&
      seul &&
      avant.size === 1 &&
      isTexte(seul) &&
      dernier.avant.size === 1 &&
      dernier.avant.has(seul) &&
      Date.now() - dernier.instant < ELAN_MS
    if (elan) dernier.instant = Date.now()
    else pas.push({ avant, instant: Date.now() })
  }

  /** Why nothing was written, and whether the rest is to be sent at once. */
  function refuse(envoyes: Map<ChampFiche, unknown>, refus: Refus<ConflitFiche>): boolean {
    etat = { state: 'error', message: MOTS[refus.tag] ?? refus.message }
    if (refus.tag === 'COUPURE') {
      for (const [champ, valeur] of envoyes) perdus.set(champ, (perdus.get(champ) ?? new Set()).add(valeur))
      program(REPRISE_MS)
      return false
    }
    if (refus.tag === 'CONFLIT') {
      // Two saves crossed in the database: the same again, a moment later.
      if (refus.actuel === null) program(PAUSE_MS)
      for (const conflit of refus.actuel?.conflits ?? []) {
        const { champ, actuel } = conflit
        // One’s own words, saved before the answer was lost, are nobody else’s: what was typed since goes over them.
        if ([...(perdus.get(champ) ?? [])].some((perdu) => isSame(champ, actuel, perdu))) base.set(champ, actuel)
        else conflits.set(champ, conflit)
        perdus.delete(champ)
      }
      return refus.actuel !== null
    }
    if (refus.tag === 'INVALIDE') {
      const lues = readErreursChamps(refus.champs)
      erreurs = { ...erreurs, ...lues }
      for (const champ of Object.keys(lues) as ChampFiche[]) retenus.add(champ)
      return Object.keys(lues).length > 0
    }
    if (refus.tag === 'REGLE' && envoyes.has('statut')) {
      // Somebody else decides of it: the choice goes back, and why stays.
      saisies.delete('statut')
      brouillons?.forget('statut')
      erreurs = { ...erreurs, statut: refus.message }
      return true
    }
    return false
  }

  async function save(): Promise<void> {
    clearTimeout(minuterie)
    if (envoi) {
      relance = true
      return
    }
    const champs = listEnvoyables()
    if (champs.length === 0) {
      annulation = false
      return
    }
    const envoyes = new Map(champs.map((champ) => [champ, saisies.get(champ)]))
    const changes = Object.fromEntries(
      champs.map((champ) => [champ, { avant: base.get(champ), apres: saisies.get(champ) }]),
    ) as ChangementsFiche
    envoi = true
    relance = false
    etat = { state: 'saving' }
    concernes = new Set(champs)
    publish()
    const issue = await envoyer(changes)
    envoi = false
    const suite = issue.ok ? (accept(envoyes, issue.data), relance) : refuse(envoyes, issue)
    annulation = false
    publish()
    if (suite) await save()
    else if (issue.ok && listEnvoyables().length > 0) program(PAUSE_MS)
  }

  return {
    subscribe: (ecoute) => {
      ecoutes.add(ecoute)
      return () => ecoutes.delete(ecoute)
    },
    read: () => instantane,
    edit: (champ, valeur, { pause = isTexte(champ) } = {}) => {
      touch(champ, valeur)
      if (etat.state === 'saved') etat = { state: 'idle' }
      publish()
      if (pause) program(PAUSE_MS)
      else void save()
    },
    save: () => {
      for (const champ of saisies.keys()) if (!isModifie(champ) && !conflits.has(champ)) saisies.delete(champ)
      publish()
      return save()
    },
    undo: () => {
      const dernier = pas.pop()
      if (!dernier) return
      for (const [champ, valeur] of dernier.avant) touch(champ, valeur)
      annulation = true
      publish()
      void save()
    },
    settle: (champ, garde) => {
      const conflit = conflits.get(champ)
      if (!conflit) return
      conflits.delete(champ)
      retrouves.delete(champ)
      base.set(champ, conflit.actuel)
      touch(champ, garde)
      if (!isModifie(champ)) saisies.delete(champ)
      if (conflits.size === 0) etat = { state: 'idle' }
      publish()
      void save()
      if (listModifies().length === 0) rafraichir()
    },
    abandon: (champ) => {
      saisies.delete(champ)
      conflits.delete(champ)
      retenus.delete(champ)
      retrouves.delete(champ)
      brouillons?.forget(champ)
      const { [champ]: _erreur, ...autres } = erreurs
      erreurs = autres
      publish()
      // It may have been typed over something older than what is there.
      rafraichir()
    },
    resume: () => {
      for (const champ of base.keys()) {
        const lu = brouillons?.read(champ)
        if (!lu || saisies.has(champ)) continue
        if (isSame(champ, lu.valeur, base.get(champ))) {
          brouillons?.forget(champ)
          continue
        }
        const ancien = Date.now() - lu.instant > FRAIS_MS
        base.set(champ, lu.depuis)
        saisies.set(champ, lu.valeur)
        retrouves.set(champ, { champ, instant: lu.instant, ancien })
        if (ancien) retenus.add(champ)
      }
      if (retrouves.size === 0) return
      publish()
      program(PAUSE_MS)
    },
    receive: (valeurs) => {
      for (const [cle, valeur] of Object.entries(valeurs)) {
        const champ = cle as ChampFiche
        // What is being typed keeps what it was typed over: if that moved, the server will say who and when.
        if (conflits.has(champ) || isModifie(champ)) continue
        base.set(champ, valeur)
        // Words on the screen that say the same stay as they are typed; others give way to what is there now.
        if (saisies.has(champ) && !(isTexte(champ) && isSame(champ, saisies.get(champ), valeur))) saisies.delete(champ)
      }
      publish()
    },
  }
}
