import type { Frise } from '@/components/gouvernance/frequence/frise-data'
import type { Chiffre, Progression } from '@/lib/pilotage/situation/rules/chiffres'
import type { NatureEcheance } from '@/lib/pilotage/situation/rules/echeances'
import type { PhrasesSituation } from '@/lib/pilotage/situation/rules/phrases'
import type { LigneEtpColoree } from './etp-lignes'

/** What the panels of the dashboard show, each in its final words. */
export interface ContenuCopil {
  base: string
  /** The three sentences. */
  phrases: PhrasesSituation
  entete: {
    nom: string
    surtitre: string
    demonstration: boolean
    temps: { debut: string; fin: string; aujourdhui: string } | null
    /** Said when the convention is not simply under way. */
    phase: string | null
    exportable: boolean
  }
  chiffres: { libelle: string; href: string; chiffre: Chiffre }[]
  gouvernance: { frise: Frise | null; instances: [nom: string, phrase: string][]; raison: string | null }
  decisions: {
    prochain: { texte: string; href: string }
    lignes: {
      id: number
      texte: string
      details: string
      nature: string
      href: string
      /** What it bears on, to be read before it is voted. */
      objet: { libelle: string; href: string } | null
    }[]
    reste: string | null
  }
  etp: {
    titre: string
    sousTitre: string | null
    lignes: LigneEtpColoree[]
    total: number
    somme: string | null
    nulles: number
    phrase: string
    connu: boolean
  }
  plan: {
    niveau: string
    phrase: string
    axes: { ref: string; numero: string | null; titre: string; absence: string | null; progression: Progression }[]
    progression: Progression | null
  }
  evolution: { titre: string; phrases: string[]; reste: string | null }
  dates: {
    phase: string
    lignes: { date: string; quand: string; nature: NatureEcheance; texte: string; href: string; passee: boolean }[]
  }
  manques: {
    reserves: number
    premieres: string[]
    sujets: number
    lacunes: [nom: string, raison: string][]
    autres: string | null
  }
}
