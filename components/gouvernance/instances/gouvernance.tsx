import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { IconPlus } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueGouvernance } from '@/lib/gouvernance/instances/types/ecran'
import { formatCompte } from '@/lib/platform/typographie'
import { AConfirmer } from '@/components/gouvernance/frequence/etat'
import { PrevoirReunion } from '@/components/gouvernance/reunions/prevoir-reunion'
import { PanneauFrise } from '@/components/gouvernance/frequence/frise-periodes'
import { ListeInstances } from './instances'
import { QuiDecide } from './qui-decide'
import { MOTS_FILTRE } from '@/components/gouvernance/mots'
import { FILTRES_ETAT } from '@/lib/gouvernance/frequence/words'
import { capitalise } from '@/lib/platform/mots'
import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { Reunions } from '@/components/gouvernance/reunions/reunions'

const findLacune = ({ manques }: VueGouvernance, sujet: string): string | null =>
  manques.lacunes.find((lacune) => lacune.sujet === sujet)?.raison ?? null

function Filtres({ vue, adresse }: { vue: VueGouvernance; adresse: string }) {
  const utiles = FILTRES_ETAT.filter((cle) => vue.comptes[cle] > 0 || vue.filtre === cle)
  if (utiles.length < 2 && vue.filtre === null) return null
  return (
    <FilterChips label="Instances par état">
      {utiles.map((cle) => {
        const actif = vue.filtre === cle
        return (
          <FilterChip
            key={cle}
            href={actif ? adresse : `${adresse}?etat=${cle}`}
            actif={actif}
            count={vue.comptes[cle]}
          >
            {MOTS_FILTRE[cle]}
          </FilterChip>
        )
      })}
    </FilterChips>
  )
}

function Composer({ slug, variant, label }: { slug: string; variant: 'primary' | 'secondary'; label: string }) {
  return (
    <ButtonLink href={`/conventions/${slug}/instances/nouvelle`} variant={variant} icon={<IconPlus />}>
      {label}
    </ButtonLink>
  )
}

function Contenu({ vue, adresse }: { vue: VueGouvernance; adresse: string }) {
  if (vue.comptes.toutes === 0) {
    return (
      <EmptyState
        titre="Aucune instance"
        pourquoi={findLacune(vue, 'GOUVERNANCE') ?? 'Aucune instance de gouvernance n’est saisie.'}
        suite={
          vue.peutComposer ? (
            <Composer slug={vue.convention.slug} variant="primary" label="Composer la première instance" />
          ) : null
        }
      />
    )
  }
  if (vue.instances.length === 0) {
    return (
      <EmptyState
        titre="Aucune instance dans cet état"
        pourquoi={`La convention nomme ${formatCompte(vue.comptes.toutes, 'instance')}, aucune n’est dans l’état choisi.`}
        suite={
          <Link className="link" href={adresse}>
            Voir toutes les instances
          </Link>
        }
      />
    )
  }
  return <ListeInstances instances={vue.instances} convention={vue.convention} peutEcrire={vue.peutEcrire} />
}

/** The screen « Gouvernance »: frise, instances with their rule and state, meetings. */
export function Gouvernance({ vue }: { vue: VueGouvernance }) {
  const { convention, manques, peutEcrire, peutComposer, coordination } = vue
  const base = `/conventions/${convention.slug}`
  const adresse = `${base}/gouvernance`
  const lacune = findLacune(vue, 'GOUVERNANCE')
  const prevoir = (variant: 'primary' | 'secondary') =>
    peutEcrire && vue.toutes.length > 0 ? (
      <PrevoirReunion convention={convention} instances={vue.choix} variant={variant} label="Prévoir une réunion" />
    ) : null
  return (
    <div className="page">
      <PageHeader
        titre="Gouvernance"
        surtitre={[convention.nom, convention.dates].filter(Boolean).join(' · ')}
        actions={
          vue.toutes.length > 0 ? (
            <>
              {peutComposer ? (
                <Composer slug={convention.slug} variant="secondary" label="Composer une instance" />
              ) : null}
              {prevoir('primary')}
            </>
          ) : null
        }
      />
      <OngletsGouvernance convention={convention.slug} actif="instances" coordination={coordination} />
      <PanneauFrise instances={vue.toutes} convention={convention} base={base} />
      <Panneau
        titre="Instances"
        sousTitre={`${capitalise(vue.frequences)}.`}
        actions={<Filtres vue={vue} adresse={adresse} />}
        pied={lacune && vue.comptes.toutes > 0 ? lacune : null}
      >
        {manques.reserves.length > 0 ? (
          <div className="mb-3">
            <AConfirmer reserves={manques.reserves} sujet="les instances" base={base} />
          </div>
        ) : null}
        <Contenu vue={vue} adresse={adresse} />
      </Panneau>
      <QuiDecide matieres={vue.matieres} />
      <Reunions
        reunions={vue.reunions}
        convention={convention}
        peutEcrire={peutEcrire}
        adresse={adresse}
        raison={findLacune(vue, 'REUNIONS')}
        suite={prevoir('secondary')}
        nommer
      />
    </div>
  )
}
