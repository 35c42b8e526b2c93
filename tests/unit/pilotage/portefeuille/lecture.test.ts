import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateInstances, type InstanceLue } from '@/lib/gouvernance/frequence/sql'
import { computeChiffreInstances } from '@/lib/pilotage/copil/rules/chiffres'
import { readLigne } from '@/lib/pilotage/portefeuille/read'
import type { ConventionComptee } from '@/lib/pilotage/portefeuille/sql'
import { addDays, maxDate, minDate, yearOf } from '@/lib/platform/dates'
import { regle } from '@/tests/unit/gouvernance/frequence/cas'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const jour = fc.integer({ min: 0, max: 2200 }).map((n) => addDays('2021-06-01', n))
const convention = fc
  .tuple(jour, fc.integer({ min: 100, max: 1900 }), fc.boolean(), fc.boolean())
  .map(([debut, duree, civile, bornee]) => {
    const dates = { debut, fin: addDays(debut, duree) }
    const civiles = { debut: `${yearOf(dates.debut)}-01-01`, fin: `${yearOf(dates.fin)}-12-31` }
    return { debut: civile ? civiles.debut : dates.debut, fin: bornee ? civiles.fin : dates.fin }
  })
const reunions = fc.array(fc.record({ date: jour, etat: fc.constantFrom('PREVUE', 'TENUE' as const) }), {
  maxLength: 15,
})
const uneRegle = fc
  .record({
    minimum: fc.integer({ min: 1, max: 3 }),
    periode: fc.constantFrom('MOIS', 'TRIMESTRE', 'SEMESTRE', 'AN_CIVIL', 'AN_CONVENTION' as const),
  })
  .map(({ minimum, periode }) => regle({ mode: 'MINIMUM', minimum, periode }))

describe('a line of the portfolio', PATIENT, () => {
  // It judges only the periods of the year in view, on the meetings around it (`sqlInstancesSuivies`).
  it('says of the instances what the dashboard says, whatever the day the convention begins and ends on', () => {
    fc.assert(
      fc.property(convention, uneRegle, reunions, jour, (dates, r, liste, today) => {
        const vue = maxDate(minDate(today, dates.fin), dates.debut)
        const partagee =
          !dates.debut.endsWith('-01-01') && !dates.fin.endsWith('-12-31') && yearOf(vue) === yearOf(dates.fin)
        const compactes = liste.map(({ date, etat }, id) => [id, date, etat, null, false] as InstanceLue['reunions'][0])
        const proches = compactes.filter(
          ([, date]) => partagee || (date >= addDays(vue, -366) && date <= addDays(vue, 366)),
        )
        const instance = { id: 1, ref: 'copil', nom: 'COPIL', type: 'COPIL', regles: [r] }
        const connues = liste.map(({ date }) => date).filter((date) => date >= dates.debut)
        const comptee: ConventionComptee = {
          id: 1,
          slug: 'essai',
          nom: 'Essai',
          caf: 'Caf',
          departement: null,
          territoire: 'Essai',
          ...dates,
          remplacee: false,
          debutSuivi: connues.length > 0 ? connues.reduce((a, b) => minDate(a, b)) : null,
          enregistree: liste.length > 0,
          fiches: 0,
          realisees: 0,
          fichesEnRetard: 0,
          aConfirmer: 0,
          etp: null,
        }
        const entiere = evaluateInstances([{ ...instance, reunions: compactes }], dates, today)
        expect(readLigne(comptee, [{ ...instance, reunions: proches, convention: 1 }], today).instances).toEqual(
          computeChiffreInstances(entiere, liste.length > 0, dates, today),
        )
      }),
      RUNS,
    )
  })
})
