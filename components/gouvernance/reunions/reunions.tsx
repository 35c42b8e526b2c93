import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { IconChevronDown, IconChevronRight } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { FiltreReunions } from '@/lib/gouvernance/frequence/words'
import type { EntreeConvention, VueReunions } from '@/lib/gouvernance/instances/types/ecran'
import { formatCompte } from '@/lib/platform/typographie'
import { FILTRES_DE_REUNIONS } from '@/components/gouvernance/mots'
import { ReunionsAnnee } from './reunions-annee'

export interface ReunionsProps {
  reunions: VueReunions
  convention: EntreeConvention
  peutEcrire: boolean
  /** Address of the screen, without filter. */
  adresse: string
  /** Other filters of the address, to be kept. */
  garder?: Record<string, string>
  /** Why no meeting is known, from the convention's gaps. */
  raison: string | null
  /** The next step where there is none. */
  suite?: ReactNode
  /** Shows which instance each meeting is of. */
  nommer?: boolean
}

type Adresser = (filtre: { annee?: number | null; reunions?: FiltreReunions | null }) => string

function createAdresser({ adresse, garder = {}, reunions }: ReunionsProps): Adresser {
  return ({ annee = reunions.annee, reunions: etat = reunions.etat }) => {
    const filtres = new URLSearchParams(garder)
    if (annee !== null) filtres.set('annee', String(annee))
    if (etat !== null) filtres.set('reunions', etat)
    return `${adresse}?${filtres.toString()}#reunions`
  }
}

function Filtres({ reunions, adresser }: { reunions: VueReunions; adresser: Adresser }) {
  const utiles = FILTRES_DE_REUNIONS.filter(({ cle }) => reunions.comptes[cle] > 0 || reunions.etat === cle)
  if (utiles.length < 2 && reunions.etat === null) return null
  return (
    <FilterChips label={`Réunions de ${reunions.annee} par état`}>
      {utiles.map(({ cle, mots }) => {
        const actif = reunions.etat === cle
        return (
          <FilterChip
            key={cle}
            href={adresser({ reunions: actif ? null : cle })}
            actif={actif}
            count={reunions.comptes[cle]}
          >
            {mots}
          </FilterChip>
        )
      })}
    </FilterChips>
  )
}

/** One year: open on its meetings, or summed up in a line that opens it. */
function Annee({
  annee,
  resume,
  props,
  adresser,
}: {
  annee: number
  resume: string
  props: ReunionsProps
  adresser: Adresser
}) {
  const { reunions, convention, peutEcrire, nommer = false } = props
  const ouverte = annee === reunions.annee
  return (
    <li>
      <h3 className="text-base">
        <Link
          className="link-quiet inline-flex flex-wrap items-center gap-x-2"
          href={adresser({ annee })}
          scroll={false}
          aria-expanded={ouverte}
        >
          {ouverte ? <IconChevronDown /> : <IconChevronRight />}
          {annee}
          <span className="font-sans text-sm font-normal text-muted">{resume}</span>
        </Link>
      </h3>
      {ouverte ? (
        <div className="mt-3">
          <ReunionsAnnee
            lignes={reunions.lignes}
            annee={annee}
            convention={{ slug: convention.slug, today: convention.today }}
            nommer={nommer}
            peutEcrire={peutEcrire}
            vide={
              <EmptyState
                titre={`Aucune réunion dans cet état en ${annee}`}
                pourquoi={resume}
                suite={
                  <Link className="link" href={adresser({ reunions: null })} scroll={false}>
                    Voir toutes les réunions de {annee}
                  </Link>
                }
              />
            }
          />
        </div>
      ) : null}
    </li>
  )
}

/** The meetings, grouped by year: one year open, the others in a line each, so that hundreds stay calm. */
export function Reunions(props: ReunionsProps) {
  const { reunions, raison, suite } = props
  const adresser = createAdresser(props)
  return (
    <Panneau
      id="reunions"
      titre="Réunions"
      sousTitre={
        reunions.total === 0 ? null : formatCompte(reunions.total, 'réunion enregistrée', 'réunions enregistrées')
      }
      actions={reunions.annee === null ? null : <Filtres reunions={reunions} adresser={adresser} />}
    >
      {reunions.total === 0 ? (
        <EmptyState
          titre="Aucune réunion enregistrée"
          pourquoi={raison ?? 'Les réunions tenues ou à tenir s’ajoutent avec « Prévoir une réunion ».'}
          suite={suite}
        />
      ) : (
        <ul className="rows">
          {reunions.annees.map(({ annee, resume }) => (
            <Annee key={annee} annee={annee} resume={resume} props={props} adresser={adresser} />
          ))}
        </ul>
      )}
    </Panneau>
  )
}
