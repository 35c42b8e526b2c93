import { Tabs } from '@/components/ui/tabs'

export type OngletEtp = 'schemas' | 'postes' | 'vues' | 'couts' | 'afas' | 'activite'

const ONGLETS: { cle: OngletEtp; label: string; chemin: string }[] = [
  { cle: 'schemas', label: 'Schémas', chemin: '' },
  { cle: 'postes', label: 'Postes et personnes', chemin: '/postes' },
  { cle: 'vues', label: 'Par commune et thématique', chemin: '/vues' },
  { cle: 'couts', label: 'Coûts', chemin: '/couts' },
  { cle: 'afas', label: 'Répartition AFAS', chemin: '/afas' },
  { cle: 'activite', label: 'Activité', chemin: '/activite' },
]

/** The parts of the ETP of a convention. @param actif the part on screen */
export function OngletsEtp({ convention, actif }: { convention: string; actif: OngletEtp }) {
  const tabs = ONGLETS.map(({ cle, label, chemin }) => ({
    label,
    href: `/conventions/${convention}/etp${chemin}`,
    actif: cle === actif,
  }))
  return <Tabs label="Parties des ETP" tabs={tabs} />
}
