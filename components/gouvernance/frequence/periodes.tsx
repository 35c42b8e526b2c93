import { Table, Td, Th } from '@/components/ui/table'
import type { VuePeriode } from '@/lib/gouvernance/instances/types/ecran'
import { formatCompte } from '@/lib/platform/typographie'
import { EtatFrequence } from './etat'

function TablePeriodes({ periodes, titre }: { periodes: readonly VuePeriode[]; titre: string }) {
  return (
    <Table caption={titre} dense stacked>
      <thead>
        <tr>
          <Th>Période</Th>
          <Th num>Tenues</Th>
          <Th num>Prévues</Th>
          <Th num>Demandées</Th>
          <Th>État</Th>
          <Th>Lecture</Th>
        </tr>
      </thead>
      <tbody>
        {periodes.map(({ titre: periode, tenues, prevues, requis, maximum, etat, raison }) => (
          <tr key={periode}>
            <Th scope="row" className="font-semibold first-letter:uppercase">
              {periode}
            </Th>
            <Td num label="Tenues">
              {tenues}
            </Td>
            <Td num label="Prévues">
              {prevues}
            </Td>
            <Td num label="Demandées">
              {maximum === null || maximum === requis ? (requis ?? '–') : `${requis ?? 0} à ${maximum}`}
            </Td>
            <Td label="État">
              <EtatFrequence etat={etat} />
            </Td>
            <Td className="text-sm">{raison}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Each period of the rule, judged: those over and those to come open on demand. */
export function Periodes({ periodes }: { periodes: readonly VuePeriode[] }) {
  const groupes = [
    { temps: 'PASSEE', mots: (n: number) => formatCompte(n, 'période passée', 'périodes passées') },
    { temps: 'EN_COURS', mots: () => 'Période en cours' },
    { temps: 'A_VENIR', mots: (n: number) => formatCompte(n, 'période à venir', 'périodes à venir') },
  ] as const
  return groupes.map(({ temps, mots }) => {
    const siennes = periodes.filter((periode) => periode.temps === temps)
    if (siennes.length === 0) return null
    const titre = mots(siennes.length)
    return (
      <details key={temps} open={temps === 'EN_COURS'} className="no-print">
        <summary className="w-fit text-primary underline underline-offset-4">{titre}</summary>
        <div className="mt-2">
          <TablePeriodes periodes={siennes} titre={titre} />
        </div>
      </details>
    )
  })
}
