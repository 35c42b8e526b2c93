import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { EtatMarge } from '@/lib/cooperation/schemas/rules/equilibre'
import type { SchemaVue, TotauxPostes } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe, formatTypographie } from '@/lib/platform/typographie'
import { formatPeriode } from '../mots'
import { Barres, type Barre } from './barres'

interface Props {
  schema: SchemaVue
  totaux: TotauxPostes
  marges: { PORTEUR: EtatMarge; THEMATIQUE: EtatMarge }
  date: DateCivile
}

function formatLecture({ schema, totaux, marges }: Props): string {
  const reparti = [
    ...(marges.PORTEUR.renseignee ? [`${formatQuotite(marges.PORTEUR.somme)} par commune`] : []),
    ...(marges.THEMATIQUE.renseignee ? [`${formatQuotite(marges.THEMATIQUE.somme)} par thématique`] : []),
  ]
  const convenu =
    schema.total === null
      ? 'Le total convenu n’est pas connu'
      : `${formatQuotite(schema.total)} ETP convenus avec la Caf`
  const parts = reparti.length > 0 ? `, répartis : ${formatListe(reparti)}` : ', sans répartition communiquée'
  const postes =
    totaux.prevu > 0
      ? `${formatQuotite(totaux.pourvu)} ETP en poste sur ${formatQuotite(totaux.prevu)} décrits`
      : 'aucun poste n’est décrit, ce qui est pourvu n’est donc pas connu'
  return formatTypographie(`${convenu}${parts} ; ${postes}.`)
}

/** A schéma as a picture: agreed, shared out, filled, one bar each. */
export function ImageSchema(props: Props) {
  const { schema, totaux, marges, date } = props
  const decrits = totaux.prevu > 0
  const barres: Barre[] = [
    { libelle: 'Convenu avec la Caf', valeur: schema.total, absence: 'non précisé', color: 'primary' },
    {
      libelle: 'Réparti par commune',
      valeur: marges.PORTEUR.renseignee ? marges.PORTEUR.somme : null,
      absence: 'non communiqué',
      color: 'en-cours',
    },
    {
      libelle: 'Réparti par thématique',
      valeur: marges.THEMATIQUE.renseignee ? marges.THEMATIQUE.somme : null,
      absence: 'non communiqué',
      color: 'en-cours',
    },
    { libelle: 'En poste', valeur: decrits ? totaux.pourvu : null, absence: 'aucun poste décrit', color: 'realisee' },
  ]
  const precisions = [
    '',
    marges.PORTEUR.phrase,
    marges.THEMATIQUE.phrase,
    decrits && totaux.sansDescription > 0 ? `${formatQuotite(totaux.sansDescription)} ETP sans poste décrit` : '',
  ]
  return (
    <Panneau
      titre="Convenu, réparti, pourvu"
      sousTitre={`Schéma ${formatPeriode(schema)}, au ${formatDateCourte(date)}`}
    >
      <Barres titre="Convenu, réparti et pourvu" lecture={formatLecture(props)} barres={barres} />
      <details className="mt-3">
        <summary>Les mêmes chiffres en tableau</summary>
        <Table caption="Convenu, réparti et pourvu" dense>
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
