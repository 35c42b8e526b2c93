import type { ComponentProps } from 'react'
import { Link } from '@/components/ui/link'
import { Legend } from '@/components/ui/mesure/legend'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { colorVar, type ColorToken } from '@/components/ui/tokens'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { formatPeriode, type StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { Echeance } from '@/lib/plan-action/champs/rules/echeance'
import type { Barre, Frise } from '@/lib/plan-action/liste/rules/frise'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefFiche } from '@/components/plan-action/adresses'
import { BadgeEcheance, BadgeStatut, MOTS_STATUT } from '@/components/plan-action/champs/statuts'

/** A fiche as one line of the frise. */
interface FicheDatee {
  id: number
  ref: string
  numero: string | null
  titre: string
  statut: StatutFiche
  /** the words of its calendar */
  periode: string
  debut: DateCivile | null
  fin: DateCivile | null
  /** the fiche gives no day: these are those of its étapes */
  desEtapes: boolean
  echeance: Echeance
}

const COULEUR: Record<StatutFiche, ColorToken> = {
  A_ENGAGER: 'a-engager',
  EN_COURS: 'en-cours',
  REALISEE: 'realisee',
  REPORTEE: 'warn-line',
  ABANDONNEE: 'line-strong',
  A_PRECISER: 'neutral-tint',
}

const HAUTEUR = 28

/** One bar among the years; an end that nobody gave is drawn dashed. */
function Ligne({
  barre,
  frise,
  statut,
  retard,
}: {
  barre: Barre | null
  frise: Frise
  statut: StatutFiche
  retard: boolean
}) {
  return (
    <svg aria-hidden="true" className="block w-full" height={HAUTEUR}>
      {frise.annees.map(({ annee, x }) => (
        <line key={annee} x1={`${x}%`} x2={`${x}%`} y1="0" y2={HAUTEUR} stroke={colorVar('line')} />
      ))}
      {barre ? (
        <>
          <rect
            x={`${barre.x}%`}
            width={`${barre.largeur}%`}
            y="8"
            height="12"
            rx="3"
            fill={colorVar(retard ? 'en-retard' : COULEUR[statut])}
            stroke={colorVar('line-strong')}
          />
          {barre.ouverteAvant ? (
            <line x1="0" x2="0" y1="4" y2="24" stroke={colorVar('muted')} strokeWidth="3" strokeDasharray="3 3" />
          ) : null}
          {barre.ouverteApres ? (
            <line x1="100%" x2="100%" y1="4" y2="24" stroke={colorVar('muted')} strokeWidth="3" strokeDasharray="3 3" />
          ) : null}
        </>
      ) : null}
      {frise.aujourdhui === null ? null : (
        <line
          x1={`${frise.aujourdhui}%`}
          x2={`${frise.aujourdhui}%`}
          y1="0"
          y2={HAUTEUR}
          stroke={colorVar('primary')}
          strokeWidth="1.5"
        />
      )}
    </svg>
  )
}

function Annees({ frise }: { frise: Frise }) {
  return (
    <svg aria-hidden="true" className="block w-full" height="18">
      {frise.annees.map(({ annee, x }) => (
        <text key={annee} x={`${x}%`} y="13" className="text-xs" fill={colorVar('muted')}>
          {annee}
        </text>
      ))}
    </svg>
  )
}

/** What the picture says, in one sentence. */
function formatLecture(fiches: readonly FicheDatee[]): string {
  const datees = fiches.filter(({ debut, fin }) => debut !== null || fin !== null).length
  const retards = fiches.filter(({ echeance }) => echeance === 'RETARD').length
  return [
    `${formatCompte(datees, 'fiche datée', 'fiches datées')} sur ${fiches.length}`,
    retards > 0 ? `${retards} en retard` : null,
    datees < fiches.length
      ? `${formatCompte(fiches.length - datees, 'fiche sans date lisible', 'fiches sans date lisible')}`
      : null,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The colours that this picture uses, and what they mean. */
function listLegende(fiches: readonly FicheDatee[], frise: Frise): ComponentProps<typeof Legend>['items'] {
  const presents = STATUTS.filter((statut) =>
    fiches.some((fiche) => fiche.statut === statut && fiche.echeance !== 'RETARD'),
  )
  return [
    ...presents.map((statut) => ({ label: MOTS_STATUT[statut].label, color: COULEUR[statut] })),
    ...(fiches.some(({ echeance }) => echeance === 'RETARD')
      ? [{ label: 'En retard', color: 'en-retard' as const }]
      : []),
    ...(frise.barres.some((barre) => barre && (barre.ouverteAvant || barre.ouverteApres))
      ? [{ label: 'Bord tireté : début ou fin non précisé', color: 'muted' as const, shape: 'tirets' as const }]
      : []),
  ]
}

interface Props {
  fiches: FicheDatee[]
  frise: Frise
  slug: string
  nomFiche: string
  today: DateCivile
}

/** The plan along the years: one line per fiche. It is a table; the bars only draw what its cells say. */
export function FriseDuPlan({ fiches, frise, slug, nomFiche, today }: Props) {
  return (
    <Panneau
      titre="Calendrier du plan"
      sousTitre={`${formatLecture(fiches)}.${frise.aujourdhui === null ? '' : ` Le trait bleu marque le ${formatDateCourte(today)}.`}`}
    >
      <Table caption="Calendrier de chaque fiche" stacked className="table-frise">
        <thead>
          <tr>
            <Th>{nomFiche}</Th>
            <Th>Calendrier</Th>
            <th scope="col" className="w-1/2 max-md:hidden">
              <span className="visually-hidden">Dessin</span>
              <Annees frise={frise} />
            </th>
            <Th>{MOTS_CHAMP.statut}</Th>
          </tr>
        </thead>
        <tbody>
          {fiches.map((fiche, rang) => (
            <tr key={fiche.id} className="row-hover">
              <Th scope="row">
                <Link className="link-quiet" href={buildHrefFiche(slug, fiche.ref)}>
                  {fiche.numero ? `${fiche.numero} ` : ''}
                  {fiche.titre}
                </Link>
              </Th>
              <Td label="Calendrier">
                {fiche.periode === 'non précisée' && fiche.desEtapes ? null : fiche.periode === 'non précisée' ? (
                  <span className="text-muted">non précisé</span>
                ) : (
                  fiche.periode
                )}
                {fiche.desEtapes ? (
                  <span className="block text-muted">
                    d’après ses étapes : {formatPeriode({ texte: null, debut: fiche.debut, fin: fiche.fin })}
                  </span>
                ) : null}{' '}
                <BadgeEcheance echeance={fiche.echeance} />
              </Td>
              <td aria-hidden="true" className="align-middle max-md:hidden">
                <Ligne
                  barre={frise.barres[rang] ?? null}
                  frise={frise}
                  statut={fiche.statut}
                  retard={fiche.echeance === 'RETARD'}
                />
              </td>
              <Td label={MOTS_CHAMP.statut} className="whitespace-nowrap">
                <BadgeStatut statut={fiche.statut} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="max-md:hidden">
        <Legend items={listLegende(fiches, frise)} />
      </div>
    </Panneau>
  )
}
