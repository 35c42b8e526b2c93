import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { VueMembre } from '@/lib/gouvernance/instances/types/ecran'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { MOTS_VOIX } from '@/lib/gouvernance/instances/words'

/** 'depuis le 1er mars 2026', 'du … au …'; null for a seat that follows the convention. */
function formatMandat({ debut, fin }: VueMembre): string | null {
  if (debut && fin) return `du ${formatDateCourte(debut)} au ${formatDateCourte(fin)}`
  if (debut) return `depuis le ${formatDateCourte(debut)}`
  return fin ? `jusqu’au ${formatDateCourte(fin)}` : null
}

const Inconnu = ({ mots }: { mots: string }) => <span className="text-muted">{mots}</span>

/** Which columns have something to say. */
function readColonnes(membres: readonly VueMembre[]) {
  return {
    personnes: membres.some(({ personne, suppleant }) => personne !== null || suppleant !== null),
    organismes: membres.some(({ organisme }) => organisme !== null),
    voix: membres.some(({ voix }) => voix !== 'NON_PRECISEE'),
    mandats: membres.some(({ debut, fin }) => debut !== null || fin !== null),
  }
}

function TableMembres({ membres, titre }: { membres: readonly VueMembre[]; titre: string }) {
  const colonnes = readColonnes(membres)
  return (
    <Table caption={titre} stacked>
      <thead>
        <tr>
          <Th>Membre</Th>
          {colonnes.personnes ? <Th>Personne</Th> : null}
          <Th>Fonction</Th>
          {colonnes.organismes ? <Th>Organisme</Th> : null}
          {colonnes.voix ? <Th>Voix</Th> : null}
          {colonnes.mandats ? <Th>Mandat</Th> : null}
        </tr>
      </thead>
      <tbody>
        {membres.map((membre) => {
          const { id, libelle, fonction, organisme, signataire, voix, personne, suppleant, coanimation, motifFin } =
            membre
          return (
            <tr key={id}>
              <Th scope="row" className="font-semibold">
                {libelle}
                {coanimation ? (
                  <span className="mt-1 block">
                    <Badge tone="info">Co-anime</Badge>
                  </span>
                ) : null}
              </Th>
              {colonnes.personnes ? (
                <Td label="Personne">
                  {personne ?? <Inconnu mots="non nommée" />}
                  {suppleant ? <span className="block text-sm text-muted">{`suppléant : ${suppleant}`}</span> : null}
                </Td>
              ) : null}
              <Td label="Fonction">{fonction ?? <Inconnu mots="non précisée" />}</Td>
              {colonnes.organismes ? (
                <Td label="Organisme">
                  {organisme ?? <Inconnu mots="non précisé" />}
                  {organisme && signataire === false ? (
                    <span className="block text-sm text-muted">ne signe pas la convention</span>
                  ) : null}
                </Td>
              ) : null}
              {colonnes.voix ? (
                <Td label="Voix" className={voix === 'NON_PRECISEE' ? 'text-muted' : undefined}>
                  {MOTS_VOIX[voix]}
                </Td>
              ) : null}
              {colonnes.mandats ? (
                <Td label="Mandat">
                  {formatMandat(membre) ?? <Inconnu mots="sans date" />}
                  {motifFin ? <span className="block text-sm text-muted">{motifFin}</span> : null}
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

export interface MembresProps {
  /** Whose mandate runs or is to come. */
  membres: readonly VueMembre[]
  /** Whose mandate is over. */
  anciens: readonly VueMembre[]
  quorum: number | null
  quorumTexte: string | null
  /** Where members are named, for those who may. */
  modifier: string | null
}

function formatQuorum({ quorum, quorumTexte }: Pick<MembresProps, 'quorum' | 'quorumTexte'>): string | null {
  const nombre = quorum === null ? null : formatCompte(quorum, 'membre à voix décisive', 'membres à voix décisive')
  const phrase = quorumTexte === null ? null : `« ${quorumTexte} »`
  return nombre === null && phrase === null
    ? null
    : `Quorum : ${[nombre, phrase].filter((mots) => mots !== null).join(', ')}`
}

/** Who sits in an instance, and who did. A member is not necessarily a signatory: it is said. */
export function Membres({ membres, anciens, quorum, quorumTexte, modifier }: MembresProps) {
  return (
    <Panneau titre="Membres" sousTitre={formatQuorum({ quorum, quorumTexte })}>
      {membres.length === 0 ? (
        <EmptyState
          titre={anciens.length > 0 ? 'Plus aucun membre en mandat' : 'Aucun membre nommé'}
          pourquoi={
            anciens.length > 0 ? 'Tous les mandats sont terminés.' : 'Qui siège dans cette instance n’est pas saisi.'
          }
          suite={modifier ? <ButtonLink href={modifier}>Nommer les membres</ButtonLink> : null}
        />
      ) : (
        <TableMembres membres={membres} titre="Membres de l’instance" />
      )}
      {anciens.length > 0 ? (
        <details className="no-print mt-3">
          <summary className="w-fit text-primary underline underline-offset-4">
            {formatCompte(anciens.length, 'mandat terminé', 'mandats terminés')}
          </summary>
          <div className="mt-2">
            <TableMembres membres={anciens} titre="Mandats terminés" />
          </div>
        </details>
      ) : null}
    </Panneau>
  )
}
