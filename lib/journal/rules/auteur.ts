/** Who did it: for which side, and their name where it may be read. */
import { MOTS_COTE, COTE_PAR_ROLE } from '@/lib/competences/words'
import { capitalise } from '@/lib/platform/mots'
import type { GesteJournal, Noms } from '../types'
import { readTexte, toCle } from './noms'

/** The key under which `Noms` keeps the side somebody speaks for. */
export const VOIX = 'voix'

const APPLICATION = 'L’application'

/** What somebody is here whose function nobody wrote. */
const MOTS_ROLE: Readonly<Record<string, string>> = {
  PILOTE: 'pilote de fiches',
  ELU: 'élu',
  LECTEUR: 'lecture',
}

/** Somebody without an account, who came by a link: their proposal says their name. */
const findInvite = ({ lignes }: GesteJournal): string | null => {
  const depot = lignes.find(({ objet, avant }) => objet === 'contribution_fiche' && avant === null)
  return depot ? readTexte(depot.apres ?? {}, 'nom') : null
}

/** 'La coordination (Awa Diallo)', 'Paul Roux (directeur enfance)', 'L’application' for what nobody did. */
export function formatAuteur(geste: GesteJournal, noms: Noms): string {
  if (geste.auteurId === null) {
    const invite = findInvite(geste)
    return invite === null ? APPLICATION : `${invite} (par invitation)`
  }
  const personne = noms.get(toCle('utilisateur', geste.auteurId)) ?? {}
  if (personne.systeme === true) return APPLICATION
  const role = String(noms.get(toCle(VOIX, geste.auteurId))?.type)
  const nom = readTexte(personne, 'nom')
  const cote = role === 'ADMINISTRATEUR' ? 'l’administration' : COTE_PAR_ROLE[role] && MOTS_COTE[COTE_PAR_ROLE[role]]
  if (cote) return nom ? `${capitalise(cote)} (${nom})` : capitalise(cote)
  const fonction = readTexte(personne, 'fonction') ?? MOTS_ROLE[role]
  if (nom === null) return fonction ? `Une personne (${fonction})` : 'Une personne dont l’accès a pris fin'
  return fonction ? `${nom} (${fonction})` : nom
}
