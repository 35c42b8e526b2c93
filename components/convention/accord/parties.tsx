import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConventionLue, PartieLue } from '@/lib/convention/accord/queries'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { AConfirmer, Inconnu } from './mots'

/** Reasons to confirm something of an organisme: itself, or its deliberation. */
function readRaisons(vue: ConventionLue, partie: PartieLue): string[] {
  return vue.reserves
    .filter((r) => (r.type === 'ORGANISME' || r.type === 'DELIBERATION') && r.ref === partie.ref)
    .map((r) => r.raison)
}

function Representants({ partie }: { partie: PartieLue }) {
  if (partie.representants.length === 0) return <Inconnu />
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
        </li>
      ))}
    </ul>
  )
}

/** Who signs, represented by whom, authorised by which deliberation. */
export function Parties({ vue, base, lacune }: { vue: ConventionLue; base: string; lacune: string | null }) {
  const signataires = vue.parties.filter((partie) => partie.signataire)
  const autres = vue.parties.filter((partie) => !partie.signataire)
  const signatures = signataires.flatMap((partie) => partie.representants.filter((r) => r.signe))
  const personnes = new Set(signatures.map((personne) => personne.nom)).size
  const avecDeliberation = signataires.filter((partie) => partie.deliberation)
  const inconnues = avecDeliberation.filter((partie) => partie.deliberation?.date === null).length
  return (
    <Panneau
      className="texte"
      titre="Parties et délibérations"
      id="parties"
      sousTitre={
        signataires.length > 0
          ? [
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
          : undefined
      }
    >
      {signataires.length === 0 ? (
        <EmptyState
          titre="Signataires non connus"
          pourquoi={lacune ?? 'Le document ne nomme pas les signataires de la convention.'}
        />
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
            {signataires.map((partie) => (
              <tr key={partie.ref}>
                <Th scope="row">
                  {partie.nom}{' '}
                  <AConfirmer raisons={readRaisons(vue, partie)} adresse={`${base}/convention/a-confirmer`} />
                  {partie.adresse ? (
                    <span className="block text-sm font-normal text-muted">{partie.adresse}</span>
                  ) : null}
                </Th>
                <Td label="Représenté par">
                  <Representants partie={partie} />
                </Td>
                <Td label="Délibération">
                  {partie.deliberation?.date ? (
                    formatDateCourte(partie.deliberation.date)
                  ) : partie.deliberation ? (
                    <span className="text-muted">date inconnue</span>
                  ) : (
                    <Inconnu />
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {autres.length > 0 ? (
        <>
          <h3>Participent sans signer</h3>
          <ul className="rows">
            {autres.map((partie) => (
              <li key={partie.ref}>
                {partie.nom}
                {partie.note ? <span className="text-muted"> – {partie.note}</span> : null}{' '}
                <AConfirmer raisons={readRaisons(vue, partie)} adresse={`${base}/convention/a-confirmer`} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panneau>
  )
}
