import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { LignePostes, PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { SITUATIONS } from '../mots'
import { BoutonGeste } from './menus'
import { formatVacance, readEtat } from './mots'

/** Above this, what nobody describes yet is folded. */
const LIGNES_DEPLIEES = 14

const isVide = (ligne: LignePostes): boolean => ligne.postes.length === 0 && (ligne.quotite ?? 0) === 0

function Entete({ modifiable }: { modifiable: boolean }) {
  return (
    <thead>
      <tr>
        <Th>Ligne du schéma</Th>
        <Th num>Prévu</Th>
        <Th num>Postes</Th>
        <Th num>Pourvu</Th>
        <Th num>Présent</Th>
        <Th num>Vacant</Th>
        <Th>Situation</Th>
        {modifiable ? (
          <Th>
            <span className="visually-hidden">Décrire</span>
          </Th>
        ) : null}
      </tr>
    </thead>
  )
}

function Situation({ ligne }: { ligne: LignePostes }) {
  const { effectif, situation, note, vacantDepuis } = ligne
  if (effectif === null) {
    const ecrite = SITUATIONS[situation]
    return (
      <>
        {ecrite ? (
          <Badge tone={ecrite.tone}>{ecrite.mot}</Badge>
        ) : (
          <span className="text-muted">{note === null && ligne.quotite !== 0 ? 'non précisée' : ''}</span>
        )}
        {note ? <span className="block text-sm text-muted">{note}</span> : null}
      </>
    )
  }
  const etat = readEtat(effectif)
  return (
    <>
      <Badge tone={etat.tone}>{etat.mot}</Badge>
      {vacantDepuis && etat.tone === 'warn' ? (
        <span className="block text-sm text-muted">{formatVacance(vacantDepuis)}</span>
      ) : null}
    </>
  )
}

function Ligne({ ligne, modifiable }: { ligne: LignePostes; modifiable: boolean }) {
  const { effectif, quotite, postes, decoupe, libelle } = ligne
  const valeur = (centiemes: number | undefined) => (centiemes === undefined ? '–' : formatQuotite(centiemes))
  return (
    <tr>
      <Th scope="row">{postes.length > 0 ? <a href={`#ligne-${ligne.id}`}>{libelle}</a> : libelle}</Th>
      <Td num label="Prévu">
        {quotite === null ? '–' : formatQuotite(quotite)}
      </Td>
      <Td num label="Postes">
        <div>
          {postes.length === 0 ? '–' : formatQuotite(decoupe)}
          {postes.length > 0 && quotite !== null && decoupe !== quotite ? (
            <span className="block text-sm text-muted">
              {decoupe < quotite
                ? `${formatQuotite(quotite - decoupe)} sans poste`
                : `${formatQuotite(decoupe - quotite)} de plus`}
            </span>
          ) : null}
        </div>
      </Td>
      <Td num label="Pourvu">
        {valeur(effectif?.pourvu)}
      </Td>
      <Td num label="Présent">
        {valeur(effectif?.present)}
      </Td>
      <Td num label="Vacant">
        {valeur(effectif?.vacant)}
      </Td>
      <Td label="Situation">
        <div>
          <Situation ligne={ligne} />
        </div>
      </Td>
      {modifiable ? (
        <Td className="text-end">
          <BoutonGeste
            geste={{ genre: 'POSTE', poste: null, ligne: ligne.id }}
            label="Décrire"
            nom={`Décrire un poste de ${libelle}`}
            variant="ghost"
          />
        </Td>
      ) : null}
    </tr>
  )
}

function TableLignes({
  lignes,
  modifiable,
  caption,
}: {
  lignes: readonly LignePostes[]
  modifiable: boolean
  caption: string
}) {
  return (
    <Table caption={caption} dense stacked>
      <Entete modifiable={modifiable} />
      <tbody>
        {lignes.map((ligne) => (
          <Ligne key={ligne.id} ligne={ligne} modifiable={modifiable} />
        ))}
      </tbody>
    </Table>
  )
}

interface Props {
  lignes: readonly LignePostes[]
  sansLigne: readonly PosteVue[]
  date: DateCivile
  modifiable: boolean
}

/** Each line: what is agreed, how it is cut into posts, who fills it; what nothing describes is folded when it is long. */
export function LignesPostes({ lignes, sansLigne, date, modifiable }: Props) {
  const pleines = lignes.filter((ligne) => !isVide(ligne))
  const vides = lignes.filter(isVide)
  const replie = pleines.length > LIGNES_DEPLIEES && pleines.some(({ postes }) => postes.length > 0)
  const montrees = replie ? pleines.filter(({ postes }) => postes.length > 0) : pleines
  const repliees = replie ? pleines.filter(({ postes }) => postes.length === 0) : []
  return (
    <Panneau
      titre="Ligne par ligne"
      sousTitre={`Au ${formatDateCourte(date)}. Tant qu’aucun poste n’est décrit, la situation est celle que le document écrit.`}
      actions={
        modifiable ? (
          <BoutonGeste geste={{ genre: 'POSTE', poste: null, ligne: null }} label="Décrire un poste" size="md" />
        ) : undefined
      }
    >
      {lignes.length === 0 ? (
        <p className="text-muted">
          Ce schéma ne donne pas de répartition par porteur{modifiable ? ' : ses postes se décrivent sans ligne.' : '.'}
        </p>
      ) : null}
      {montrees.length > 0 ? (
        <TableLignes lignes={montrees} modifiable={modifiable} caption="Lignes du schéma et leurs postes" />
      ) : null}
      {repliees.length > 0 ? (
        <details className="mt-3">
          <summary>
            {formatCompte(
              repliees.length,
              'ligne dont aucun poste n’est décrit',
              'lignes dont aucun poste n’est décrit',
            )}
          </summary>
          <TableLignes lignes={repliees} modifiable={modifiable} caption="Lignes dont aucun poste n’est décrit" />
        </details>
      ) : null}
      {vides.length > 0 ? (
        <details className="mt-3">
          <summary>{formatCompte(vides.length, 'ligne')} à 0 ou sans chiffre</summary>
          <TableLignes lignes={vides} modifiable={false} caption="Lignes à 0 ou sans chiffre" />
        </details>
      ) : null}
      {sansLigne.length > 0 ? (
        <p className="mt-3 text-sm text-muted">
          {formatCompte(sansLigne.length, 'poste')}{' '}
          {formatAccord(sansLigne.length, 'n’est rattaché', 'ne sont rattachés')} à aucune ligne : voir plus bas.
        </p>
      ) : null}
    </Panneau>
  )
}
