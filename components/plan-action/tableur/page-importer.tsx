import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { ImportVu, VueImportTableur } from '@/lib/plan-action/tableur/queries'
import type { Verdict } from '@/lib/plan-action/tableur/types/tableur'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefPlan } from '@/components/plan-action/adresses'
import { OngletsPlan } from '@/components/plan-action/onglets'
import { buildHrefImport, buildHrefRapport } from './adresses'
import { ApercuImport } from './apercu'
import { ChoisirTableur } from './choisir'
import { ConfirmerImport } from './confirmer'
import { CorrespondanceTableur } from './correspondance'
import { ExporterPlan } from './exporter'

interface Props {
  slug: string
  vue: VueImportTableur
  filtre: Verdict | undefined
  /** the columns are to be seen again, though they were checked */
  colonnes: boolean
}

const ETATS = { LU: 'colonnes à relire', VERIFIE: 'à confirmer', ECRIT: 'importé' } as const

function Choix({ slug, vue }: { slug: string; vue: VueImportTableur }) {
  return (
    <>
      <Panneau
        titre="Importer un tableur"
        sousTitre="Le fichier est lu, puis chaque ligne est vérifiée. Rien ne change dans le plan avant votre confirmation."
      >
        <ChoisirTableur slug={slug} />
      </Panneau>
      <Panneau
        titre="Partir du plan tel qu’il est"
        sousTitre="Un export se corrige dans un tableur et s’importe ici : seules les cellules changées changent le plan. Le classeur porte aussi les axes, les étapes, les indicateurs et le budget ; le CSV, les fiches seules."
      >
        <ExporterPlan slug={slug} />
      </Panneau>
      {vue.recents.length > 0 ? (
        <Panneau titre="Vos derniers fichiers">
          <ul className="rows m-0 list-none p-0">
            {vue.recents.map(({ id, nom, etat, le, lignes }) => (
              <li key={id} className="py-2 wrap-anywhere">
                <Link href={buildHrefImport(slug, { import: id })}>{nom}</Link>{' '}
                <span className="text-muted">
                  {formatDateCourte(le)},{' '}
                  {etat === 'ECRIT' ? formatCompte(lignes, 'ligne importée', 'lignes importées') : ETATS[etat]}
                </span>
              </li>
            ))}
          </ul>
        </Panneau>
      ) : null}
    </>
  )
}

function Fait({ slug, courant }: { slug: string; courant: ImportVu }) {
  const { comptes } = courant
  return (
    <Panneau titre="Import terminé">
      <Notice tone="ok" role="status">
        {comptes
          ? `${formatCompte(comptes.CREEE, 'ligne créée', 'lignes créées')}, ${formatCompte(comptes.CHANGEE, 'changée')}, ${formatCompte(comptes.INCHANGEE, 'inchangée')}${comptes.REFUSEE > 0 ? `, ${formatCompte(comptes.REFUSEE, 'laissée de côté', 'laissées de côté')}` : ''}.`
          : ''}
      </Notice>
      <div className="form-actions mt-4 flex-wrap">
        <ButtonLink variant="primary" href={buildHrefPlan(slug, {})}>
          Voir le plan d’action
        </ButtonLink>
        <ButtonLink href={buildHrefRapport(slug, courant.id, 'xlsx')} download>
          Rapport (XLSX)
        </ButtonLink>
        <ButtonLink href={buildHrefImport(slug)}>Importer un autre fichier</ButtonLink>
      </div>
    </Panneau>
  )
}

function Etape({ slug, vue, courant, filtre, colonnes }: Props & { courant: ImportVu }) {
  if (courant.etat === 'LU' || (colonnes && courant.etat === 'VERIFIE'))
    return (
      <Panneau
        titre="Ce que dit chaque colonne"
        sousTitre="Corrigez ce qui n’a pas été reconnu ; une colonne laissée de côté ne change rien."
      >
        <CorrespondanceTableur key={courant.version} slug={slug} vue={vue} courant={courant} />
      </Panneau>
    )
  return (
    <>
      {courant.etat === 'ECRIT' ? (
        <Fait slug={slug} courant={courant} />
      ) : (
        <Panneau titre="Confirmer" sousTitre={courant.nom}>
          {courant.comptes ? (
            <ConfirmerImport slug={slug} id={courant.id} version={courant.version} comptes={courant.comptes} />
          ) : null}
        </Panneau>
      )}
      <Panneau titre={courant.etat === 'ECRIT' ? 'Ce qui a été importé' : 'Ce qui changera'}>
        <ApercuImport slug={slug} courant={courant} filtre={filtre} />
      </Panneau>
    </>
  )
}

/** Import of a plan by spreadsheet: a file, its columns, its rows, a confirmation. */
export function PageImporterTableur(props: Props) {
  const { slug, vue } = props
  return (
    <div className="page">
      <PageHeader
        titre="Importer un tableur"
        surtitre={vue.nom}
        fil={[{ label: 'Plan d’action', href: buildHrefPlan(slug, {}) }]}
      />
      <OngletsPlan convention={slug} actif="importer" coordination />
      {vue.courant ? <Etape {...props} courant={vue.courant} /> : <Choix slug={slug} vue={vue} />}
    </div>
  )
}
