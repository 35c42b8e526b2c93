import { Tabs } from '@/components/ui/tabs'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { buildHrefPlan } from './adresses'

type OngletPlan = 'liste' | 'tableau' | 'frise' | 'indicateurs' | 'modifier' | 'versions' | 'importer'

interface Props {
  /** slug of the convention */
  convention: string
  /** the part on screen; null on a page under one of them */
  actif: OngletPlan | null
  /** true for those who may change the tree of the plan (plan.ecrire) */
  coordination: boolean
  /** filters to keep from one view of the plan to another */
  filtres?: FiltresPlan
}

/** The parts of the plan of action: three views of the same rows, its figures, and the work on the plan itself. */
export function OngletsPlan({ convention, actif, coordination, filtres = {} }: Props) {
  const vue = (cle: 'liste' | 'tableau' | 'frise') =>
    buildHrefPlan(convention, { ...filtres, page: undefined, vue: cle })
  const base = `/conventions/${convention}`
  const tabs: { cle: OngletPlan; label: string; href: string; coordination?: boolean }[] = [
    { cle: 'liste', label: 'Liste', href: vue('liste') },
    { cle: 'tableau', label: 'Tableau', href: vue('tableau') },
    { cle: 'frise', label: 'Frise', href: vue('frise') },
    { cle: 'indicateurs', label: 'Indicateurs', href: `${base}/indicateurs` },
    { cle: 'modifier', label: 'Modifier', href: `${base}/plan-action/modifier`, coordination: true },
    { cle: 'versions', label: 'Versions', href: `${base}/plan-action/versions`, coordination: true },
    { cle: 'importer', label: 'Importer', href: `${base}/plan-action/importer`, coordination: true },
  ]
  return (
    <Tabs
      label="Parties du plan d’action"
      tabs={tabs
        .filter((tab) => coordination || !tab.coordination)
        .map(({ cle, label, href }) => ({ label, href, actif: cle === actif }))}
    />
  )
}
