import type { LigneIndicateur, MesureLue } from '@/lib/plan-action/indicateurs/sql'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import { formatMesure } from '@/components/plan-action/champs/valeurs'

function Valeur({
  nature,
  unite,
  mesure,
}: {
  nature: NatureIndicateur
  unite: string | null
  mesure: MesureLue | null
}) {
  return (
    <span className={mesure ? 'font-semibold' : 'text-muted'}>
      {mesure ? `${formatMesure(nature, mesure, unite)} (${mesure.periode})` : 'non renseigné'}
    </span>
  )
}

/** Lines of indicators the address asks for, each with its value of the year or its absence; a split line with its parts. */
export function LignesIndicateurs({ lignes }: { lignes: LigneIndicateur[] }) {
  if (lignes.length === 0) return null
  return (
    <ul className="mt-2 border-s-2 border-line ps-3 text-sm">
      {lignes.map(({ id, libelle, parts, ...ligne }) => (
        <li key={id} className="py-0.5">
          <div className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 flex-1 basis-56">{libelle}</span>
            {parts.length === 0 ? <Valeur {...ligne} /> : null}
          </div>
          {parts.length > 0 ? (
            <ul className="ps-3">
              {parts.map((part, rang) => (
                <li key={rang} className="flex flex-wrap justify-between gap-x-4">
                  <span className="min-w-0 flex-1 basis-56">{part.libelle}</span>
                  <Valeur {...part} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
