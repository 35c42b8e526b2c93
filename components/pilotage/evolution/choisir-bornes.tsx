'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Field, fieldAria, fieldId } from '@/components/ui/saisie/field'
import { DateInput } from '@/components/ui/saisie/inputs'
import type { BornesEvolution } from '@/lib/pilotage/evolution/types'

/** A held meeting to choose. */
interface ReunionAChoisir {
  ref: string
  instance: string
  /** Its day in words. */
  jour: string
}

interface BorneProps {
  /** Names of the two fields: a meeting, or a day. */
  champs: { reunion: string; jour: string }
  titre: string
  reunion: string
  jour: string
  vide: string
  aide: string
  tenues: readonly ReunionAChoisir[]
  today: string
}

/** One end: a held meeting, or a day. Choosing one gives up the other. */
function Borne({ champs, titre, reunion, jour, vide, aide, tenues, today }: BorneProps) {
  const [choix, setChoix] = useState({ reunion, jour })
  const id = fieldId(champs.reunion)
  const instances = [...new Set(tenues.map(({ instance }) => instance))]
  return (
    <fieldset className="grid content-start gap-4">
      <legend className="mb-2 font-semibold">{titre}</legend>
      <Field id={id} label="Une réunion tenue" hint={undefined} error={undefined}>
        <select
          id={id}
          name={champs.reunion}
          className="control"
          value={choix.reunion}
          {...fieldAria(id, { hint: undefined, error: undefined })}
          onChange={(event) =>
            setChoix({ reunion: event.target.value, jour: event.target.value === '' ? choix.jour : '' })
          }
        >
          <option value="">{vide}</option>
          {instances.map((instance) => (
            <optgroup key={instance} label={instance}>
              {tenues
                .filter((tenue) => tenue.instance === instance)
                .map(({ ref, jour: quand }) => (
                  <option key={ref} value={ref}>
                    {quand}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <DateInput
        name={champs.jour}
        label="Ou une date"
        hint={aide}
        value={choix.jour}
        max={today}
        onChange={(event) =>
          setChoix({ jour: event.target.value, reunion: event.target.value === '' ? choix.reunion : '' })
        }
      />
    </fieldset>
  )
}

export interface ChoisirBornesProps {
  adresse: string
  bornes: BornesEvolution
  tenues: readonly ReunionAChoisir[]
  today: string
}

/** The two ends of the comparison, held in the address. Works as a plain form before the page’s program runs. */
export function ChoisirBornes({ adresse, bornes, tenues, today }: ChoisirBornesProps) {
  const router = useRouter()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const query = new URLSearchParams()
    for (const [cle, valeur] of new FormData(event.currentTarget))
      if (typeof valeur === 'string' && valeur !== '') query.set(cle, valeur)
    router.push(query.size > 0 ? `${adresse}?${query}` : adresse)
  }
  return (
    <form action={adresse} className="grid gap-5" onSubmit={handleSubmit}>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <Borne
          champs={{ reunion: 'reunion', jour: 'depuis' }}
          titre="Depuis"
          vide="Le dernier COPIL tenu"
          aide="Ce jour compris."
          tenues={tenues}
          today={today}
          reunion={bornes.reunion?.ref ?? ''}
          jour={bornes.origine === 'DATE' ? bornes.depuis : ''}
        />
        <Borne
          champs={{ reunion: 'fin', jour: 'jusque' }}
          titre="Jusqu’à"
          vide="Aujourd’hui"
          aide="Ce jour compris."
          tenues={tenues}
          today={today}
          reunion={bornes.terme?.ref ?? ''}
          jour={bornes.terme === null && bornes.jusque !== today ? bornes.jusque : ''}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary">
          Comparer
        </Button>
        <ButtonLink href={adresse}>Revenir au dernier COPIL</ButtonLink>
      </div>
    </form>
  )
}
