import { Badge } from '@/components/ui/badge'
import { Table, Td, Th } from '@/components/ui/table'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import { computeTotal, isAdditive } from '@/lib/plan-action/indicateurs/rules/ventilation'
import { formatMesure, formatValeur } from '@/components/plan-action/champs/valeurs'
import { formatSource } from '@/components/plan-action/indicateurs/mots'

/** Periods that a breakdown was entered for, each with the values of its parts. */
function listPeriodes({ mesures }: IndicateurEcrit) {
  const ventilees = mesures.filter(({ ventilation, etat }) => ventilation !== null && etat === 'CONFIRMEE')
  return [...new Set(ventilees.map(({ periode }) => periode))].map((periode) => ({
    periode,
    parts: new Map(ventilees.filter((une) => une.periode === periode).map((une) => [une.ventilation ?? '', une])),
  }))
}

/** The parts of a breakdown side by side; a total only when every part is known and adding them means something. */
export function Ventilation({ indicateur }: { indicateur: IndicateurEcrit }) {
  const { nature, unite, ventiles, libelle } = indicateur
  const periodes = listPeriodes(indicateur)
  if (periodes.length === 0) return null
  const noms = [...new Set([...ventiles, ...periodes.flatMap(({ parts }) => [...parts.keys()])])]
  return (
    <Table caption={`${libelle}, part par part`} dense scroll={`${libelle}, part par part`} className="text-sm">
      <thead>
        <tr>
          <Th>Part</Th>
          {periodes.map(({ periode }) => (
            <Th key={periode} num>
              {periode}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {noms.map((nom) => (
          <tr key={nom}>
            <Th scope="row">{nom}</Th>
            {periodes.map(({ periode, parts }) => {
              const mesure = parts.get(nom)
              return (
                <Td key={periode} num>
                  {mesure ? formatMesure(nature, mesure, null) : 'non renseigné'}
                </Td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {isAdditive(nature) && ventiles.length > 0 ? (
        <tfoot>
          <tr>
            <Th scope="row">Total</Th>
            {periodes.map(({ periode, parts }) => {
              const { total, manquantes } = computeTotal(
                nature,
                noms,
                new Map([...parts].map(([nom, { valeur }]) => [nom, valeur])),
              )
              return (
                <Td key={periode} num>
                  {total === null ? `${manquantes.length} à renseigner` : formatValeur(nature, total, unite)}
                </Td>
              )
            })}
          </tr>
        </tfoot>
      ) : null}
    </Table>
  )
}

/** Every value with its source: what the picture says, for everyone. */
export function TableMesures({ indicateur }: { indicateur: IndicateurEcrit }) {
  const { nature, unite, libelle, mesures, source } = indicateur
  return (
    <>
      <Table caption={`Valeurs : ${libelle}`} dense stacked className="max-w-2xl text-sm">
        <thead>
          <tr>
            <Th>Période</Th>
            <Th>Valeur</Th>
            <Th>Source</Th>
          </tr>
        </thead>
        <tbody>
          {mesures.map((mesure) => (
            <tr key={mesure.id}>
              <Th scope="row">
                {mesure.periode}
                {mesure.ventilation ? <span className="block text-muted">{mesure.ventilation}</span> : null}
              </Th>
              <Td label="Valeur">
                <span>
                  {formatMesure(nature, mesure, unite)}{' '}
                  {mesure.etat === 'PROPOSEE' ? <Badge tone="warn">proposée</Badge> : null}
                  {mesure.etat === 'PROPOSEE' && mesure.motif ? (
                    <span className="block text-muted">{mesure.motif}</span>
                  ) : null}
                </span>
              </Td>
              <Td label="Source">{mesure.source ?? 'non précisée'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {source ? <p className="text-sm text-muted">{formatSource(source)}</p> : null}
    </>
  )
}
