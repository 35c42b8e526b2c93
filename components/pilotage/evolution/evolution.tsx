import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueEvolution } from '@/lib/pilotage/evolution/queries'
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { ChoisirBornes } from './choisir-bornes'
import { DetailSection } from './section'

/** The days looked at, in words; a meeting of today leaves none yet. */
function formatJours({ depuis, jusque }: VueEvolution['bornes']): string {
  return depuis > jusque
    ? 'Aucun jour ne s’est encore écoulé.'
    : `${capitalise(formatIntervalle({ debut: depuis, fin: jusque }))}.`
}

/** The screen « Depuis le dernier COPIL »: a few sentences, then the facts behind each, folded. */
export function Evolution({ vue }: { vue: VueEvolution }) {
  const { convention, bornes, quand, sections, vide, limites } = vue
  const base = `/conventions/${convention.slug}`
  return (
    <div className="page">
      <PageHeader titre="Depuis le dernier COPIL" surtitre={convention.nom} />
      <OngletsGouvernance convention={convention.slug} actif="evolution" coordination={vue.coordination} />
      {bornes.remarques.length > 0 ? (
        <Notice tone="info">
          {bornes.remarques.map((remarque) => (
            <p key={remarque}>{remarque}</p>
          ))}
        </Notice>
      ) : null}
      <Panneau
        titre={`Ce qui a changé ${quand}`}
        sousTitre={formatJours(bornes)}
        pied={limites.length > 0 ? limites.map((limite) => <p key={limite}>{limite}</p>) : null}
      >
        {sections.length === 0 ? (
          <EmptyState
            titre={vide}
            pourquoi="Ni statut, ni mesure, ni décision, ni réunion n’a été enregistré ces jours-là."
          />
        ) : (
          <ul className="rows">
            {sections.map(({ cle, phrase, chemin, lien }) => (
              <li key={cle} className="flex flex-wrap justify-between gap-x-6 gap-y-1">
                <span className="min-w-0 flex-[1_1_20rem]">{phrase}</span>
                <Link className="link no-print flex-none" href={`${base}${chemin}`}>
                  {lien}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panneau>
      {sections.length > 0 ? (
        <Panneau titre="Le détail" sousTitre="Ouvrez une rubrique pour lire chaque élément.">
          {sections.map((section) => (
            <DetailSection key={section.cle} section={section} base={base} />
          ))}
        </Panneau>
      ) : null}
      <Panneau titre="Comparer d’autres dates" className="no-print">
        <ChoisirBornes
          key={`${bornes.depuis}${bornes.jusque}${bornes.reunion?.ref ?? ''}${bornes.terme?.ref ?? ''}`}
          adresse={`${base}/evolution`}
          bornes={bornes}
          today={vue.today}
          tenues={vue.tenues.map(({ ref, instance, date }) => ({ ref, instance, jour: formatDateCourte(date) }))}
        />
      </Panneau>
    </div>
  )
}
