import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { EtatMarge } from '@/lib/cooperation/schemas/rules/equilibre'
import { isConnu } from '@/lib/cooperation/postes/rules/pourvu'
import type { Partage } from '@/lib/cooperation/schemas/rules/partage'
import { formatNomTotal, MOTS_PARTAGE, MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import type { SchemaVue, TotauxPostes } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { formatAccordEtp } from '../postes/mots'
import { formatPeriode } from '../mots'
import { Barres, type Barre } from './barres'

interface Props {
  schema: SchemaVue
  totaux: TotauxPostes
  marges: { PORTEUR: EtatMarge; THEMATIQUE: EtatMarge }
  partage: Partage
  date: DateCivile
}

function formatLecture({ schema, totaux, marges, partage }: Props): string {
  const connu = isConnu(totaux)
  const reparti = [
    ...(marges.PORTEUR.renseignee ? [`${formatQuotite(marges.PORTEUR.somme)} entre porteurs`] : []),
    ...(marges.THEMATIQUE.renseignee
      ? [`${formatQuotite(marges.THEMATIQUE.somme)} ${MOTS_PARTAGE[partage].comment}`]
      : []),
  ]
  const mot = MOTS_TOTAL_SCHEMA[schema.etat]
  const convenu =
    schema.total === null
      ? `Le total ${mot} n’est pas connu`
      : `${formatQuotite(schema.total)} ETP ${formatAccordEtp(schema.total, mot)}${mot === 'convenu' ? ' avec la Caf' : ''}`
  const parts = reparti.length > 0 ? `, répartis : ${formatListe(reparti)}` : ', sans répartition communiquée'
  const postes = connu
    ? `${formatQuotite(totaux.pourvu)} ETP ${formatAccordEtp(totaux.pourvu, 'pourvu')} sur ${formatQuotite(totaux.prevu)}`
    : 'rien ne dit ce qui est pourvu'
  return `${convenu}${parts} ; ${postes}.`
}

/** A schéma as a picture: agreed or proposed, shared out, filled, one bar each. */
export function ImageSchema(props: Props) {
  const { schema, totaux, marges, partage, date } = props
  const connu = isConnu(totaux)
  const barres: Barre[] = [
    { libelle: formatNomTotal(schema.etat), valeur: schema.total, absence: 'non précisé', color: 'primary' },
    {
      libelle: 'Réparti entre porteurs',
      valeur: marges.PORTEUR.renseignee ? marges.PORTEUR.somme : null,
      absence: 'non communiqué',
      color: 'en-cours',
    },
    {
      libelle: MOTS_PARTAGE[partage].reparti,
      valeur: marges.THEMATIQUE.renseignee ? marges.THEMATIQUE.somme : null,
      absence: 'non communiqué',
      color: 'en-cours',
    },
    {
      libelle: 'Pourvu',
      valeur: connu ? totaux.pourvu : null,
      absence: totaux.decrit > 0 ? 'non précisé' : 'aucun poste décrit',
      color: 'realisee',
    },
  ]
  const precisions = [
    '',
    marges.PORTEUR.phrase,
    marges.THEMATIQUE.phrase,
    connu && totaux.sansDescription > 0 ? `${formatQuotite(totaux.sansDescription)} ETP sans poste décrit` : '',
  ]
  return (
    <Panneau titre="Total, réparti, pourvu" sousTitre={`Schéma ${formatPeriode(schema)}, au ${formatDateCourte(date)}`}>
      <Barres titre="Total, réparti et pourvu" lecture={formatLecture(props)} barres={barres} />
      <details className="mt-3">
        <summary>Les mêmes chiffres en tableau</summary>
        <Table caption="Total, réparti et pourvu" dense>
          <thead>
            <tr>
              <Th>Quantité</Th>
              <Th num>ETP</Th>
              <Th>Précision</Th>
            </tr>
          </thead>
          <tbody>
            {barres.map(({ libelle, valeur, absence }, rang) => (
              <tr key={libelle}>
                <Th scope="row">{libelle}</Th>
                <Td num>{valeur === null ? '–' : formatQuotite(valeur)}</Td>
                <Td>{valeur === null ? absence : precisions[rang]}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Panneau>
  )
}
