import { Badge } from '@/components/ui/badge'
import { Squares } from '@/components/ui/mesure/legend'
import type { MissionReference, PosteVue } from '@/lib/cooperation/postes/types/ecran'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import { colorOfTheme } from '../mots'
import { FrisePoste } from './frise-poste'
import { Histoire } from './histoire'
import { BoutonGeste, MenuPoste } from './menus'
import { MODES, NOMS_THEMES, formatEtatPoste, readEtat } from './mots'

interface Props {
  poste: PosteVue
  date: DateCivile
  today: DateCivile
  periode: Bornes | null
  missions: readonly MissionReference[]
  modifiable: boolean
  /** Its history is in sight from the start. */
  deplie: boolean
}

/** One post: what it is, who fills it, its picture over the period, its history. */
export function Poste({ poste, date, today, periode, missions, modifiable, deplie }: Props) {
  const { intitule, quotite, mode, themes, note, occupations, effectif } = poste
  const etat = readEtat(effectif)
  const siennes = missions.filter(({ numero }) => poste.missions.includes(numero))
  return (
    <article
      className="keep grid gap-2 border-b border-line py-4 last:border-b-0"
      aria-labelledby={`poste-${poste.id}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h4 id={`poste-${poste.id}`} className="font-semibold">
          {intitule}
        </h4>
        <span>
          {formatQuotite(quotite)} ETP, {MODES[mode].mot}
        </span>
        {themes.length > 0 ? (
          <Squares
            squares={NOMS_THEMES.map(({ code, nom }) => ({
              label: nom,
              color: colorOfTheme(code),
              on: themes.includes(code),
            }))}
          />
        ) : null}
        <Badge tone={etat.tone}>{etat.mot}</Badge>
        {modifiable ? (
          <span className="no-print ms-auto flex items-center gap-1">
            <BoutonGeste
              geste={{ genre: 'OCCUPER', poste: poste.id, remplace: null }}
              label="Prise de poste"
              nom={`Prise de poste, ${intitule}`}
            />
            <MenuPoste poste={poste.id} intitule={intitule} occupe={occupations.length > 0} />
          </span>
        ) : null}
      </div>
      <p>{formatEtatPoste(poste, date)}</p>
      {note ? <p className="text-sm text-muted">{note}</p> : null}
      {periode && occupations.length > 0 ? <FrisePoste poste={poste} periode={periode} today={today} /> : null}
      {occupations.length > 0 ? (
        <details open={deplie || undefined}>
          <summary>Qui a tenu ce poste ({formatCompte(occupations.length, 'occupation')})</summary>
          <Histoire poste={poste} modifiable={modifiable} />
        </details>
      ) : null}
      {siennes.length > 0 ? (
        <details>
          <summary>{formatCompte(siennes.length, 'mission')}</summary>
          <ul className="list-disc ps-5">
            {siennes.map(({ numero, texte }) => (
              <li key={numero}>{texte}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  )
}
