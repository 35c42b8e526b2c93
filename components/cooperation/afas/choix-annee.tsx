import { ChoiceCards } from '@/components/ui/tabs'

/** Which year: kept in the address. */
export function ChoixAnnee({ annee, annees, base }: { annee: number; annees: number[]; base: string }) {
  return (
    <ChoiceCards
      label="Année"
      cards={annees.map((an) => ({
        href: `${base}?annee=${an}`,
        surtitre: 'Année',
        valeur: String(an),
        actif: an === annee,
      }))}
    />
  )
}
