import type { NavGroup, NavItem } from '@/components/shell/types'
import type { Accueil, NavigationConvention, Presentation } from '@/lib/pilotage/navigation/queries'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatAccord } from '@/lib/platform/typographie'

const listMesConventions = ({ conventions }: Presentation): NavItem => ({
  label: 'Mes conventions',
  href: '/portefeuille',
  count: conventions,
  countLabel: formatAccord(conventions, 'convention'),
})

/** What waits, with how much of it. */
const listAFaire = ({ aFaire }: Presentation): NavItem[] =>
  aFaire === null
    ? []
    : [
        {
          label: 'À faire',
          href: '/a-faire',
          ...(aFaire > 0 ? { count: aFaire, countLabel: formatAccord(aFaire, 'chose à faire', 'choses à faire') } : {}),
        },
      ]

/** The weekly round. */
const MES_FICHES: NavItem = { label: 'Mes fiches à mettre à jour', href: '/mes-fiches' }

/** The side navigation outside any convention. */
export function listNavigationGenerale(qui: Accueil): NavGroup[] {
  const { territoires, importer, administrer } = qui.droits
  return [
    {
      items: [
        ...listAFaire(qui),
        { ...listMesConventions(qui), exact: true },
        ...(qui.droits.tournee ? [MES_FICHES] : []),
        ...(territoires ? [{ label: 'Territoires', href: '/portefeuille/territoires' }] : []),
        ...(importer ? [{ label: 'Importer un dossier', href: '/importer' }] : []),
        ...(administrer ? [{ label: 'Personnes et rôles', href: '/administration/personnes' }] : []),
      ],
    },
  ]
}

/** Parts of the governance that have an address of their own. */
const GOUVERNANCE = ['reunions', 'decisions', 'evolution', 'mandats', 'veille', 'instances']

/** The side navigation of a convention: its sections, each with what it holds. */
export function listNavigation(vue: NavigationConvention): NavGroup[] {
  const { convention, alerte, fiches, etp, aConfirmer, journal } = vue
  const base = `/conventions/${convention.slug}`
  const items: NavItem[] = [
    { label: 'Tableau de bord COPIL', href: base, exact: true },
    {
      label: 'Gouvernance',
      href: `${base}/gouvernance`,
      aussi: GOUVERNANCE.map((partie) => `${base}/${partie}`),
      ...(alerte ? { badge: { tone: alerte.gravite === 'RETARD' ? 'bad' : 'warn', texte: alerte.texte } } : {}),
    },
    {
      label: 'Plan d’action',
      href: `${base}/plan-action`,
      aussi: [`${base}/indicateurs`],
      ...(fiches === null ? {} : { count: fiches, countLabel: formatAccord(fiches, 'fiche') }),
    },
    {
      label: 'ETP de coopération',
      href: `${base}/etp`,
      ...(etp === null ? {} : { count: formatQuotite(etp), countLabel: 'ETP' }),
    },
    { label: 'Convention', href: `${base}/convention`, exact: true },
    {
      label: 'À confirmer',
      href: `${base}/convention/a-confirmer`,
      ...(aConfirmer ? { count: aConfirmer, countLabel: formatAccord(aConfirmer, 'lecture') } : {}),
    },
    ...(journal ? [{ label: 'Journal', href: `${base}/journal` }] : []),
  ]
  return [
    { items: [...listAFaire(vue), listMesConventions(vue), ...(vue.tournee ? [MES_FICHES] : [])] },
    { titre: convention.nom, items },
  ]
}
