import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { Badge } from '@/components/ui/badge'
import { ExplorerSeries } from '@/components/ui/explorer/explorer-series'
import { Details } from '@/components/ui/flottant/details'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { MOTS_COTE } from '@/lib/competences/words'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { VueIndicateur, VueNouvelIndicateur } from '@/lib/plan-action/indicateurs/queries'
import { findPeriode } from '@/lib/plan-action/mesures/rules/periode'
import { formatListe } from '@/lib/platform/typographie'
import { buildHrefFiche } from '../adresses'
import { BadgeReserve } from '@/components/plan-action/champs/statuts'
import { formatMesure, formatValeur } from '@/components/plan-action/champs/valeurs'
import { Accords } from './accords'
import { buildHrefGrille, buildHrefIndicateur } from './adresses'
import { Courbe } from './courbe'
import { Devancier } from './devancier'
import { ModifierDefinition, NouvelIndicateur } from './definition'
import { buildExploration } from './exploration'
import { formatCibles, isTracable } from './lecture'
import { formatSource, MOTS_FREQUENCE, MOTS_GENRE, MOTS_NATURE } from './mots'
import { Proposition } from '@/components/plan-action/mesures/proposition'
import { SaisirValeur } from '@/components/plan-action/mesures/saisir-valeur'
import { Scission } from './scission'
import { Ventilation } from '@/components/plan-action/mesures/valeurs-saisies'

interface Props {
  vue: VueIndicateur
  slug: string
}

const INCONNU = <span className="text-muted">non précisé</span>

function Definition({ indicateur }: { indicateur: IndicateurEcrit }) {
  const {
    nature,
    unite,
    sens,
    reference,
    referenceTexte,
    frequence,
    fournisseur,
    source,
    confirmation,
    ventilation,
    ventilationGenre,
    ventiles,
    note,
  } = indicateur
  const depart = [reference === null ? null : formatValeur(nature, reference, unite), referenceTexte]
    .filter(Boolean)
    .join(', ')
  return (
    <Panneau titre="Ce qui est mesuré">
      <Details
        details={[
          {
            terme: 'Nature',
            valeur: [MOTS_NATURE[nature], unite && nature !== 'MONTANT' ? `en ${unite}` : null]
              .filter(Boolean)
              .join(', '),
          },
          { terme: 'Sens attendu', valeur: sens ?? INCONNU },
          { terme: 'Départ', valeur: depart || INCONNU },
          { terme: 'Cible', valeur: formatCibles(indicateur)?.replace(/^cibles?\u00A0: /, '') ?? INCONNU },
          { terme: 'Fréquence', valeur: frequence ? MOTS_FREQUENCE[frequence] : INCONNU },
          { terme: 'Qui fournit', valeur: fournisseur ?? INCONNU },
          { terme: 'Source à citer', valeur: source ?? INCONNU },
          { terme: 'Qui confirme', valeur: confirmation ? MOTS_COTE[confirmation] : 'personne d’autre' },
          ...(ventilation || ventilationGenre
            ? [
                {
                  terme: 'Ventilation',
                  valeur: [
                    ventilation,
                    ventilationGenre && `saisie ${MOTS_GENRE[ventilationGenre]} (${ventiles.length})`,
                  ]
                    .filter(Boolean)
                    .join(' · '),
                },
              ]
            : []),
          ...(note ? [{ terme: 'Note', valeur: note }] : []),
        ]}
      />
    </Panneau>
  )
}

function Ligne({ mesure, vue, slug }: Props & { mesure: MesureEcrite }) {
  const { indicateur, accords, organismes, modifiable } = vue
  const siens = accords.filter((accord) => accord.mesure === mesure.id)
  const reglable =
    modifiable && findPeriode(mesure.debut, mesure.fin) !== null && (mesure.etat === 'PROPOSEE' || vue.confirmable)
  return (
    <tr>
      <Th scope="row">
        {mesure.periode}
        {mesure.ventilation ? <span className="block text-muted">{mesure.ventilation}</span> : null}
      </Th>
      <Td label="Valeur">
        <span>
          {formatMesure(indicateur.nature, mesure, indicateur.unite)}{' '}
          {mesure.etat === 'PROPOSEE' ? <Badge tone="warn">proposée</Badge> : null}
        </span>
      </Td>
      <Td label="Source">{mesure.source ?? 'non précisée'}</Td>
      <Td label="Saisie par">{mesure.auteur ?? 'non précisé'}</Td>
      <Td label="Accords">
        <span>
          {siens.length > 0 ? formatListe(siens.map(({ nom }) => nom)) : 'aucun enregistré'}
          {reglable ? (
            <span className="no-print block">
              <Accords
                indicateur={indicateur}
                mesure={mesure}
                organismes={organismes}
                accords={siens.map(({ organisme }) => organisme)}
                slug={slug}
              />
            </span>
          ) : null}
        </span>
      </Td>
    </tr>
  )
}

function Valeurs({ vue, slug }: Props) {
  const { indicateur, devancier, modifiable, annee, confirmable } = vue
  const exploration = buildExploration(vue)
  return (
    <Panneau
      titre="Valeurs"
      sousTitre={indicateur.source ? formatSource(indicateur.source) : undefined}
      actions={
        modifiable ? (
          <SaisirValeur
            indicateur={indicateur}
            slug={slug}
            fiche={indicateur.fiche}
            annee={annee}
            confirmable={confirmable}
          />
        ) : undefined
      }
    >
      <div className="grid gap-4">
        {isTracable(indicateur) ? <Courbe indicateur={indicateur} /> : null}
        {devancier ? <Devancier devancier={devancier} /> : null}
        {exploration ? <ExplorerSeries vue={exploration} /> : null}
        <Ventilation indicateur={indicateur} />
        {indicateur.mesures.length === 0 ? (
          <p className="text-muted">Aucune valeur saisie.</p>
        ) : (
          <Table caption={`Valeurs de l’indicateur : ${indicateur.libelle}`} dense stacked>
            <thead>
              <tr>
                <Th>Période</Th>
                <Th>Valeur</Th>
                <Th>Source</Th>
                <Th>Saisie par</Th>
                <Th>Accords</Th>
              </tr>
            </thead>
            <tbody>
              {indicateur.mesures.map((mesure) => (
                <Ligne key={mesure.id} mesure={mesure} vue={vue} slug={slug} />
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Panneau>
  )
}

function Parties({ vue, slug }: Props) {
  return (
    <Panneau
      titre="Mesures de cette ligne"
      sousTitre="La ligne du document compte pour une ; chacune de ses mesures a ses valeurs."
    >
      <ul className="rows">
        {vue.parties.map((partie) => (
          <li key={partie.id} className="flex flex-wrap items-baseline justify-between gap-3">
            <span className="min-w-0 flex-1 basis-60">
              <Link className="link" href={buildHrefIndicateur(slug, partie.ref)}>
                {partie.libelle}
              </Link>
              <span className="block text-sm text-muted">{partie.unite ?? MOTS_NATURE[partie.nature]}</span>
            </span>
            {vue.modifiable ? (
              <SaisirValeur
                indicateur={partie}
                slug={slug}
                fiche={partie.fiche}
                annee={vue.annee}
                confirmable={vue.confirmable}
              />
            ) : null}
            {isTracable(partie) && partie.mesures.length > 0 ? <Courbe indicateur={partie} /> : null}
          </li>
        ))}
      </ul>
    </Panneau>
  )
}

/** One indicator, whole: its course, its values and who stands by them, what it is. */
export function PageIndicateur({ vue, slug }: Props) {
  const { indicateur, parties, ligne, fiche, etape, definissable, personne, confirmable } = vue
  const proposees = indicateur.mesures.filter(({ etat }) => etat === 'PROPOSEE')
  const fil = [
    { label: 'Indicateurs', href: buildHrefGrille(slug, {}) },
    ...(fiche
      ? [{ label: [fiche.numero, fiche.titre].filter(Boolean).join(' '), href: buildHrefFiche(slug, fiche.ref) }]
      : []),
    ...(ligne ? [{ label: ligne.libelle, href: buildHrefIndicateur(slug, ligne.ref) }] : []),
  ]
  return (
    <div className="page">
      <PageHeader
        titre={indicateur.libelle}
        fil={fil}
        actions={
          definissable ? (
            <>
              <ModifierDefinition
                key={indicateur.version}
                indicateur={indicateur}
                communes={vue.communes}
                slug={slug}
              />
              {ligne ? null : (
                <Scission key={`s${indicateur.version}`} indicateur={indicateur} parties={parties.length} slug={slug} />
              )}
            </>
          ) : undefined
        }
      >
        {etape ? <p className="text-muted">Étape : {[etape.numero, etape.titre].filter(Boolean).join('. ')}</p> : null}
        {fiche ? null : <p className="text-muted">Indicateur de la convention dans son ensemble.</p>}
        <BadgeReserve raisons={vue.reserves} base={`/conventions/${slug}`} />
        <TracesDecision slug={slug} traces={vue.traces} />
      </PageHeader>
      {proposees.map((mesure) => (
        <Proposition
          key={`${mesure.id} ${mesure.version}`}
          indicateur={indicateur}
          mesure={mesure}
          slug={slug}
          confirmable={confirmable && definissable}
          sienne={definissable && mesure.auteurId === personne}
        />
      ))}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {parties.length > 0 ? <Parties vue={vue} slug={slug} /> : <Valeurs vue={vue} slug={slug} />}
        <Definition indicateur={indicateur} />
      </div>
    </div>
  )
}

/** Where a new indicator is written. */
export function PageNouvelIndicateur({ vue, slug }: { vue: VueNouvelIndicateur; slug: string }) {
  return (
    <div className="page">
      <PageHeader titre="Nouvel indicateur" fil={[{ label: 'Indicateurs', href: buildHrefGrille(slug, {}) }]} />
      <NouvelIndicateur vue={vue} slug={slug} />
    </div>
  )
}
