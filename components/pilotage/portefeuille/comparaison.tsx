import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { StackedBar } from '@/components/ui/mesure/bars'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { TONS_GRAVITE } from '@/components/pilotage/veille/tons'
import type { VueComparaison } from '@/lib/pilotage/portefeuille/queries/comparaison'
import type { LigneConvention } from '@/lib/pilotage/portefeuille/rules/lignes'
import { formatComptesGravite } from '@/lib/pilotage/veille/rules/message'
import { formatDate, formatDateCourte } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import type { ReactNode } from 'react'

const RIEN = <span className="text-muted">–</span>

function Avancement({ progression: { total, realisees, enCours, enRetard, aPreciser } }: LigneConvention) {
  if (total === 0) return <span className="text-muted">aucune action enregistrée</span>
  if (aPreciser === total) return <span className="text-muted">{total} actions, avancement à préciser</span>
  return (
    <>
      <StackedBar
        decorative
        total={total}
        segments={[
          { label: 'réalisées', value: realisees, color: 'realisee' as const },
          { label: 'en cours', value: enCours, color: 'en-cours' as const },
          { label: 'échéance dépassée', value: enRetard, color: 'en-retard' as const, hatch: true },
        ].filter(({ value }) => value > 0)}
      />
      <span className="text-sm">
        {realisees} sur {total} réalisées
        {enRetard > 0 ? `, ${enRetard} en retard` : ''}
      </span>
    </>
  )
}

function Raisons({ raisons }: LigneConvention) {
  if (raisons.length === 0) return <span className="text-muted">rien n’attend</span>
  return (
    <ul className="grid justify-items-start gap-1">
      {raisons.map(({ gravite, texte }) => (
        <li key={`${gravite} ${texte}`}>
          <Badge tone={TONS_GRAVITE[gravite]}>{texte}</Badge>
        </li>
      ))}
    </ul>
  )
}

/** The same questions, asked of each. */
const LIGNES: readonly { titre: string; lire: (ligne: LigneConvention) => ReactNode }[] = [
  { titre: 'Caf', lire: ({ caf }) => caf },
  { titre: 'Où elle en est', lire: ({ phaseTexte }) => capitalise(phaseTexte) },
  {
    titre: 'Ce qui attend',
    lire: (ligne) => (
      <>
        <p className="m-0 mb-1">{formatComptesGravite(ligne.comptes) || 'rien'}</p>
        <Raisons {...ligne} />
      </>
    ),
  },
  {
    titre: 'Prochain COPIL',
    lire: ({ slug, prochainCopil }) =>
      prochainCopil ? (
        <Link className="link" href={`/conventions/${slug}/reunions/${prochainCopil.ref}`}>
          {formatDateCourte(prochainCopil.date)}
        </Link>
      ) : (
        <span className="text-muted">non planifié</span>
      ),
  },
  {
    titre: 'Fréquences respectées',
    lire: ({ instances: { valeur, mention } }) => (
      <>
        {valeur} <span className="text-sm text-muted">{mention.texte}</span>
      </>
    ),
  },
  { titre: 'Actions du plan', lire: (ligne) => <Avancement {...ligne} /> },
  { titre: 'ETP de coopération', lire: ({ etp }) => (etp === null ? RIEN : formatQuotite(etp)) },
  { titre: 'Lectures à confirmer', lire: ({ aConfirmer }) => (aConfirmer === 0 ? 'aucune' : aConfirmer) },
  { titre: 'Coordination', lire: ({ coordination }) => formatListe(coordination) || RIEN },
]

/** Two to four conventions side by side, the same questions asked of each. */
export function PageComparaison({ vue: { conventions, today } }: { vue: VueComparaison }) {
  return (
    <div className="page">
      <PageHeader
        titre="Comparer des conventions"
        surtitre={`Situation au ${formatDate(today)}`}
        actions={<ButtonLink href="/portefeuille">Choisir d’autres conventions</ButtonLink>}
      />
      {conventions.length < 2 ? (
        <EmptyState
          titre="Choisissez au moins deux conventions"
          pourquoi="Cochez deux à quatre conventions dans la liste, puis « Comparer »."
          suite={<ButtonLink href="/portefeuille">Voir mes conventions</ButtonLink>}
        />
      ) : (
        <Panneau label="Comparaison">
          <Table caption="Conventions côte à côte" stacked>
            <thead>
              <tr>
                <Th>
                  <span className="visually-hidden">Question</span>
                </Th>
                {conventions.map(({ slug, nom }) => (
                  <Th key={slug}>
                    <Link className="link" href={`/conventions/${slug}`}>
                      {nom}
                    </Link>
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {LIGNES.map(({ titre, lire }) => (
                <tr key={titre}>
                  <Th scope="row">{titre}</Th>
                  {conventions.map((ligne) => (
                    <Td key={ligne.slug} label={ligne.nom}>
                      {lire(ligne)}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </Panneau>
      )}
    </div>
  )
}
