/** Expected outcomes are values with a tag; only the unexpected is thrown. */

/** An error on a field: its path in the input, and a sentence with the remedy. */
export interface ErreurChamp {
  champ: string
  message: string
}

/**
 * A failure. `Actuel` is what a conflict carries: the row as somebody else left it. By default a conflict carries nothing,
 * so that whoever gives one back says of what type; `Echec<unknown>` is any failure.
 */
export type Echec<Actuel = never> =
  /** Nobody is signed in, or the session was ended. */
  | { ok: false; tag: 'NON_CONNECTE'; message: string }
  /** Not there, or somebody else’s: the two are told apart by nobody. */
  | { ok: false; tag: 'INTROUVABLE'; message: string }
  /** May read this, may not do that. */
  | { ok: false; tag: 'INTERDIT'; message: string }
  /** Bad input: each field with its remedy. */
  | { ok: false; tag: 'INVALIDE'; message: string; champs: ErreurChamp[] }
  /** A rule of the convention says no; some rules accept a reasoned dérogation. */
  | { ok: false; tag: 'REGLE'; message: string; code: string; derogationPossible: boolean }
  /** Somebody saved first: what is there now, or null when two saves crossed in the database. */
  | { ok: false; tag: 'CONFLIT'; message: string; actuel: Actuel | null }
  /** Unexpected; logged under this id. */
  | { ok: false; tag: 'INATTENDU'; message: string; id: string }

export type Resultat<T, Actuel = never> = { ok: true; data: T } | Echec<Actuel>

export const succeed = <T>(data: T): { ok: true; data: T } => ({ ok: true, data })

export const echecs = {
  nonConnecte: (): Echec => ({
    ok: false,
    tag: 'NON_CONNECTE',
    message: 'Votre session a pris fin. Reconnectez-vous pour continuer.',
  }),
  introuvable: (): Echec => ({
    ok: false,
    tag: 'INTROUVABLE',
    message: 'Cet élément n’existe pas, ou plus. Revenez à la liste.',
  }),
  interdit: (): Echec => ({
    ok: false,
    tag: 'INTERDIT',
    message: 'Votre rôle ne permet pas cette modification. Demandez-la à la coordination ou à la Caf.',
  }),
  invalide: (champs: ErreurChamp[]): Echec => ({
    ok: false,
    tag: 'INVALIDE',
    message:
      champs.length > 1
        ? `${champs.length} champs sont à corriger.`
        : (champs[0]?.message ?? 'La saisie est à corriger.'),
    champs,
  }),
  regle: (code: string, message: string, derogationPossible = false): Echec => ({
    ok: false,
    tag: 'REGLE',
    message,
    code,
    derogationPossible,
  }),
  conflit: <Actuel>(actuel: Actuel | null): Echec<Actuel> => ({
    ok: false,
    tag: 'CONFLIT',
    message:
      'Quelqu’un a enregistré entre-temps. Comparez les deux versions avant de continuer : rien de votre saisie n’est perdu.',
    actuel,
  }),
  inattendu: (id: string): Echec => ({
    ok: false,
    tag: 'INATTENDU',
    message: `Un incident nous empêche de répondre. Votre saisie n’a pas été enregistrée. Réessayez, et citez le repère ${id} s’il se répète.`,
    id,
  }),
} as const
