import { ButtonLink } from '@/components/ui/button'
import { Details, type Detail } from '@/components/ui/flottant/details'
import { IconPencil } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatAbsence } from '@/lib/convention/accord/rules/connaissance'
import type { VueFicheInstance } from '@/lib/gouvernance/instances/types/ecran'
import { capitalise } from '@/lib/platform/mots'
import { EtatFrequence, Regle, Reserve } from '@/components/gouvernance/frequence/etat'
import { PrevoirReunion } from '@/components/gouvernance/reunions/prevoir-reunion'
import { PanneauFrise } from '@/components/gouvernance/frequence/frise-periodes'
import { Dates, ListeInstances } from './instances'
import { Pouvoirs } from './qui-decide'
import { Membres } from './membres'
import { TYPES } from '@/components/gouvernance/mots'
import { Mots } from '@/components/gouvernance/mots-sigles'
import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { Periodes } from '@/components/gouvernance/frequence/periodes'
import { Reunions } from '@/components/gouvernance/reunions/reunions'

/** The frequency: rule in words and as written, state now and why. */
function Frequence({ vue, base }: { vue: VueFicheInstance; base: string }) {
  const { instance, periodes, autresRegles } = vue
  return (
    <Panneau titre="Fréquence des réunions" actions={<EtatFrequence etat={instance.etat} />}>
      <div className="grid gap-3">
        <Regle instance={instance} base={base} />
        <p>{instance.sansFrequence ?? instance.phrase}</p>
        <Dates instance={instance} />
        {instance.reservesRegle.length > 0 ? (
          <Notice tone="warn" titre="À confirmer">
            <div className="grid gap-2">
              {instance.reservesRegle.map((reserve) => (
                <Reserve key={reserve.raison} reserve={reserve} />
              ))}
            </div>
          </Notice>
        ) : null}
        {autresRegles.map(({ texte, quand, precisions, source }) => (
          <p
            key={quand}
            className="text-sm text-muted"
          >{`Autre règle, ${[`${quand} : ${texte}${source ? ` (« ${source} »)` : ''}`, ...precisions].join(' ; ')}`}</p>
        ))}
        <Periodes periodes={periodes} />
      </div>
    </Panneau>
  )
}

/** What the convention says of the body: composition, who leads it, who keeps its records, what it is for. */
function Role({ vue }: { vue: VueFicheInstance }) {
  const { composition, animation, secretariat, missions, reserves } = vue
  const details: Detail[] = [
    { terme: 'Animation', accord: 'e' as const, valeur: animation && <Mots texte={animation} /> },
    { terme: 'Secrétariat', accord: '' as const, valeur: secretariat && <Mots texte={secretariat} /> },
    {
      terme: 'Composition',
      accord: 'e' as const,
      valeur: composition === null ? null : <span className="whitespace-pre-line">{composition}</span>,
    },
  ].map(({ terme, accord, valeur }) => ({
    terme,
    valeur: valeur ?? <span className="text-muted">{capitalise(formatAbsence(null, accord))}</span>,
  }))
  return (
    <Panneau titre="Missions et décisions">
      <div className="grid gap-4">
        {missions.length > 0 ? (
          <ul className="list-disc ps-5">
            {missions.map((mission) => (
              <li key={mission}>{mission}</li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">Ses missions ne sont pas saisies.</p>
        )}
        <Pouvoirs competences={vue.competences} matieres={vue.matieres} />
        <Details details={details} />
        {reserves.length > 0 ? (
          <Notice tone="warn" titre="À confirmer">
            <div className="grid gap-2">
              {reserves.map((reserve) => (
                <Reserve key={reserve.raison} reserve={reserve} />
              ))}
            </div>
          </Notice>
        ) : null}
      </div>
    </Panneau>
  )
}

/** One instance: its frequency, its role, who sits in it, what is inside it, its meetings. */
export function FicheInstance({ vue }: { vue: VueFicheInstance }) {
  const {
    convention,
    instance,
    enfants,
    lue,
    membres,
    anciens,
    quorum,
    quorumTexte,
    peutEcrire,
    peutComposer,
    coordination,
  } = vue
  const base = `/conventions/${convention.slug}`
  const adresse = `${base}/gouvernance/${instance.ref}`
  const fil = [
    { label: 'Gouvernance', href: `${base}/gouvernance` },
    ...(instance.parent ? [{ label: instance.parent.nom, href: `${base}/gouvernance/${instance.parent.ref}` }] : []),
  ]
  const type = TYPES[instance.type]
  const prevoir = (variant: 'primary' | 'secondary') =>
    peutEcrire ? (
      <PrevoirReunion convention={convention} instances={[instance]} variant={variant} label="Prévoir une réunion" />
    ) : null
  return (
    <div className="page">
      <PageHeader
        titre={<Mots texte={instance.nom} />}
        fil={fil}
        actions={
          <>
            {peutComposer ? (
              <ButtonLink href={`${adresse}/modifier`} icon={<IconPencil />}>
                Modifier
              </ButtonLink>
            ) : null}
            {prevoir('primary')}
          </>
        }
      >
        {instance.nom === type ? null : <p className="text-muted">{type}</p>}
      </PageHeader>
      <OngletsGouvernance convention={convention.slug} actif={null} coordination={coordination} />
      <Frequence vue={vue} base={base} />
      <PanneauFrise instances={[lue]} convention={convention} base={base} />
      {enfants.length > 0 ? (
        <Panneau titre="Dans cette instance">
          <ListeInstances instances={enfants} convention={convention} peutEcrire={peutEcrire} />
        </Panneau>
      ) : null}
      <Membres
        membres={membres}
        anciens={anciens}
        quorum={quorum}
        quorumTexte={quorumTexte}
        modifier={peutComposer ? `${adresse}/modifier#membres` : null}
      />
      <Role vue={vue} />
      <Reunions
        reunions={vue.reunions}
        convention={convention}
        peutEcrire={peutEcrire}
        adresse={adresse}
        suite={prevoir('secondary')}
        raison={vue.manques.lacunes.find(({ sujet }) => sujet === 'REUNIONS')?.raison ?? null}
      />
    </div>
  )
}
