import type { Operation } from '@/lib/platform/identite/politique'

interface Adresse {
  /** an address of the given convention */
  href: (convention: string) => string
  /** who reaches it: everybody, or the roles of an operation */
  acces: 'PUBLIC' | Operation
  /** an address that answers programs: nobody is a 401, not a way to the sign-in page */
  api?: boolean
  /** what it answers everybody, where that is not a page: an unknown secret opens nothing */
  statut?: number
}

const dans = (chemin: string) => (convention: string) => `/conventions/${convention}${chemin}`

/** Every address of the product, by the file that answers it. A file that is not here fails the test. */
export const ADRESSES: Record<string, Adresse> = {
  '.well-known/security.txt/route.ts': { href: () => '/.well-known/security.txt', acces: 'PUBLIC', api: true },
  '(public)/accessibilite/page.tsx': { href: () => '/accessibilite', acces: 'PUBLIC' },
  '(public)/contribution/[jeton]/page.tsx': { href: () => '/contribution/inconnu', acces: 'PUBLIC' },
  '(public)/connexion/page.tsx': { href: () => '/connexion', acces: 'PUBLIC' },
  '(public)/donnees-personnelles/page.tsx': { href: () => '/donnees-personnelles', acces: 'PUBLIC' },
  '(public)/invitation/[jeton]/page.tsx': { href: () => '/invitation/inconnue', acces: 'PUBLIC' },
  '(public)/mentions-legales/page.tsx': { href: () => '/mentions-legales', acces: 'PUBLIC' },
  '(public)/veille/arret/[jeton]/page.tsx': { href: () => '/veille/arret/inconnu', acces: 'PUBLIC' },
  'api/veille/arret/route.ts': { href: () => '/api/veille/arret?jeton=inconnu', acces: 'PUBLIC', api: true },
  'compte/veille/page.tsx': { href: () => '/compte/veille', acces: 'compte.regler' },
  'conventions/[convention]/veille/page.tsx': { href: dans('/veille'), acces: 'veille.lire' },
  'api/auth/[...nextauth]/route.ts': { href: () => '/api/auth/csrf', acces: 'PUBLIC', api: true },
  'api/healthz/route.ts': { href: () => '/api/healthz', acces: 'PUBLIC', api: true },
  'api/readyz/route.ts': { href: () => '/api/readyz', acces: 'PUBLIC', api: true },
  'api/recherche/route.ts': { href: () => '/api/recherche?q=copil', acces: 'portefeuille.lire', api: true },
  'api/calendrier/[jeton]/route.ts': {
    href: () => '/api/calendrier/inconnu.ics',
    acces: 'PUBLIC',
    api: true,
    statut: 404,
  },
  'api/conventions/[convention]/reunions/[reunion]/ics/route.ts': {
    href: () => '/api/conventions/demonstration/reunions/groupe-projet-2025-01-21/ics',
    acces: 'gouvernance.lire',
    api: true,
  },
  'compte/calendrier/page.tsx': { href: () => '/compte/calendrier', acces: 'compte.regler' },
  'api/conventions/[convention]/dossier/route.ts': {
    href: (convention) => `/api/conventions/${convention}/dossier`,
    acces: 'dossier.exporter',
    api: true,
  },
  'api/conventions/[convention]/reunions/[reunion]/releve/route.ts': {
    href: () => '/api/conventions/demonstration/reunions/copil-2025-06-17/releve?format=pdf',
    acces: 'gouvernance.lire',
    api: true,
  },
  'page.tsx': { href: () => '/', acces: 'portefeuille.lire' },
  'portefeuille/territoires/page.tsx': { href: () => '/portefeuille/territoires', acces: 'portefeuille.lire' },
  'a-faire/page.tsx': { href: () => '/a-faire', acces: 'portefeuille.lire' },
  'portefeuille/comparer/page.tsx': { href: () => '/portefeuille/comparer', acces: 'portefeuille.lire' },
  'api/portefeuille/route.ts': { href: () => '/api/portefeuille?format=csv', acces: 'portefeuille.lire', api: true },
  'api/conventions/[convention]/situation/route.ts': {
    href: (convention) => `/api/conventions/${convention}/situation`,
    acces: 'convention.lire',
    api: true,
  },
  'mes-fiches/page.tsx': { href: () => '/mes-fiches', acces: 'portefeuille.lire' },
  'portefeuille/page.tsx': { href: () => '/portefeuille', acces: 'portefeuille.lire' },
  'administration/page.tsx': { href: () => '/administration', acces: 'utilisateur.administrer' },
  'administration/personnes/page.tsx': { href: () => '/administration/personnes', acces: 'utilisateur.administrer' },
  'administration/personnes/[personne]/page.tsx': {
    href: () => '/administration/personnes/2',
    acces: 'utilisateur.administrer',
  },
  'importer/page.tsx': { href: () => '/importer', acces: 'dossier.importer' },
  'conventions/[convention]/page.tsx': { href: dans(''), acces: 'convention.lire' },
  'conventions/[convention]/gouvernance/page.tsx': { href: dans('/gouvernance'), acces: 'gouvernance.lire' },
  'conventions/[convention]/gouvernance/[instance]/page.tsx': {
    href: dans('/gouvernance/copil'),
    acces: 'gouvernance.lire',
  },
  'conventions/[convention]/gouvernance/[instance]/modifier/page.tsx': {
    href: dans('/gouvernance/copil/modifier'),
    acces: 'instance.ecrire',
  },
  'conventions/[convention]/instances/nouvelle/page.tsx': {
    href: dans('/instances/nouvelle'),
    acces: 'instance.ecrire',
  },
  'conventions/[convention]/evolution/page.tsx': { href: dans('/evolution'), acces: 'convention.lire' },
  'conventions/[convention]/reunions/page.tsx': { href: dans('/reunions'), acces: 'gouvernance.lire' },
  'conventions/[convention]/reunions/[reunion]/page.tsx': {
    href: () => '/conventions/demonstration/reunions/copil-2025-06-17',
    acces: 'gouvernance.lire',
  },
  'conventions/[convention]/mandats/page.tsx': { href: dans('/mandats'), acces: 'mandat.ecrire' },
  'conventions/[convention]/decisions/page.tsx': { href: dans('/decisions'), acces: 'gouvernance.lire' },
  'conventions/[convention]/reunions/[reunion]/releve/page.tsx': {
    href: () => '/conventions/demonstration/reunions/copil-2025-06-17/releve',
    acces: 'gouvernance.lire',
  },
  'conventions/[convention]/plan-action/page.tsx': { href: dans('/plan-action'), acces: 'plan.lire' },
  'conventions/[convention]/plan-action/modifier/page.tsx': {
    href: dans('/plan-action/modifier'),
    acces: 'plan.ecrire',
  },
  'conventions/[convention]/plan-action/versions/page.tsx': { href: dans('/plan-action/versions'), acces: 'plan.lire' },
  'conventions/[convention]/plan-action/importer/page.tsx': {
    href: dans('/plan-action/importer'),
    acces: 'plan.ecrire',
  },
  'api/conventions/[convention]/plan-action/export/route.ts': {
    href: (convention) => `/api/conventions/${convention}/plan-action/export?format=csv`,
    acces: 'plan.lire',
    api: true,
  },
  'api/conventions/[convention]/plan-action/importer/[import]/route.ts': {
    href: () => '/api/conventions/demonstration/plan-action/importer/2147483647',
    acces: 'plan.ecrire',
    api: true,
  },
  'conventions/[convention]/plan-action/[fiche]/page.tsx': { href: dans('/plan-action/fiche-1-1'), acces: 'plan.lire' },
  'conventions/[convention]/indicateurs/page.tsx': { href: dans('/indicateurs'), acces: 'plan.lire' },
  'conventions/[convention]/indicateurs/[indicateur]/page.tsx': {
    href: () => '/conventions/demonstration/indicateurs/indicateur-places',
    acces: 'plan.lire',
  },
  'conventions/[convention]/indicateurs/nouveau/page.tsx': { href: dans('/indicateurs/nouveau'), acces: 'plan.ecrire' },
  'conventions/[convention]/etp/page.tsx': { href: dans('/etp'), acces: 'etp.lire' },
  'conventions/[convention]/etp/afas/page.tsx': { href: dans('/etp/afas'), acces: 'etp.lire' },
  'conventions/[convention]/etp/activite/page.tsx': { href: dans('/etp/activite'), acces: 'etp.lire' },
  'api/conventions/[convention]/etp/afas/route.ts': {
    href: (convention) => `/api/conventions/${convention}/etp/afas?annee=2026`,
    acces: 'etp.lire',
    api: true,
  },
  'conventions/[convention]/etp/postes/page.tsx': { href: dans('/etp/postes'), acces: 'etp.lire' },
  'conventions/[convention]/etp/couts/page.tsx': { href: dans('/etp/couts'), acces: 'etp.lire' },
  'api/conventions/[convention]/etp/couts/route.ts': {
    href: (convention) => `/api/conventions/${convention}/etp/couts`,
    acces: 'etp.lire',
    api: true,
  },
  'conventions/[convention]/etp/vues/page.tsx': { href: dans('/etp/vues'), acces: 'etp.lire' },
  'conventions/[convention]/convention/page.tsx': { href: dans('/convention'), acces: 'convention.lire' },
  'conventions/[convention]/convention/equipements/page.tsx': {
    href: dans('/convention/equipements'),
    acces: 'convention.lire',
  },
  'conventions/[convention]/convention/a-confirmer/page.tsx': {
    href: dans('/convention/a-confirmer'),
    acces: 'convention.lire',
  },
  'conventions/[convention]/journal/page.tsx': { href: dans('/journal'), acces: 'journal.lire' },
}
