import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/details'
import { Panneau } from '@/components/ui/panneau'
import type { VueFiche } from '@/lib/plan-action/queries-fiche'
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import { BadgeEcheance } from '../statuts'
import { Enjeu, TerritoireEnMots } from './enjeu-territoire'

const INCONNU = <span className="text-muted">non précisé par le document</span>

const ROLES = [
  ['PILOTE', 'Pilote'],
  ['PORTEUR', 'Porteur'],
  ['PARTENAIRE', 'Partenaires'],
] as const

function Pilotages({ vue, role }: { vue: VueFiche; role: (typeof ROLES)[number][0] }) {
  const siens = vue.pilotages.filter((pilotage) => pilotage.role === role)
  if (siens.length === 0) return INCONNU
  return siens.map(({ texte, aDefinir }, rang) => (
    <span key={rang} className="block">
      {texte} {aDefinir ? <Badge>à définir</Badge> : null}
    </span>
  ))
}

/** The bounds a period in words was read as; null when the words already say them. */
function formatBornes({ texte, debut, fin }: VueFiche): string | null {
  if (!texte) return null
  if (debut && fin) return formatIntervalle({ debut, fin })
  if (debut) return `à partir du ${formatDateCourte(debut)}`
  return fin ? `jusqu’au ${formatDateCourte(fin)}` : null
}

function Periode({ vue }: { vue: VueFiche }) {
  const bornes = formatBornes(vue)
  if (vue.periode === 'non précisée') return INCONNU
  return (
    <>
      {vue.periode} <BadgeEcheance echeance={vue.echeance} />
      {bornes ? <span className="block text-sm text-muted">{bornes}</span> : null}
    </>
  )
}

function Territoire({ vue: { valeurs, modifiable } }: { vue: VueFiche }) {
  const lu = valeurs.territoireTexte ?? INCONNU
  return modifiable ? <TerritoireEnMots>{lu}</TerritoireEnMots> : lu
}

function EnjeuCoordination({ vue: { valeurs, modifiable } }: { vue: VueFiche }) {
  const enjeu = valeurs.enjeuCoordination
  const lu = enjeu === null ? INCONNU : enjeu ? 'oui' : 'non'
  return modifiable ? <Enjeu>{lu}</Enjeu> : lu
}

/** Who, when, where: the right column of the paper fiche. */
export function Reperes({ vue, slug }: { vue: VueFiche; slug: string }) {
  return (
    <Panneau label="Repères">
      <Details
        details={[
          // Porteur and partenaires are often not asked for: only the pilote is always expected.
          ...ROLES.filter(([role]) => role === 'PILOTE' || vue.pilotages.some((pilotage) => pilotage.role === role)).map(([role, terme]) => ({
            terme,
            valeur: <Pilotages vue={vue} role={role} />,
          })),
          { terme: 'Période', valeur: <Periode vue={vue} /> },
          { terme: 'Thématiques', valeur: vue.themes.length > 0 ? vue.themes.map(({ nom }) => nom).join(' · ') : INCONNU },
          { terme: 'Territoire', valeur: <Territoire vue={vue} /> },
          { terme: 'Enjeu de coordination', valeur: <EnjeuCoordination vue={vue} /> },
          ...(vue.reserves.length > 0
            ? [{
                terme: <a href={`/conventions/${slug}/convention/a-confirmer`}>À confirmer</a>,
                valeur: vue.reserves.map((raison) => (
                  <span key={raison} className="block text-sm">
                    {raison}
                  </span>
                )),
              }]
            : []),
        ]}
      />
    </Panneau>
  )
}
