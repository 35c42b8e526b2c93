import dynamic from 'next/dynamic'
import { Pagination } from '@/components/ui/pagination'
import type { FicheListee, VuePlan } from '@/lib/plan-action/liste/queries/plan'
import { formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import { computeFrise } from '@/lib/plan-action/liste/rules/frise'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { buildHrefPlan } from '../adresses'
import { FriseDuPlan } from './frise'

// The list does not carry the board.
const TableauDuPlan = dynamic(() => import('./tableau').then((module) => module.TableauDuPlan))

interface Props {
  vue: VuePlan
  slug: string
  filtres: FiltresPlan
}

const listPilotes = ({ pilotages }: FicheListee): string[] =>
  pilotages.filter(({ role }) => role !== 'PARTENAIRE').map(({ texte }) => texte)

const nomFiche = (vue: VuePlan): string => vue.plan?.nomFiche ?? 'Fiche-action'

function Pages({ vue, slug, filtres }: Props) {
  return vue.pages > 1 ? (
    <Pagination page={vue.page} pages={vue.pages} href={(page) => buildHrefPlan(slug, { ...filtres, page })} />
  ) : null
}

/** The same rows by status, as cards. */
export function VueTableau(props: Props) {
  const { vue, slug } = props
  const fiches = vue.fiches.map((fiche) => ({
    id: fiche.id,
    ref: fiche.ref,
    numero: fiche.numero,
    titre: fiche.titre,
    statut: fiche.statut,
    version: fiche.version,
    pilotes: listPilotes(fiche),
    periode: formatPeriode(fiche.periode),
    echeance: fiche.echeance,
    modifiable: fiche.modifiable,
  }))
  return (
    <>
      <TableauDuPlan fiches={fiches} slug={slug} nomFiche={nomFiche(vue)} />
      <Pages {...props} />
    </>
  )
}

/** The same rows along the years. */
export function VueFrise(props: Props) {
  const { vue, slug } = props
  const fiches = vue.fiches.map((fiche) => ({
    id: fiche.id,
    ref: fiche.ref,
    numero: fiche.numero,
    titre: fiche.titre,
    statut: fiche.statut,
    periode: formatPeriode(fiche.periode),
    ...(fiche.periodeEtapes ?? { debut: fiche.periode.debut, fin: fiche.periode.fin }),
    desEtapes: fiche.periodeEtapes !== null,
    echeance: fiche.echeance,
  }))
  return (
    <>
      <FriseDuPlan
        fiches={fiches}
        frise={computeFrise(fiches, vue.bornes, vue.today)}
        slug={slug}
        nomFiche={nomFiche(vue)}
        today={vue.today}
      />
      <Pages {...props} />
    </>
  )
}
