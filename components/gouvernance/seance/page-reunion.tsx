import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { IconCalendar, IconFile } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { RenvoiSeance, VuePageReunion } from '@/lib/gouvernance/seance/types/reunion'
import { readEtatReunion } from '@/components/gouvernance/mots'
import { Mots } from '@/components/gouvernance/mots-sigles'
import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { PanneauReleve } from '@/components/gouvernance/releves/panneau-releve'
import { GestesReunion } from './gestes-reunion'
import { OrdreDuJour } from './ordre-du-jour'
import { Presences } from './presences'
import { Propositions } from './propositions'

function Renvoi({ seance, base, sens }: { seance: RenvoiSeance; base: string; sens: string }) {
  return (
    <li>
      <Link className="link" href={`${base}/reunions/${seance.ref}`}>
        {sens} : {seance.dateTexte}
      </Link>
    </li>
  )
}

/** The meetings of the same instance before and after this one. */
function Voisines({ vue, base }: { vue: VuePageReunion; base: string }) {
  const { precedente, suivante, instance } = vue
  if (!precedente && !suivante) return null
  return (
    <nav className="no-print" aria-label={`Autres réunions, ${instance.nom}`}>
      <ul className="flex flex-wrap justify-between gap-x-6 gap-y-1">
        {precedente ? <Renvoi seance={precedente} base={base} sens="Réunion précédente" /> : null}
        {suivante ? <Renvoi seance={suivante} base={base} sens="Réunion suivante" /> : null}
      </ul>
    </nav>
  )
}

/** When and where, in words; state; what the convention asks of its frequency. */
function Situation({ vue, base }: { vue: VuePageReunion; base: string }) {
  const { reunion, instance } = vue
  const { mots, tone, shape } = readEtatReunion(reunion)
  const ou = [reunion.horaire, reunion.lieu].filter(Boolean).join(', ')
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span id="etat-reunion" tabIndex={-1}>
          <Badge tone={tone} shape={shape}>
            {mots}
          </Badge>
        </span>
        {ou ? (
          <span className="first-letter:uppercase">{ou}</span>
        ) : (
          <span className="text-muted">Heure et lieu à préciser</span>
        )}
      </p>
      {reunion.groupe || reunion.objet ? <p>{[reunion.groupe, reunion.objet].filter(Boolean).join(' · ')}</p> : null}
      {reunion.motifAnnulation ? <p className="text-muted">Motif de l’annulation : {reunion.motifAnnulation}</p> : null}
      {reunion.derogations.map(({ regle, motif }) => (
        <p key={regle + motif} className="text-sm">
          <Badge tone="warn">Dérogation</Badge>{' '}
          <span className="text-muted">
            {regle} : {motif}
          </span>
        </p>
      ))}
      <p className="text-sm text-muted">
        <Link className="link-quiet" href={`${base}/gouvernance/${instance.ref}`}>
          {instance.nom}
        </Link>
        {instance.regleTexte ? ` : ${instance.regleTexte}` : ' : fréquence non précisée'}
      </p>
    </div>
  )
}

/** One meeting: agenda with notes and decisions, presences and quorum, minutes. */
export function PageReunion({ vue }: { vue: VuePageReunion }) {
  const { convention, reunion, instance, peutEcrire, coordination, lectureSeule, propositions } = vue
  const base = `/conventions/${convention.slug}`
  const releveLisible = vue.releve.officielle !== null || (peutEcrire && reunion.etat === 'TENUE')
  const actions = (
    <>
      {peutEcrire ? <GestesReunion slug={convention.slug} today={convention.today} reunion={reunion} /> : null}
      {reunion.etat === 'PREVUE' ? (
        <a className="btn btn-secondary" href={`/api${base}/reunions/${reunion.ref}/ics`} download>
          <IconCalendar />
          Ajouter à mon agenda
        </a>
      ) : null}
      {releveLisible ? (
        <ButtonLink href={`${base}/reunions/${reunion.ref}/releve`} icon={<IconFile />}>
          Relevé de décisions
        </ButtonLink>
      ) : null}
    </>
  )
  return (
    <div className="page">
      <PageHeader
        titre={
          <>
            <Mots texte={instance.nom} />, <span className="inline-block">{reunion.dateTexte}</span>
          </>
        }
        fil={[
          { label: 'Gouvernance', href: `${base}/gouvernance` },
          { label: 'Calendrier', href: `${base}/reunions` },
        ]}
        actions={actions}
      >
        <Situation vue={vue} base={base} />
      </PageHeader>
      <OngletsGouvernance convention={convention.slug} actif={null} coordination={coordination} />
      {lectureSeule && (peutEcrire || reunion.etat === 'ANNULEE') ? (
        <Notice tone="neutral" titre={lectureSeule.titre}>
          {lectureSeule.raison}
        </Notice>
      ) : null}
      <OrdreDuJour vue={vue} />
      <Propositions
        convention={convention.slug}
        reunion={reunion.id}
        groupes={propositions}
        replie={reunion.etat === 'TENUE'}
      />
      <Presences vue={vue} />
      {reunion.compteRendu ? (
        <Panneau titre="Note de la réunion">
          <p className="whitespace-pre-line">{reunion.compteRendu}</p>
        </Panneau>
      ) : null}
      <PanneauReleve
        slug={convention.slug}
        reunion={{
          id: reunion.id,
          ref: reunion.ref,
          etat: reunion.etat,
          version: reunion.version,
          figee: reunion.figee,
        }}
        releve={vue.releve}
        peutEcrire={peutEcrire}
      />
      <Voisines vue={vue} base={base} />
    </div>
  )
}
