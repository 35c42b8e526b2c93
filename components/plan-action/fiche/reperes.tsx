import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/flottant/details'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatAbsence } from '@/lib/convention/accord/rules/connaissance'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { VueFiche } from '@/lib/plan-action/fiche/queries'
import { LABELS_ROLE } from '@/lib/plan-action/champs/words/roles'
import { checkAccordPeriode } from '@/lib/plan-action/periode/rules/periode'
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import { BadgeEcheance } from '@/components/plan-action/champs/statuts'
import { SectionPeriode, SectionPilotages, SectionTerritoire, SectionThemes } from './contenu/reperes-editables'
import { LecturePeriode } from './contenu/lecture-periode'
import { Enjeu } from './enjeu-territoire'

const INCONNU = <span className="text-muted">{formatAbsence(null)}</span>
const INCONNUES = <span className="text-muted">{formatAbsence(null, 'es')}</span>
const INCONNUE = <span className="text-muted">{formatAbsence(null, 'e')}</span>

const ROLES = [
  ['PILOTE', LABELS_ROLE.PILOTE],
  ['PORTEUR', LABELS_ROLE.PORTEUR],
  ['PARTENAIRE', `${LABELS_ROLE.PARTENAIRE}s`],
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

/** What is said of the bounds: that somebody corrected them, for who keeps the fiche; that there are none to read, for all. */
function Accord({ vue }: { vue: VueFiche }) {
  const { texte, debut, fin } = vue
  const { etat } = checkAccordPeriode({ texte, debut, fin }, vue.bornes)
  if (etat !== 'CORRIGEE' && etat !== 'A_PRECISER') return null
  if (!vue.modifiable && (etat === 'CORRIGEE' || debut !== null || fin !== null)) return null
  return (
    <span className="block text-sm text-muted">
      <LecturePeriode periode={{ texte, debut, fin }} contexte={vue.bornes} />
    </span>
  )
}

function Periode({ vue }: { vue: VueFiche }) {
  const bornes = formatBornes(vue)
  if (vue.periode === 'non précisée') return INCONNUE
  return (
    <>
      {vue.periode} <BadgeEcheance echeance={vue.echeance} />
      {bornes ? <span className="block text-sm text-muted">{bornes}</span> : null}
      <Accord vue={vue} />
    </>
  )
}

/** How many communes are named before the others are folded. */
const COMMUNES_VUES = 6

function Territoire({ vue }: { vue: VueFiche }) {
  const { communes } = vue.contenu
  const mots = vue.valeurs.territoireTexte
  if (!mots && communes.length === 0) return INCONNU
  return (
    <>
      {mots ? <span className="block">{mots}</span> : null}
      {communes.length > COMMUNES_VUES ? (
        <details>
          <summary>{communes.length} communes</summary>
          {communes.join(', ')}
        </details>
      ) : communes.length > 0 ? (
        <span className="block">{communes.join(', ')}</span>
      ) : null}
    </>
  )
}

function EnjeuCoordination({ vue: { valeurs, modifiable } }: { vue: VueFiche }) {
  const enjeu = valeurs.enjeuCoordination
  const lu = enjeu === null ? INCONNU : enjeu ? 'oui' : 'non'
  return modifiable ? <Enjeu>{lu}</Enjeu> : lu
}

/** The same, edited in place by who may. */
function Modifiable({
  vue,
  champ,
  children,
}: {
  vue: VueFiche
  champ: 'pilotages' | 'periode' | 'territoire' | 'themes'
  children: ReactNode
}) {
  const { choix } = vue.contenu
  if (!vue.modifiable || !choix) return children
  switch (champ) {
    case 'pilotages':
      return vue.coordonne ? <SectionPilotages choix={choix}>{children}</SectionPilotages> : children
    case 'periode':
      return <SectionPeriode contexte={vue.bornes}>{children}</SectionPeriode>
    case 'territoire':
      return <SectionTerritoire choix={choix}>{children}</SectionTerritoire>
    case 'themes':
      return <SectionThemes choix={choix}>{children}</SectionThemes>
  }
}

/** Who, when, where: the right column of the paper fiche. */
export function Reperes({ vue, slug }: { vue: VueFiche; slug: string }) {
  return (
    <Panneau label="Repères">
      <Details
        details={[
          // Porteur and partenaires are often not asked for: only the pilote is always expected.
          ...ROLES.filter(
            ([role]) => role === 'PILOTE' || vue.pilotages.some((pilotage) => pilotage.role === role),
          ).map(([role, terme]) => ({
            terme,
            valeur:
              role === 'PILOTE' ? (
                <Modifiable vue={vue} champ="pilotages">
                  <Pilotages vue={vue} role={role} />
                </Modifiable>
              ) : (
                <Pilotages vue={vue} role={role} />
              ),
          })),
          {
            terme: MOTS_CHAMP.periode,
            valeur: (
              <Modifiable vue={vue} champ="periode">
                <Periode vue={vue} />
              </Modifiable>
            ),
          },
          {
            terme: MOTS_CHAMP.themes,
            valeur: (
              <Modifiable vue={vue} champ="themes">
                {vue.themes.length > 0 ? vue.themes.map(({ nom }) => nom).join(' · ') : INCONNUES}
              </Modifiable>
            ),
          },
          {
            terme: MOTS_CHAMP.territoireTexte,
            valeur: (
              <Modifiable vue={vue} champ="territoire">
                <Territoire vue={vue} />
              </Modifiable>
            ),
          },
          { terme: MOTS_CHAMP.enjeuCoordination, valeur: <EnjeuCoordination vue={vue} /> },
          ...(vue.reserves.length > 0
            ? [
                {
                  terme: <a href={`/conventions/${slug}/convention/a-confirmer`}>À confirmer</a>,
                  valeur: vue.reserves.map((raison) => (
                    <span key={raison} className="block text-sm">
                      {raison}
                    </span>
                  )),
                },
              ]
            : []),
        ]}
      />
    </Panneau>
  )
}
