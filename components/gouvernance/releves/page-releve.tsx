import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueReleve } from '@/lib/gouvernance/releves/types'
import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { DocumentReleve } from './document-releve'
import { EtatDuReleve, ID_ETAT, Validations } from './etat-releve'
import { GestesReleve } from './gestes-releve'

const MOTS = { BROUILLON: 'brouillon', A_VALIDER: 'à valider', VALIDE: 'validée' } as const

const addressOf = ({ slug, reunion }: VueReleve): string => `/conventions/${slug}/reunions/${reunion.ref}`

/** The file of the version on screen. */
function Telechargements({ vue }: { vue: VueReleve }) {
  const version = vue.choisie ? `&version=${vue.choisie.numero}` : ''
  return (['pdf', 'docx'] as const).map((format) => (
    <a
      key={format}
      className={buttonClass({})}
      href={`/api${addressOf(vue)}/releve?format=${format}${version}`}
      download
    >
      Télécharger en {format.toUpperCase()}
    </a>
  ))
}

/** The versions, each at its address. */
function Versions({ vue }: { vue: VueReleve }) {
  const { versions, choisie } = vue
  if (versions.length < 2) return null
  return (
    <nav aria-label="Versions du relevé" className="chips">
      {versions.map(({ numero, etat }) => (
        <Link
          key={numero}
          className="chip"
          href={`${addressOf(vue)}/releve?version=${numero}`}
          scroll={false}
          aria-current={choisie?.numero === numero ? 'page' : undefined}
        >
          Version {numero}, {MOTS[etat]}
        </Link>
      ))}
    </nav>
  )
}

/** How these minutes stand, and what may be done with them. */
function Situation({ vue }: { vue: VueReleve }) {
  const {
    choisie,
    etat: { derniere, officielle, attendus },
    reunion,
    reprise,
    change,
    peutEcrire,
  } = vue
  const ancienne = choisie !== null && derniere !== null && choisie.id !== derniere.id
  return (
    <Panneau className="no-print" titre="Où en est ce relevé">
      <div className="grid gap-3">
        <p id={ID_ETAT} tabIndex={-1} className="flex flex-wrap items-center gap-2">
          {choisie ? (
            <>
              <span>Version {choisie.numero}</span>
              <EtatDuReleve etat={choisie.etat} />
            </>
          ) : null}
          {choisie === null && reunion.figee ? (
            <>
              <Badge tone="ok">validé</Badge>
              <span>avant d’être enregistré ici</span>
            </>
          ) : null}
          {choisie === null && !reunion.figee ? <Badge tone="neutral">pas encore préparé</Badge> : null}
        </p>
        {choisie?.motif ? <p>Corrige la version précédente : {choisie.motif}</p> : null}
        {choisie ? <Validations validations={choisie.validations} attendus={ancienne ? [] : attendus} /> : null}
        {reprise ? (
          <Notice tone="warn" titre="Repris en brouillon">
            {reprise.motif} ({reprise.par})
          </Notice>
        ) : null}
        {change ? (
          <Notice tone="warn" titre="La réunion a changé depuis que ce relevé a été soumis">
            Reprenez-le en brouillon, relisez-le, puis soumettez-le de nouveau.
          </Notice>
        ) : null}
        {choisie?.etat === 'BROUILLON' ? (
          <p className="text-muted">
            Ce brouillon suit ce qui est noté sur{' '}
            <Link className="link" href={addressOf(vue)}>
              la page de la réunion
            </Link>{' '}
            : complétez-la pour le compléter.
          </p>
        ) : null}
        {ancienne ? (
          <p className="text-muted">
            {officielle?.id === choisie.id
              ? 'Cette version fait foi tant que la suivante n’est pas validée.'
              : 'Une version plus récente la remplace.'}
          </p>
        ) : officielle && choisie && officielle.id !== choisie.id ? (
          <p className="text-muted">
            La version {officielle.numero}, validée {officielle.valideLe}, fait foi en attendant.
          </p>
        ) : null}
        {!ancienne && (peutEcrire || vue.etat.peutValider.length > 0) ? (
          <div className="flex flex-wrap items-start gap-3">
            <GestesReleve vue={vue} />
          </div>
        ) : null}
      </div>
    </Panneau>
  )
}

/** The minutes of a meeting: the document, where it stands, its versions and its files. */
export function PageReleve({ vue }: { vue: VueReleve }) {
  const { slug, reunion, document, absence, coordination } = vue
  const base = `/conventions/${slug}`
  return (
    <div className="page">
      <PageHeader
        titre="Relevé de décisions"
        fil={[
          { label: 'Gouvernance', href: `${base}/gouvernance` },
          { label: 'Calendrier', href: `${base}/reunions` },
          { label: `${reunion.instance.nom}, ${reunion.dateTexte}`, href: addressOf(vue) },
        ]}
        actions={document ? <Telechargements vue={vue} /> : null}
      />
      <OngletsGouvernance convention={slug} actif={null} coordination={coordination} />
      <Situation vue={vue} />
      <Versions vue={vue} />
      {document ? (
        <DocumentReleve document={document} />
      ) : (
        <EmptyState
          titre="Pas de relevé de décisions à lire"
          pourquoi={absence ?? ''}
          suite={
            <Link className="link" href={addressOf(vue)}>
              Aller à la réunion du {reunion.dateTexte}
            </Link>
          }
        />
      )}
    </div>
  )
}
