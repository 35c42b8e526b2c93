import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { formatNomTotal, MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import type { LigneCout, SchemaAnnee } from '@/lib/cooperation/couts/types'
import { formatIntervalle } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { ETATS, SITUATIONS } from '../mots'
import { formatAccordEtp } from '../postes/mots'
import { INCONNU, formatEstimation, formatNomLigne, formatTotal, listRaisons } from './mots'

/** Above this, the rows are folded under their totals. */
const LIGNES_DEPLIEES = 20

const formatEtp = (centiemes: number | null): string => (centiemes === null ? INCONNU : formatQuotite(centiemes))

function Rang({ ligne }: { ligne: LigneCout }) {
  const situation = SITUATIONS[ligne.situation]
  return (
    <tr>
      <Th scope="row">
        {formatNomLigne(ligne)}
        {ligne.genre === 'POSTE' && ligne.ligne ? (
          <span className="block text-sm font-normal text-muted">{ligne.ligne}</span>
        ) : null}
        {ligne.genre === 'POSTE' && ligne.situation === 'EXTERNALISE' ? (
          <span className="block text-sm font-normal text-muted">{SITUATIONS.EXTERNALISE?.mot}</span>
        ) : null}
        {ligne.genre === 'LIGNE' ? (
          <span className="block text-sm font-normal text-muted">
            aucun poste décrit{situation ? `, ${situation.mot} selon le schéma` : ''}
          </span>
        ) : null}
      </Th>
      <Td num label="Quotité">
        {formatEtp(ligne.quotite)}
      </Td>
      <Td num label="Pourvu en moyenne">
        {formatEtp(ligne.pourvu)}
      </Td>
      <Td num label="Vacant en moyenne">
        {formatEtp(ligne.vacant)}
      </Td>
      <Td num label="Coût estimé">
        {formatEstimation(ligne.cout)}
      </Td>
      <Td num label="Non dépensé, estimation">
        {formatEstimation(ligne.nonDepense)}
      </Td>
    </tr>
  )
}

function TableLignes({ schema }: { schema: SchemaAnnee }) {
  const combien = schema.lignes.length
  return (
    <Table
      caption={`Coût des postes, ${schema.libelle}, ${formatIntervalle(schema.bornes)}`}
      stacked
      dense
      scroll={`Coût des postes, ${schema.libelle}`}
    >
      <thead>
        <tr>
          <Th>Poste, ou ligne sans poste décrit</Th>
          <Th num>Quotité (ETP)</Th>
          <Th num>Pourvu en moyenne</Th>
          <Th num>Vacant en moyenne</Th>
          <Th num>Coût estimé</Th>
          <Th num>Non dépensé, estimation</Th>
        </tr>
      </thead>
      <tbody>
        {schema.lignes.map((ligne) => (
          <Rang key={ligne.cle} ligne={ligne} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Th scope="row">Total de ce qui est connu</Th>
          <Td num label={formatNomTotal(schema.etat)}>
            {schema.total === null
              ? INCONNU
              : `${formatQuotite(schema.total)} ${formatAccordEtp(schema.total, MOTS_TOTAL_SCHEMA[schema.etat])}`}
          </Td>
          <Td />
          <Td />
          <Td num label="Coût estimé">
            {formatTotal(schema.cout, combien)}
          </Td>
          <Td num label="Non dépensé, estimation">
            {formatTotal(schema.nonDepense, combien)}
          </Td>
        </tr>
      </tfoot>
    </Table>
  )
}

/** What each post of a schéma costs over the days of the year it covers. */
export function CoutsPostes({ schema, annee }: { schema: SchemaAnnee; annee: number }) {
  const { mot, tone } = ETATS[schema.etat]
  const raisons = listRaisons(schema.lignes.flatMap(({ cout, nonDepense }) => [cout, nonDepense]))
  const replie = schema.lignes.length > LIGNES_DEPLIEES
  return (
    <Panneau
      titre={`Ce que coûtent les postes en ${annee}`}
      sousTitre={
        <>
          {schema.libelle} <Badge tone={tone}>{mot}</Badge>
        </>
      }
    >
      {schema.partielle ? (
        <p className="text-muted">
          Ce schéma ne couvre qu’une partie de l’année : les moyennes et les coûts portent sur ces jours,{' '}
          {formatIntervalle(schema.bornes)}.
        </p>
      ) : null}
      {replie ? (
        <>
          <p>
            {`Coût estimé : ${formatTotal(schema.cout, schema.lignes.length)}. Non dépensé par vacance, estimation : ${formatTotal(schema.nonDepense, schema.lignes.length)}.`}
          </p>
          <details>
            <summary>Les {schema.lignes.length} postes et lignes</summary>
            <TableLignes schema={schema} />
          </details>
        </>
      ) : (
        <TableLignes schema={schema} />
      )}
      <div className="mt-3 grid gap-1 text-sm text-muted">
        <p>
          {
            'Coût estimé : la quotité × le coût par ETP, au prorata des jours. Non dépensé, estimation : le vacant en moyenne × le coût par ETP, au prorata des jours ; la dépense réelle peut différer.'
          }
        </p>
        <p>
          Chaque total est calculé exactement puis arrondi au centime : il peut différer d’un centime de la somme des
          lignes arrondies.
        </p>
        {raisons.map((raison) => (
          <p key={raison}>Non précisé, car {raison}.</p>
        ))}
      </div>
    </Panneau>
  )
}
