import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConventionLue, PartieLue } from '@/lib/convention/accord/queries'
import { findRaison } from '@/lib/convention/accord/rules/connaissance'
import { formatAnnonce } from '@/lib/convention/accord/rules/annonces'
import { MOTS_SIGNATAIRE } from '@/lib/convention/accord/words'
import { groupParties } from '@/lib/convention/accord/rules/signature'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { AConfirmer, Citation, Inconnu } from './mots'

/** Reasons to confirm something of an organisme: itself, or its deliberation. */
function readRaisons(vue: ConventionLue, partie: PartieLue): string[] {
  return vue.reserves
    .filter((r) => (r.type === 'ORGANISME' || r.type === 'DELIBERATION') && r.ref === partie.ref)
    .map((r) => r.raison)
}

function Representants({ partie }: { partie: PartieLue }) {
  if (partie.representants.length === 0) return <Inconnu accord="s" />
  return (
    <ul className="m-0 list-none p-0">
      {partie.representants.map((personne) => (
        <li key={`${personne.nom}-${personne.fonction}`}>
          {personne.nom}
          {personne.fonction ? <span className="text-muted">, {personne.fonction}</span> : null}
          {personne.designe && !personne.signe ? (
            <span className="text-muted"> (désigné sans bloc de signature)</span>
          ) : null}
          {!personne.designe && personne.signe ? <span className="text-muted"> (bloc de signature seul)</span> : null}
          {personne.note ? <span className="block text-sm text-muted">{personne.note}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Deliberation({ deliberation, lacune }: Pick<PartieLue, 'deliberation'> & { lacune: string | null }) {
  if (!deliberation) return <Inconnu lacune={lacune} accord="e" />
  return (
    <>
      {deliberation.date ? formatDateCourte(deliberation.date) : <span className="text-muted">date inconnue</span>}
      {deliberation.objet ? <span className="block text-sm text-muted">{deliberation.objet}</span> : null}
      <Citation texte={deliberation.texte} />
    </>
  )
}

/** Names of those who sign: how many, by how many signatures, after how many votes. */
function formatSignataires(signataires: readonly PartieLue[]): string {
  const signatures = signataires.flatMap((partie) => partie.representants.filter((r) => r.signe))
  const personnes = new Set(signatures.map((personne) => personne.nom)).size
  const avecDeliberation = signataires.filter((partie) => partie.deliberation)
  const inconnues = avecDeliberation.filter((partie) => partie.deliberation?.date === null).length
  return [
    formatCompte(signataires.length, 'organisme signataire', 'organismes signataires'),
    signatures.length > 0
      ? `${formatCompte(signatures.length, 'signature')} par ${formatCompte(personnes, 'personne')}`
      : null,
    avecDeliberation.length > 0
      ? `${formatCompte(avecDeliberation.length, 'délibération')}${inconnues > 0 ? `, dont ${inconnues} à la date inconnue` : ''}`
      : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Organismes that are named without being known to sign. */
function Liste({
  titre,
  parties,
  vue,
  base,
}: {
  titre: string
  parties: PartieLue[]
  vue: ConventionLue
  base: string
}) {
  if (parties.length === 0) return null
  return (
    <>
      <h3>{titre}</h3>
      <ul className="rows">
        {parties.map((partie) => (
          <li key={partie.ref}>
            {partie.nom}
            {partie.note ? <span className="text-muted"> – {partie.note}</span> : null}{' '}
            <AConfirmer raisons={readRaisons(vue, partie)} adresse={`${base}/convention/a-confirmer`} />
          </li>
        ))}
      </ul>
    </>
  )
}

/**
 * Who signs, represented by whom, authorised by which deliberation; then those of whom nothing says whether they sign,
 * and those who are known not to.
 */
export function Parties({ vue, base, lacune }: { vue: ConventionLue; base: string; lacune: string | null }) {
  const { signent, inconnus, autres } = groupParties(vue.parties)
  return (
    <Panneau
      className="texte"
      titre="Parties et délibérations"
      id="parties"
      sousTitre={
        [
          formatAnnonce(vue.signatairesAnnonces, signent.length, MOTS_SIGNATAIRE),
          signent.length > 0 ? formatSignataires(signent) : null,
        ]
          .filter(Boolean)
          .join(' · ') || undefined
      }
    >
      {signent.length === 0 ? (
        <EmptyState titre="Signataires non connus" pourquoi={lacune ?? 'Aucun signataire n’est saisi.'} />
      ) : (
        <Table caption="Signataires, représentants et délibérations" stacked>
          <thead>
            <tr>
              <Th>Organisme</Th>
              <Th>Représenté par</Th>
              <Th>Délibération</Th>
            </tr>
          </thead>
          <tbody>
            {signent.map((partie) => (
              <tr key={partie.ref}>
                <Th scope="row">
                  {partie.nom}{' '}
                  <AConfirmer raisons={readRaisons(vue, partie)} adresse={`${base}/convention/a-confirmer`} />
                  {[
                    partie.nomSource && partie.nomSource !== partie.nom ? `« ${partie.nomSource} »` : null,
                    partie.adresse,
                    partie.note,
                  ].map((mots) =>
                    mots ? (
                      <span key={mots} className="block text-sm font-normal text-muted">
                        {mots}
                      </span>
                    ) : null,
                  )}
                </Th>
                <Td label="Représenté par">
                  <Representants partie={partie} />
                </Td>
                <Td label="Délibération">
                  <Deliberation deliberation={partie.deliberation} lacune={findRaison(vue.lacunes, 'DELIBERATIONS')} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Liste titre="Cités, sans que leur signature soit connue" parties={inconnus} vue={vue} base={base} />
      <Liste titre="Participent sans signer" parties={autres} vue={vue} base={base} />
    </Panneau>
  )
}
