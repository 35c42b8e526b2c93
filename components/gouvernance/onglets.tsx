import { Tabs } from '@/components/ui/tabs'

export type OngletGouvernance = 'instances' | 'reunions' | 'decisions' | 'evolution' | 'veille' | 'mandats'

const ONGLETS: { cle: OngletGouvernance; label: string; chemin: string; coordination?: boolean }[] = [
  { cle: 'instances', label: 'Instances', chemin: '/gouvernance' },
  { cle: 'reunions', label: 'Calendrier', chemin: '/reunions' },
  { cle: 'decisions', label: 'Décisions', chemin: '/decisions' },
  { cle: 'evolution', label: 'Depuis le dernier COPIL', chemin: '/evolution' },
  { cle: 'mandats', label: 'Mandats', chemin: '/mandats', coordination: true },
  { cle: 'veille', label: 'Veille', chemin: '/veille', coordination: true },
]

/**
 * The parts of the governance of a convention.
 * @param actif the part on screen; null on a page under one of them
 * @param coordination true for those who coordinate: mandates and watch are their work
 */
export function OngletsGouvernance({
  convention,
  actif,
  coordination,
}: {
  convention: string
  actif: OngletGouvernance | null
  coordination: boolean
}) {
  const tabs = ONGLETS.filter((onglet) => coordination || !onglet.coordination).map(({ cle, label, chemin }) => ({
    label,
    href: `/conventions/${convention}${chemin}`,
    actif: cle === actif,
  }))
  return <Tabs label="Parties de la gouvernance" tabs={tabs} />
}
