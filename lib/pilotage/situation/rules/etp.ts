import {
  computeEquilibre,
  type Equilibre,
  type EtatSchema,
  type EtatSomme,
  type Marge,
} from '@/lib/cooperation/schemas/rules/equilibre'
import { sumEffectifs, type Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import { formatPourvu } from '@/lib/cooperation/postes/words'
import { isEnVigueur } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { readPartage } from '@/lib/cooperation/schemas/rules/partage'
import { formatTotal, MOTS_PARTAGE, MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { formatIntervalle, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import type { ModeRepartition, SommeEtp } from './chiffres'
import type { SchemaEnVue } from '@/lib/cooperation/schemas/types/en-vue'

interface LigneEtp {
  libelle: string
  theme: string | null
  quotite: Centiemes | null
}

/** The schéma in view, on the one distribution that is known: never one made up from the other. */
export interface EtpCopil extends SommeEtp {
  ref: string
  libelle: string
  quand: string | null
  etat: EtatSchema
  /** In force today: agreed, and its period holds the day. */
  enVigueur: boolean
  lignes: LigneEtp[]
  /** What is filled of it today, or on its nearest day. */
  effectif: Effectif
  /** What the distribution makes of the agreed total, in one sentence. */
  phrase: string
}

const NOM_MODE: Record<ModeRepartition, string> = {
  THEMATIQUE: MOTS_PARTAGE.THEMATIQUE.comment,
  PART: MOTS_PARTAGE.PART.comment,
  PORTEUR: 'entre porteurs',
  EVOLUTION: '',
  TOTAL: '',
}

function chooseMode({ marges, evolution }: Equilibre, { affectations }: SchemaEnVue): ModeRepartition {
  if (marges.THEMATIQUE.renseignee) return readPartage(affectations.map(([marge, theme]) => ({ marge, theme })))
  if (marges.PORTEUR.renseignee) return 'PORTEUR'
  return evolution.renseignee ? 'EVOLUTION' : 'TOTAL'
}

function listLignes(schema: SchemaEnVue, mode: ModeRepartition): LigneEtp[] {
  if (mode === 'EVOLUTION') {
    return [
      { libelle: 'Existant', theme: null, quotite: schema.existant },
      ...schema.developpements.map(([libelle, quotite]) => ({ libelle, theme: null, quotite })),
    ]
  }
  const voulue: Marge = mode === 'PORTEUR' ? 'PORTEUR' : 'THEMATIQUE'
  return schema.affectations
    .filter(([marge]) => marge === voulue)
    .map(([, theme, libelle, quotite]) => ({ libelle, theme, quotite }))
}

/** The first distribution that contradicts the total, in words: 'il manque 0,20 par commune'. */
function formatEcart({ marges, croise, evolution }: Equilibre): string | null {
  const sommes: [EtatSomme, string][] = [
    [marges.THEMATIQUE, NOM_MODE.THEMATIQUE],
    [marges.PORTEUR, 'par commune'],
    [evolution, 'dans l’évolution'],
    [croise, 'dans le tableau croisé'],
  ]
  const fausse = sommes.find(([{ ecart }]) => ecart !== null && ecart !== 0)
  if (fausse) return `${fausse[0].phrase} ${fausse[1]}`
  if (croise.ecarts.length > 0) return 'tableau croisé à corriger'
  return evolution.sansExistant ? 'existant non précisé' : null
}

function formatPhrase(
  mode: ModeRepartition,
  { somme, total, ecart }: SommeEtp,
  phrase: string,
  schema: SchemaEnVue,
): string {
  const mot = MOTS_TOTAL_SCHEMA[schema.etat]
  if (total === null) return `Le total ${mot} n’est pas précisé.`
  if (somme === null) return `${formatTotal(total, schema.etat)} ; leur répartition n’est pas communiquée.`
  const { prevu, pourvu } = sumEffectifs(schema.effectifs.map(({ effectif }) => effectif))
  const egal = ecart ?? phrase.replace('égal au total', `égal au total ${mot}`)
  const suite = pourvu < prevu ? ` ; ${formatPourvu(schema.effectifs)}` : ''
  if (mode === 'EVOLUTION')
    return `Existant et développements : ${formatQuotite(somme)} ETP, ${egal} ; la répartition de l’existant n’est pas communiquée${suite}.`
  return `Réparti ${NOM_MODE[mode]} : ${formatQuotite(somme)} ETP, ${egal}${suite}.`
}

/** Reads the schéma for the dashboard: its balance by the ETP rule, and the lines of the distribution that is known. */
export function computeEtpCopil(schema: SchemaEnVue, today: DateCivile): EtpCopil {
  const { ref, libelle, etat, debut, fin, total } = schema
  const equilibre = computeEquilibre({
    debut,
    fin,
    total,
    etat,
    existant: schema.existant,
    developpements: schema.developpements.map(([nom, quotite]) => ({ libelle: nom, quotite })),
    affectations: schema.affectations.map(([marge, , nom, quotite, situation, motif]) => ({
      marge,
      cle: nom,
      libelle: nom,
      quotite,
      raison: null,
      motif,
      situation,
    })),
    croise: schema.croise.map(([porteur, thematique, quotite]) => ({ porteur, thematique, quotite })),
  })
  const mode = chooseMode(equilibre, schema)
  const sommes: Record<Exclude<ModeRepartition, 'TOTAL'>, EtatSomme> = {
    ...equilibre.marges,
    PART: equilibre.marges.THEMATIQUE,
    EVOLUTION: equilibre.evolution,
  }
  const lue = mode === 'TOTAL' ? null : sommes[mode]
  const somme: SommeEtp = {
    total,
    mode,
    somme: lue?.somme ?? null,
    equilibre: equilibre.equilibre,
    partielle: Object.values(equilibre.marges).some(({ renseignee, ecart }) => renseignee && ecart === null),
    ecart: formatEcart(equilibre),
    brouillon: etat === 'BROUILLON',
  }
  return {
    ...somme,
    ref,
    libelle,
    etat,
    quand: debut && fin ? formatIntervalle({ debut, fin }) : schema.periodeTexte,
    enVigueur: isEnVigueur(schema, today),
    lignes: listLignes(schema, mode),
    effectif: sumEffectifs(schema.effectifs.map(({ effectif }) => effectif)),
    phrase: formatPhrase(mode, somme, lue?.phrase ?? '', schema),
  }
}
