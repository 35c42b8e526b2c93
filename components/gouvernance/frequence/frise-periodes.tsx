import { Panneau } from '@/components/ui/flottant/panneau'
import type { EntreeConvention, InstanceLue } from '@/lib/gouvernance/instances/types/ecran'
import { computeFrise } from './frise-data'
import { FriseGouvernance } from './frise-gouvernance'

/** The frise of these instances; nothing where neither a period nor a meeting could be drawn. */
export function PanneauFrise({
  instances,
  convention,
  base,
}: {
  instances: readonly InstanceLue[]
  convention: EntreeConvention
  base: string
}) {
  if (instances.every(({ periodes, reunions }) => periodes.length === 0 && reunions.length === 0)) return null
  const frise = computeFrise({
    convention,
    today: convention.today,
    instances: instances.map(({ id, ref, nom, regleTexte, etat, phrase, periodes, reunions }) => ({
      id,
      nom,
      etat,
      phrase,
      periodes,
      reunions,
      regle: regleTexte,
      href: `${base}/gouvernance/${ref}`,
    })),
  })
  return (
    <Panneau
      titre="Frise de gouvernance"
      sousTitre="Réunions tenues et prévues, face à la fréquence inscrite dans la convention"
    >
      <FriseGouvernance frise={frise} />
    </Panneau>
  )
}
