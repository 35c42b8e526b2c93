import type { LigneIndicateur } from '@/lib/plan-action/queries-plan-sql'
import { formatMesure } from '../valeurs'

/** Lines of indicators the address asks for, each with its value of the year or its absence. */
export function LignesIndicateurs({ lignes }: { lignes: LigneIndicateur[] }) {
  if (lignes.length === 0) return null
  return (
    <ul className="mt-2 border-s-2 border-line ps-3 text-sm">
      {lignes.map(({ id, libelle, nature, unite, mesure }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 py-0.5">
          <span className="min-w-0 flex-1 basis-56">{libelle}</span>
          <span className={mesure ? 'font-semibold' : 'text-muted'}>{mesure ? `${formatMesure(nature, mesure, unite)} (${mesure.periode})` : 'non renseigné'}</span>
        </li>
      ))}
    </ul>
  )
}
