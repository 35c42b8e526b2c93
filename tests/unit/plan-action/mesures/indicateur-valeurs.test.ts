import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTableau, parseTableau, placeTableau } from '@/lib/plan-action/mesures/rules/coller'
import { buildCle, findCourante, isConfirmable, judgeGeste, listCotes } from '@/lib/plan-action/mesures/rules/grille'
import { formatSaisie, parseDecimal, parseMesure, parseValeur } from '@/lib/plan-action/mesures/rules/mesure'
import { computePas, findPeriode, listPeriodes, parsePeriodeMesure } from '@/lib/plan-action/mesures/rules/periode'
import { computeTotal, sumDecimaux } from '@/lib/plan-action/indicateurs/rules/ventilation'
import { PATIENT, RUNS } from '@/tests/unit/runs'

/** An exact decimal as PostgreSQL gives it: no useless zero, four decimals at most. */
const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([entier, reste]) => {
    const decimales = String(reste).padStart(4, '0').replace(/0+$/, '')
    return decimales ? `${entier}.${decimales}` : String(entier)
  })
const positif = decimal.map((valeur) => valeur.replace('-', ''))
const vide = { valeur: null, prevue: null, texte: null }

describe('a value as it is typed', () => {
  it.each([
    ['NOMBRE', '84 904', '84904'],
    ['NOMBRE', '84\u202F904', '84904'],
    ['NOMBRE', '1,6', '1.6'],
    ['NOMBRE', '1.60', '1.6'],
    ['NOMBRE', '\u22123', '-3'],
    ['NOMBRE', '0', '0'],
    ['NOMBRE', '412 jours', '412'],
    ['POURCENTAGE', '19,4 %', '19.4'],
    ['POURCENTAGE', '19,4\u202F%', '19.4'],
    ['MONTANT', '12 345,50 €', '12345.5'],
    ['MONTANT', '12345.50', '12345.5'],
  ] as const)('%s reads « %s » as %s', (nature, saisie, valeur) => {
    expect(parseMesure(nature, saisie, nature === 'NOMBRE' ? 'jours' : null)).toEqual({ ok: true, ...vide, valeur })
  })

  it.each([
    ['NOMBRE', '12 %'],
    ['NOMBRE', 'beaucoup'],
    ['NOMBRE', '12 13'],
    ['NOMBRE', '1,23456'],
    ['NOMBRE', '12 €'],
    ['POURCENTAGE', '120'],
    ['POURCENTAGE', '-1'],
    ['MONTANT', '12 k€'],
    ['LIVRABLE', '12'],
    ['PREVU_REALISE', '12 / 15 / 18'],
    ['PREVU_REALISE', '/'],
    ['PREVU_REALISE', 'douze / 15'],
  ] as const)('%s refuses « %s » with a remedy', (nature, saisie) => {
    const lue = parseMesure(nature, saisie)
    expect(lue.ok).toBe(false)
    expect(lue.ok ? '' : lue.message).toMatch(/Écrivez|Répondez|Un pourcentage/)
  })

  it('reads what was achieved and what was planned', () => {
    expect(parseMesure('PREVU_REALISE', '12 / 15')).toEqual({ ok: true, valeur: '12', prevue: '15', texte: null })
    expect(parseMesure('PREVU_REALISE', '12 sur 15')).toMatchObject({ valeur: '12', prevue: '15' })
    expect(parseMesure('PREVU_REALISE', '/ 15')).toMatchObject({ valeur: null, prevue: '15' })
    expect(parseMesure('PREVU_REALISE', '12')).toMatchObject({ valeur: '12', prevue: null })
  })

  it('reads oui and non, with their words, and keeps words as words', () => {
    expect(parseMesure('LIVRABLE', 'Oui')).toMatchObject({ valeur: '1', texte: null })
    expect(parseMesure('LIVRABLE', 'oui : signée le 3 mars')).toMatchObject({ valeur: '1', texte: 'signée le 3 mars' })
    expect(parseMesure('LIVRABLE', 'pas encore')).toMatchObject({ valeur: '0' })
    expect(parseMesure('QUALITATIF', ' 12 structures, très diverses ')).toEqual({
      ok: true,
      ...vide,
      texte: '12 structures, très diverses',
    })
    expect(parseMesure('QUALITATIF', '  ')).toMatchObject({ ok: false })
  })

  it('a target of what is planned and achieved is one number', () => {
    expect(parseValeur('PREVU_REALISE', '15')).toEqual({ ok: true, valeur: '15', texte: null })
    expect(parseValeur('LIVRABLE', 'oui')).toMatchObject({ valeur: '1' })
  })

  it('what is written is read back the same, for every kind', () => {
    fc.assert(
      fc.property(fc.constantFrom('NOMBRE' as const, 'MONTANT' as const), decimal, (nature, valeur) => {
        const net = valeur.replace(/^-0$/, '0')
        expect(parseMesure(nature, formatSaisie(nature, { ...vide, valeur: net }))).toEqual({
          ok: true,
          ...vide,
          valeur: net,
        })
      }),
      RUNS,
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (dix) => {
        const valeur = parseDecimal(`${Math.trunc(dix / 10_000)},${String(dix % 10_000).padStart(4, '0')}`) ?? ''
        expect(parseMesure('POURCENTAGE', formatSaisie('POURCENTAGE', { ...vide, valeur }))).toMatchObject({
          ok: true,
          valeur,
        })
      }),
      RUNS,
    )
    fc.assert(
      fc.property(fc.option(positif), fc.option(positif), (valeur, prevue) => {
        if (valeur === null && prevue === null) return
        expect(parseMesure('PREVU_REALISE', formatSaisie('PREVU_REALISE', { valeur, prevue, texte: null }))).toEqual({
          ok: true,
          valeur,
          prevue,
          texte: null,
        })
      }),
      RUNS,
    )
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1 })
          .map((texte) => texte.trim())
          .filter(Boolean),
        (texte) => {
          expect(parseMesure('QUALITATIF', formatSaisie('QUALITATIF', { ...vide, texte }))).toEqual({
            ok: true,
            ...vide,
            texte,
          })
        },
      ),
      RUNS,
    )
  })
})

describe('periods', () => {
  it('are found again by their key and by their bounds, whatever the step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.constantFrom('an' as const, 'semestre' as const, 'trimestre' as const, 'mois' as const),
        (annee, pas) => {
          const periodes = listPeriodes({ debut: annee, fin: annee }, pas)
          expect(periodes[0]?.debut).toBe(`${annee}-01-01`)
          expect(periodes.at(-1)?.fin).toBe(`${annee}-12-31`)
          for (const periode of periodes) {
            expect(parsePeriodeMesure(periode.cle)).toEqual(periode)
            expect(findPeriode(periode.debut, periode.fin)).toEqual(periode)
          }
        },
      ),
      RUNS,
    )
  })
  it.each(['', '24', '1989', '2024-S3', '2024-T0', '2024-13', '2024-1', 'printemps 2024'])('%j names none', (cle) =>
    expect(parsePeriodeMesure(cle)).toBeNull(),
  )
  it('have words', () => {
    expect(listPeriodes({ debut: 2024, fin: 2024 }, 'semestre').map(({ libelle }) => libelle)).toEqual([
      '1er semestre 2024',
      '2e semestre 2024',
    ])
    expect(parsePeriodeMesure('2024-03')?.libelle).toBe('mars 2024')
    expect(computePas('TRIMESTRIELLE')).toBe('trimestre')
    expect(computePas(null)).toBe('an')
    expect(findPeriode('2024-02-01', '2024-05-31')).toBeNull()
  })
})

describe('parts of a breakdown', () => {
  it('add up exactly, in any order, and only when all are known', PATIENT, () => {
    fc.assert(
      fc.property(fc.array(positif, { minLength: 1, maxLength: 40 }), (valeurs) => {
        const dixMilliemes = valeurs.reduce((somme, valeur) => somme + BigInt(Math.round(Number(valeur) * 10_000)), 0n)
        expect(BigInt(Math.round(Number(sumDecimaux(valeurs)) * 10_000)) - dixMilliemes).toBeLessThan(100n)
        expect(sumDecimaux([...valeurs].reverse())).toBe(sumDecimaux(valeurs))
        const noms = valeurs.map((_, rang) => `part ${rang}`)
        const connues = new Map(noms.map((nom, rang) => [nom, valeurs[rang] ?? null]))
        expect(computeTotal('NOMBRE', noms, connues).total).toBe(sumDecimaux(valeurs))
        connues.set(noms[0] ?? '', null)
        expect(computeTotal('NOMBRE', noms, connues)).toEqual({ total: null, manquantes: [noms[0]], additive: true })
      }),
      RUNS,
    )
  })
  it('percentages and words never add up', () => {
    expect(sumDecimaux(['0.1', '0.2', '-0.3'])).toBe('0')
    expect(
      computeTotal(
        'POURCENTAGE',
        ['EAJE', 'MAM'],
        new Map([
          ['EAJE', '40'],
          ['MAM', '60'],
        ]),
      ),
    ).toEqual({ total: null, manquantes: [], additive: false })
  })
})

describe('the clipboard of a spreadsheet', () => {
  it('is read back as it was written', PATIENT, () => {
    const cellule = fc.string({ maxLength: 12 }).map((texte) => texte.replace(/\r/g, ''))
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((largeur) =>
            fc.array(fc.array(cellule, { minLength: largeur, maxLength: largeur }), { minLength: 1, maxLength: 6 }),
          ),
        (tableau) => {
          const complet = tableau.map((rangee, rang) =>
            rang === tableau.length - 1 ? [`x${rangee[0]}`, ...rangee.slice(1)] : rangee,
          )
          expect(parseTableau(formatTableau(complet))).toEqual(complet)
        },
      ),
      RUNS,
    )
  })
  it('takes quoted cells, doubled quotes, line breaks of every kind and the last line break', () => {
    expect(parseTableau('12\t"a\nb"\r\n"dit ""oui"""\t5 "mètres"\r\n')).toEqual([
      ['12', 'a\nb'],
      ['dit "oui"', '5 "mètres"'],
    ])
    expect(parseTableau('7')).toEqual([['7']])
    expect(parseTableau('1\n\n3\n')).toEqual([['1'], [''], ['3']])
  })
  it('lands from the cell one is in, leaves what an empty cell covers, and counts what falls outside', () => {
    const cibles = [
      ['a1', 'a2'],
      ['b1', null],
      ['c1', 'c2'],
    ]
    const { cellules, horsLignes, horsColonnes } = placeTableau([['1', '2', '3'], ['', '5'], ['6']], cibles, {
      ligne: 1,
      colonne: 0,
    })
    expect(cellules).toEqual([
      { cible: 'b1', texte: '1' },
      { cible: 'c2', texte: '5' },
    ])
    expect([horsLignes, horsColonnes]).toEqual([1, 1])
  })
})

describe('the row one types over', () => {
  const proposee = { id: 2, etat: 'PROPOSEE' as const }
  const confirmee = { id: 1, etat: 'CONFIRMEE' as const }
  it('is what holds for those who may say so, one’s proposal for the others', () => {
    expect(findCourante([confirmee, proposee], true)).toBe(confirmee)
    expect(findCourante([confirmee, proposee], false)).toBe(proposee)
    expect(findCourante([proposee], true)).toBe(proposee)
    expect(findCourante([confirmee], false)).toBe(confirmee)
    expect(findCourante([], true)).toBeNull()
  })
  it('is never a confirmed value that one could empty or overwrite without the right to', () => {
    expect(judgeGeste(confirmee, { vide: true, confirmable: false })).toBeNull()
    expect(judgeGeste(confirmee, { vide: false, confirmable: false })).toBe('AJOUTER')
    expect(judgeGeste(confirmee, { vide: true, confirmable: true })).toBe('RETIRER')
    expect(judgeGeste(proposee, { vide: false, confirmable: false })).toBe('MODIFIER')
    expect(judgeGeste(null, { vide: true, confirmable: false })).toBe('RIEN')
    expect(judgeGeste(null, { vide: false, confirmable: true })).toBe('AJOUTER')
  })
  it('each speaks for their side, whoever administers for none', () => {
    expect(listCotes(['CONSEILLER_CAF'])).toEqual(['CAF'])
    expect(listCotes(['CHARGE_COOPERATION', 'PILOTE'])).toEqual(['COORDINATION'])
    expect(listCotes(['ADMINISTRATEUR', 'CONSEILLER_CAF'])).toEqual([])
    expect(isConfirmable(null, [])).toBe(true)
    expect(isConfirmable('CAF', ['COORDINATION'])).toBe(false)
    expect(buildCle(3, null, '2024')).toBe('3||2024')
  })
})
