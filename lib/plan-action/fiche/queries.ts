import 'server-only'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import type { TraceDecision } from '@/lib/competences/types'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { IndicateurEcrit } from './sql/indicateurs'
import { sqlFiche, type EtapeEcrite, type LigneFiche } from './sql/fiche'
import { buildVie } from '@/lib/plan-action/suivi/sql/vie'
import { formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import { computeEcheance, isRedactionPassee, type Echeance } from '@/lib/plan-action/champs/rules/echeance'
import { getFicheSchema } from '@/lib/plan-action/suivi/schema'
import type { VieFicheVue } from '@/lib/plan-action/suivi/types/suivi'

export interface IndicateurVu extends IndicateurEcrit {
  reserves: string[]
  /** decisions about its target */
  traces: TraceDecision[]
}

export interface EtapeVue extends EtapeEcrite {
  /** null when the document gives no calendar */
  periode: string | null
  echeance: Echeance
  reserves: string[]
  indicateurs: IndicateurVu[]
}

/** A fiche as on paper: what it says, its étapes with their indicators, who leads it. */
export interface VueFiche extends Omit<LigneFiche, 'etapes' | 'indicateurs' | 'reserves' | 'vie'> {
  nom: string
  periode: string
  echeance: Echeance
  reserves: string[]
  etapes: EtapeVue[]
  /** the fiche’s own, that belong to no étape */
  indicateurs: IndicateurVu[]
  nombreIndicateurs: number
  /** year one enters measures for */
  annee: number
  modifiable: boolean
  /** id of who reads: their drafts are theirs alone */
  moi: number
  /** announced, and the day it was to be written for went by */
  redactionPassee: boolean
  vie: VieFicheVue
  /** of the convention: they say « chaque année » */
  bornes: { debut: string | null; fin: string | null }
  /** may change its number, its title and who leads it, and add a document to the convention */
  coordonne: boolean
}

/** One fiche-action by its `ref`, with its neighbours and its follow-up. */
export const getFiche = defineQuery({
  nom: 'getFiche',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: getFicheSchema,
  run: async ({ tx, convention, acteur, today }, { ref, fil: pages, mention }): Promise<VueFiche | Echec> => {
    const reach = computeReach('fiche.ecrire', convention.roles)
    const demande = { acteur, convention, today, pages, mention: mention ?? null }
    const [lue] = await tx.$queryRaw<LigneFiche[]>(sqlFiche(ref, demande, { ecrit: reach !== 'NON' }))
    if (!lue) return echecs.introuvable()
    const raisons = (type: string, cible: string) =>
      lue.reserves.filter((reserve) => reserve.type === type && reserve.ref === cible).map(({ raison }) => raison)
    const indicateurs = lue.indicateurs.map(
      (indicateur): IndicateurVu => ({
        ...indicateur,
        reserves: raisons('INDICATEUR', indicateur.ref),
        traces: lue.traces.filter((trace) => trace.indicateur === indicateur.id),
      }),
    )
    return {
      ...lue,
      nom: convention.nom,
      periode: formatPeriode(lue),
      echeance: computeEcheance(lue, today),
      reserves: raisons('FICHE', lue.ref),
      traces: lue.traces.filter((trace) => trace.fiche === lue.id),
      etapes: lue.etapes.map((etape) => ({
        ...etape,
        periode: etape.texte || etape.debut || etape.fin ? formatPeriode(etape) : null,
        echeance: computeEcheance(etape, today),
        reserves: raisons('ETAPE', etape.ref),
        indicateurs: indicateurs.filter((indicateur) => indicateur.etape === etape.id),
      })),
      indicateurs: indicateurs.filter((indicateur) => indicateur.etape === null),
      nombreIndicateurs: indicateurs.filter(({ origine }) => origine === null).length,
      annee: computeAnneeVue({ debut: convention.debut, fin: convention.fin }, today),
      modifiable: reach === 'OUI' || (reach === 'SIENNE' && convention.fichesPilotees.includes(lue.id)),
      moi: acteur.id,
      redactionPassee: isRedactionPassee(
        { aRediger: lue.valeurs.redaction.aRediger, redactionEcheance: lue.valeurs.redaction.echeance },
        today,
      ),
      vie: buildVie({ ...lue, avancement: lue.valeurs.avancement }, lue.vie, demande),
      bornes: { debut: convention.debut, fin: convention.fin },
      coordonne: reach === 'OUI',
    }
  },
})
