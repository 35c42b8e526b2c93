/** A schéma as it is read, and the same as the rules take it. */
import type { Centiemes } from '@/lib/platform/nombres'
import type { EtatSchema, Marge, SchemaRegle, SituationPoste } from '../types/regles'
import { MOTS_MOTIF, type MotifZero } from '../words'

export interface LigneSchema {
  id: number
  marge: Marge
  /** what two schémas are compared by: an organisme, a thématique, otherwise the words */
  cle: string
  libelle: string
  /** id of the party, null for free words */
  organisme: number | null
  theme: string | null
  quotite: Centiemes | null
  motifZero: MotifZero | null
  note: string | null
  situation: SituationPoste
  themesTexte: string[]
}

/** A part added to what exists, and who carries it when it is one of the parties. */
interface DeveloppementLu {
  id: number
  libelle: string
  /** id of the party, null for free words */
  organisme: number | null
  quotite: Centiemes
}

export interface SchemaLu {
  id: number
  ref: string
  libelle: string
  debut: string | null
  fin: string | null
  periodeTexte: string | null
  total: Centiemes | null
  existant: Centiemes | null
  etat: EtatSchema
  anterieur: boolean
  /** its rank in the document */
  ordre: number
  note: string | null
  source: string | null
  version: number
  lignes: LigneSchema[]
  developpements: DeveloppementLu[]
  croisements: { porteur: string; thematique: string; quotite: Centiemes }[]
}

/** A schéma as the pure rules take it. */
export function toSchemaRegle(schema: SchemaLu): SchemaRegle {
  const cles = new Map(schema.lignes.map((ligne) => [`${ligne.marge}:${ligne.libelle}`, ligne.cle]))
  return {
    debut: schema.debut,
    fin: schema.fin,
    total: schema.total,
    existant: schema.existant,
    developpements: schema.developpements,
    affectations: schema.lignes.map(({ marge, cle, libelle, quotite, note, motifZero, situation }) => ({
      marge,
      cle,
      libelle,
      quotite,
      raison: note ?? (motifZero ? MOTS_MOTIF[motifZero] : null),
      motif: motifZero,
      situation,
    })),
    croise: schema.croisements.map(({ porteur, thematique, quotite }) => ({
      porteur: cles.get(`PORTEUR:${porteur}`) ?? porteur,
      thematique: cles.get(`THEMATIQUE:${thematique}`) ?? thematique,
      quotite,
    })),
    etat: schema.etat,
  }
}
