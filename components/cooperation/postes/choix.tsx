import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { ChoiceCards } from '@/components/ui/tabs'
import type { VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatNoteSchema, formatPeriode } from '../mots'

/** Which schéma. */
export function ChoixSchema({ vue, base }: { vue: VuePostes; base: string }) {
  if (vue.schemas.length === 0) return null
  return (
    <ChoiceCards
      label="Schémas de coopération"
      cards={vue.schemas.map((schema) => ({
        href: `${base}?schema=${schema.ref}`,
        surtitre: formatPeriode(schema),
        valeur: schema.total === null ? '– ETP' : `${formatQuotite(schema.total)} ETP`,
        note: formatNoteSchema(schema, vue.redacteur),
        actif: schema.id === vue.schema?.id,
      }))}
    />
  )
}

/** At which date: kept in the address. */
export function ChoixDate({ vue, base }: { vue: VuePostes; base: string }) {
  const { schema, date, today } = vue
  if (!schema) return null
  const href = (jour: string) => `${base}?schema=${schema.ref}&date=${jour}`
  const dedans = (schema.debut === null || schema.debut <= today) && (schema.fin === null || today <= schema.fin)
  const reperes = [
    ...(dedans ? [{ jour: today, mot: 'aujourd’hui' }] : []),
    ...(schema.debut ? [{ jour: schema.debut, mot: 'premier jour du schéma' }] : []),
    ...(schema.fin ? [{ jour: schema.fin, mot: 'dernier jour' }] : []),
  ].filter(({ jour }) => jour !== date)
  return (
    <form action={base} className="no-print flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="schema" value={schema.ref} />
      <DateInput
        key={date}
        id="date-consultee"
        name="date"
        label="À la date du"
        defaultValue={date}
        min={schema.debut ?? undefined}
        max={schema.fin ?? undefined}
      />
      <Button type="submit">Afficher</Button>
      {reperes.length > 0 ? (
        <p className="flex flex-wrap gap-x-4 py-1.5">
          {reperes.map(({ jour, mot }) => (
            <Link key={mot} className="link" scroll={false} href={href(jour)}>
              {mot}
            </Link>
          ))}
        </p>
      ) : null}
    </form>
  )
}
