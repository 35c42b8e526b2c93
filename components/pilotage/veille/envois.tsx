import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Table, Td, Th } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tokens'
import type { EnvoiVu, VueVeille } from '@/lib/pilotage/veille/types'
import { formatCompte } from '@/lib/platform/typographie'

const ETATS: Record<EnvoiVu['etat'], { mots: string; tone: Tone }> = {
  ENVOYE: { mots: 'Remis', tone: 'ok' },
  A_ENVOYER: { mots: 'En attente du serveur', tone: 'warn' },
  ABANDONNE: { mots: 'Non remis', tone: 'bad' },
}

/** Whether a message reached the mail server. */
export function EtatEnvoi({ etat }: { etat: EnvoiVu['etat'] }) {
  return <Badge tone={ETATS[etat].tone}>{ETATS[etat].mots}</Badge>
}

function Dit({ phrases }: { phrases: readonly string[] }) {
  const [premiere, ...reste] = phrases
  if (reste.length === 0) return <>{premiere}</>
  return (
    <details>
      <summary className="w-fit">{formatCompte(phrases.length, 'point')}</summary>
      <ul className="mt-1 list-disc pl-5">
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </details>
  )
}

/** Who was told what of this convention, and when. */
export function Envois({ envois, adresse }: { envois: VueVeille['envois']; adresse: string }) {
  const { lignes, total, page, pages } = envois
  if (lignes.length === 0) {
    return (
      <EmptyState
        titre="Personne n’a encore été prévenu"
        pourquoi="Chaque message envoyé s’inscrira ici, avec ce qu’il disait de cette convention."
      />
    )
  }
  return (
    <>
      <Table caption="Messages envoyés, les plus récents d’abord" stacked>
        <thead>
          <tr>
            <Th>Quand</Th>
            <Th>Qui</Th>
            <Th>Ce qui a été dit</Th>
            <Th>État</Th>
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ id, nom, fonction, jour, quand, etat, phrases }) => (
            <tr key={id}>
              <Td label="Quand" className="lg:w-52">
                <span className="first-letter:uppercase inline-block">{quand ?? jour}</span>
              </Td>
              <Th scope="row" className="lg:w-48">
                {nom}
                {fonction ? <span className="block text-sm font-normal text-muted">{fonction}</span> : null}
              </Th>
              <Td label="Dit">
                <Dit phrases={phrases} />
              </Td>
              <Td label="État" className="lg:w-40">
                <EtatEnvoi etat={etat} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pagination
        page={page}
        pages={pages}
        href={(n) => `${adresse}?page=${n}#envois`}
        resume={formatCompte(total, 'message')}
      />
    </>
  )
}
