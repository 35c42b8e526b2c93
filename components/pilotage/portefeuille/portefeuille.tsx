import { ButtonLink } from '@/components/ui/button'
import { IconDownload } from '@/components/ui/icons'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { LigneConvention } from '@/lib/pilotage/portefeuille/rules/lignes'
import type { VuePortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { daysBetween, formatDate, formatDateCourte, yearOf, type DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { buildHrefPortefeuille, type FiltresAdresse } from './adresses'
import { FiltresPortefeuille } from './filtres'
import { ListeConventions, type LigneListe } from './liste-conventions'
import { EntetePortefeuille } from './onglets'
import { RepartitionConventions } from './repartition'

const RAISONS_CITEES = 3

/** Share of a span that has passed, from 0 to 1. */
function computePartEcoulee(debut: DateCivile, fin: DateCivile, today: DateCivile): number {
  const duree = daysBetween(debut, fin) + 1
  return Math.min(1, Math.max(0, daysBetween(debut, today) / duree))
}

function formatActions({ total, realisees, aPreciser }: LigneConvention['progression']): string {
  if (total === 0) return '–'
  return aPreciser === total ? 'à préciser' : `${realisees} sur ${total}`
}

function toLigne(ligne: LigneConvention, today: DateCivile): LigneListe {
  const { slug, nom, territoire, caf, departement, phaseTexte, debut, fin, raisons, prochainCopil, etp } = ligne
  return {
    slug,
    nom,
    lieu: [territoire === nom ? null : territoire, caf, departement].filter(Boolean).join(' · '),
    vie:
      debut && fin
        ? { annees: `${yearOf(debut)} – ${yearOf(fin)}`, part: computePartEcoulee(debut, fin, today) }
        : null,
    phase: phaseTexte,
    raisons: raisons.slice(0, RAISONS_CITEES),
    reste: Math.max(0, raisons.length - RAISONS_CITEES),
    suite: ligne.suivie ? `/a-faire?convention=${slug}` : `/conventions/${slug}/veille`,
    copil: prochainCopil && { quand: formatDateCourte(prochainCopil.date), ref: prochainCopil.ref },
    actions: formatActions(ligne.progression),
    etp,
    coordination: formatListe(ligne.coordination),
  }
}

function Vide({ vue, filtree }: { vue: VuePortefeuille; filtree: boolean }) {
  if (filtree) {
    return (
      <EmptyState
        titre="Aucune convention ne correspond"
        pourquoi="Aucune de vos conventions ne répond à tous les filtres."
        suite={<ButtonLink href="/portefeuille">Retirer les filtres</ButtonLink>}
      />
    )
  }
  return (
    <EmptyState
      titre="Aucune convention ne vous est ouverte"
      pourquoi={
        vue.territoires
          ? 'Aucune convention n’est encore enregistrée pour votre Caf.'
          : 'Votre compte n’est rattaché à aucune convention. Demandez à votre Caf ou à la coordination de vous y inviter.'
      }
      suite={
        vue.territoires ? (
          <ButtonLink href="/portefeuille/territoires">Voir les territoires du département</ButtonLink>
        ) : undefined
      }
    />
  )
}

/** Fewer are read at a glance in the list. */
const SEUIL_REPARTITION = 3

/** The portfolio: one’s conventions, what needs attention first. */
export function Portefeuille({ vue, filtres }: { vue: VuePortefeuille; filtres: FiltresAdresse }) {
  const { conventions, comptes, total, page, pages, tri, attention, territoires, today } = vue
  const filtree = Boolean(filtres.q || filtres.departement || filtres.caf || filtres.etat)
  const premiere = (page - 1) * 50 + 1
  // Apart only where urgency orders the list: by name or by end, a list is one list.
  const separe = !filtree && tri === 'attention' && conventions.some(({ phase }) => phase !== 'TERMINEE')
  const finies = separe ? conventions.filter(({ phase }) => phase === 'TERMINEE') : []
  const vives = conventions.filter((ligne) => !finies.includes(ligne))
  const list = (titre: string, lignes: readonly LigneConvention[]) => (
    <ListeConventions
      titre={titre}
      lignes={lignes.map((ligne) => toLigne(ligne, today))}
      filtres={filtres}
      tri={tri}
      comparable={conventions.length > 1}
    />
  )
  return (
    <div className="page">
      <EntetePortefeuille
        actif="conventions"
        territoires={territoires}
        surtitre={`${formatCompte(comptes.toutes, 'convention')}, situation au ${formatDate(today)}`}
      />
      {comptes.toutes > 1 || filtree ? <FiltresPortefeuille vue={vue} filtres={filtres} /> : null}
      <Panneau
        titre={filtree || tri !== 'attention' ? formatCompte(total, 'convention') : 'Ce qui presse d’abord'}
        sousTitre={
          attention
            ? null
            : 'Au-delà de 120 conventions, la liste suit les dates de fin : filtrez par département ou par Caf pour voir d’abord ce qui presse.'
        }
        actions={
          conventions.length > 0 ? (
            <ButtonLink
              size="sm"
              download
              href={`/api${buildHrefPortefeuille({ ...filtres, page: undefined })}`}
              icon={<IconDownload />}
            >
              Exporter
            </ButtonLink>
          ) : null
        }
      >
        {conventions.length === 0 ? <Vide vue={vue} filtree={filtree} /> : list('Conventions', vives)}
        <Pagination
          page={page}
          pages={pages}
          href={(numero) => buildHrefPortefeuille({ ...filtres, page: numero })}
          {...(pages > 1
            ? { resume: `${premiere} à ${premiere + conventions.length - 1} sur ${formatCompte(total, 'convention')}` }
            : {})}
        />
      </Panneau>
      {finies.length > 0 ? (
        <Panneau
          titre={finies.some(({ aRenouveler }) => aRenouveler) ? 'À renouveler' : 'Terminées'}
          sousTitre="Leur terme est passé : ce qui les suit reste à dire, leurs réunions et leurs actions sont de l’histoire."
        >
          {list('Conventions dont le terme est passé', finies)}
        </Panneau>
      ) : null}
      {attention && total >= SEUIL_REPARTITION ? <RepartitionConventions repartitions={vue.repartitions} /> : null}
    </div>
  )
}
