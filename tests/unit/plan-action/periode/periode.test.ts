import { describe, expect, it } from 'vitest'
import { checkAccordPeriode, formatLecture, parsePeriode } from '@/lib/plan-action/periode/rules/periode'

const CTG = { debut: '2022-01-01', fin: '2025-12-31' }
const UNE_ANNEE = { debut: '2024-01-01', fin: '2024-12-31' }

/** [words, start, end]; an empty string is an open end */
const LUES: readonly [string, string, string][] = [
  ['2024', '2024-01-01', '2024-12-31'],
  ['en 2024', '2024-01-01', '2024-12-31'],
  ['En 2O24', '2024-01-01', '2024-12-31'],
  ['courant 2024', '2024-01-01', '2024-12-31'],
  ['Dans le courant de l’année 2024', '2024-01-01', '2024-12-31'],
  ['au cours de l’année 2024', '2024-01-01', '2024-12-31'],
  ['pour l’année 2024', '2024-01-01', '2024-12-31'],
  ['dès 2023', '2023-01-01', ''],
  ['DES 2023', '2023-01-01', ''],
  ['A partir de 2023', '2023-01-01', ''],
  ['à partir du deuxième trimestre 2023', '2023-04-01', ''],
  ['A partir du 2ème trimestre 2023', '2023-04-01', ''],
  ['à partir du 2 e trimestre de 2023', '2023-04-01', ''],
  ['à compter du 1er septembre 2024', '2024-09-01', ''],
  ['A compter du ler septembre 2024', '2024-09-01', ''],
  ['à compter de la rentrée 2024', '2024-09-01', ''],
  ['depuis mars 2023', '2023-03-01', ''],
  ['dès l’été 2024', '2024-06-21', ''],
  ['dès la rentrée scolaire 2025', '2025-09-01', ''],
  ['pas avant 2025', '2025-01-01', ''],
  ['2024 et au-delà', '2024-01-01', ''],
  ['après l’été 2024', '2024-09-22', ''],
  ['à partir de fin 2026', '2026-10-01', ''],
  ['printemps 2024', '2024-03-20', '2024-06-20'],
  ['Au printemps 2024', '2024-03-20', '2024-06-20'],
  ['à l’été 2024', '2024-06-21', '2024-09-21'],
  ["l'ete 2024", '2024-06-21', '2024-09-21'],
  ['Automne 2025', '2025-09-22', '2025-12-20'],
  ['hiver 2024-2025', '2024-12-21', '2025-03-19'],
  ['hiver 2024/25', '2024-12-21', '2025-03-19'],
  ['rentrée 2025', '2025-09-01', '2025-09-30'],
  ['Rentrée de septembre 2025', '2025-09-01', '2025-09-30'],
  ['à la rentrée scolaire 2025', '2025-09-01', '2025-09-30'],
  ['année scolaire 2024-2025', '2024-09-01', '2025-08-31'],
  ['Année scolaire 2024/2025', '2024-09-01', '2025-08-31'],
  ['T2 2023', '2023-04-01', '2023-06-30'],
  ['2023 T2', '2023-04-01', '2023-06-30'],
  ['T2-2023', '2023-04-01', '2023-06-30'],
  ['2e trimestre 2023', '2023-04-01', '2023-06-30'],
  ['second trimestre 2023', '2023-04-01', '2023-06-30'],
  ['quatrième trimestre de l’année 2023', '2023-10-01', '2023-12-31'],
  ['dernier trimestre 2023', '2023-10-01', '2023-12-31'],
  ['IIe trimestre 2023', '2023-04-01', '2023-06-30'],
  ['S1 2024', '2024-01-01', '2024-06-30'],
  ['1er semestre 2024', '2024-01-01', '2024-06-30'],
  ['Ier semestre 2024', '2024-01-01', '2024-06-30'],
  ['premier semestre 2024', '2024-01-01', '2024-06-30'],
  ['2nd semestre 2024', '2024-07-01', '2024-12-31'],
  ['Au deuxième semestre 2024', '2024-07-01', '2024-12-31'],
  ['1er et 2e trimestres 2024', '2024-01-01', '2024-06-30'],
  ['T1 et T2 2024', '2024-01-01', '2024-06-30'],
  ['mars 2024', '2024-03-01', '2024-03-31'],
  ['En février 2024', '2024-02-01', '2024-02-29'],
  ['au mois de mars 2024', '2024-03-01', '2024-03-31'],
  ['janv. 2024', '2024-01-01', '2024-01-31'],
  ['03/2024', '2024-03-01', '2024-03-31'],
  ['15 mars 2024', '2024-03-15', '2024-03-15'],
  ['le 15/03/2024', '2024-03-15', '2024-03-15'],
  ['2024-03-15', '2024-03-15', '2024-03-15'],
  ['mardi 3 mars 2026', '2026-03-03', '2026-03-03'],
  ['début 2024', '2024-01-01', '2024-03-31'],
  ['mi-2024', '2024-04-01', '2024-09-30'],
  ['mi 2024', '2024-04-01', '2024-09-30'],
  ['fin 2026', '2026-10-01', '2026-12-31'],
  ['à la fin de l’année 2026', '2026-10-01', '2026-12-31'],
  ['Fin d’année 2026', '2026-10-01', '2026-12-31'],
  ['début mars 2024', '2024-03-01', '2024-03-10'],
  ['mi-mars 2024', '2024-03-11', '2024-03-20'],
  ['fin février 2024', '2024-02-21', '2024-02-29'],
  ['fin du 1er semestre 2024', '2024-05-01', '2024-06-30'],
  ['avant 2025', '', '2024-12-31'],
  ['avant la fin 2025', '', '2025-12-31'],
  ['Avant l’été 2026', '', '2026-06-20'],
  ['avant le 1er juillet 2025', '', '2025-06-30'],
  ['d’ici fin 2026', '', '2026-12-31'],
  ["D'ici la fin de l'année 2026", '', '2026-12-31'],
  ['d’ici à la rentrée 2026', '', '2026-09-30'],
  ['jusqu’à fin 2025', '', '2025-12-31'],
  ['jusqu’en 2025', '', '2025-12-31'],
  ["Jusqu'au 30 juin 2025", '', '2025-06-30'],
  ['au plus tard en 2025', '', '2025-12-31'],
  ['mars 2025 au plus tard', '', '2025-03-31'],
  ['Pour la rentrée 2026', '', '2026-09-30'],
  ['2023-2025', '2023-01-01', '2025-12-31'],
  ['2023 – 2025', '2023-01-01', '2025-12-31'],
  ['2023/2025', '2023-01-01', '2025-12-31'],
  ['2023-25', '2023-01-01', '2025-12-31'],
  ['2023 à 2025', '2023-01-01', '2025-12-31'],
  ['de 2023 à 2025', '2023-01-01', '2025-12-31'],
  ['dès 2023 → 2024', '2023-01-01', '2024-12-31'],
  ['entre 2023 et 2025', '2023-01-01', '2025-12-31'],
  ['2023, 2024 et 2025', '2023-01-01', '2025-12-31'],
  ['de mars à juin 2024', '2024-03-01', '2024-06-30'],
  ['D’avril 2024 à juin', '2024-04-01', '2024-06-30'],
  ['entre mars et juin 2024', '2024-03-01', '2024-06-30'],
  ['mars-juin 2024', '2024-03-01', '2024-06-30'],
  ['mars/avril 2024', '2024-03-01', '2024-04-30'],
  ['de septembre 2024 à juin 2025', '2024-09-01', '2025-06-30'],
  ['septembre 2024 - juin 2025', '2024-09-01', '2025-06-30'],
  ['du 1er au 15 janvier 2026', '2026-01-01', '2026-01-15'],
  ['du 1er mars au 31 mai 2026', '2026-03-01', '2026-05-31'],
  ['du 01/09/2024 au 30/06/2025', '2024-09-01', '2025-06-30'],
  ['du 2e semestre 2024 au 1er semestre 2025', '2024-07-01', '2025-06-30'],
  ['à partir de mars 2024 et jusqu’à fin 2025', '2024-03-01', '2025-12-31'],
  ['de 2025 à l’été 2026', '2025-01-01', '2026-09-21'],
  ['De 2025 à la rentrée 2027', '2025-01-01', '2027-09-30'],
  ['printemps et automne 2024', '2024-03-20', '2024-12-20'],
  ['Rentrée 2026, reporté à la rentrée 2027', '2026-09-01', '2027-09-30'],
  ['En 2023 ; En 2024 et à la suite du forum ; Dès 2024', '2023-01-01', ''],
  ['A partir de 2023 ; A partir de 2024', '2023-01-01', ''],
  ['Dès 2023 ; Printemps 2024', '2023-01-01', ''],
  ['Dès 2023 et chaque année', '2023-01-01', ''],
  ['Dès 2022 et selon les calendriers de mise en œuvre', '2022-01-01', ''],
  ['dès 2023, jusqu’en 2025', '2023-01-01', '2025-12-31'],
  ['chaque année', '2022-01-01', '2025-12-31'],
  ['tous les ans', '2022-01-01', '2025-12-31'],
  ['sur toute la durée de la convention', '2022-01-01', '2025-12-31'],
  ['chaque année à partir de 2023', '2023-01-01', ''],
]

/** [words, part of the reason] */
const ILLISIBLES: readonly [string, RegExp][] = [
  ['déjà en cours', /depuis quand/],
  ['selon le calendrier', /autre calendrier/],
  ['prochainement', /pas de date/],
  ['à définir', /à définir/],
  ['2e semestre', /année manque/],
  ['rentrée', /année manque/],
  ['de mars à juin', /année manque/],
  ['été', /année manque/],
  ['hiver 2024', /deux années/],
  ['hiver', /deux années/],
  ['2025-2023', /précède/],
  ['de juin 2024 à mars 2024', /précède/],
  ['entre 2025 et 2023', /précède/],
  ['de septembre à juin 2025', /manque l’année/],
  ['30 février 2024', /existe pas/],
  ['29 février 2023', /existe pas/],
  ['en 2203', /paraît fausse/],
  ['courant 1824', /paraît fausse/],
  ['5e trimestre 2024', /./],
  ['3e semestre 2024', /deux semestres/],
  ['année scolaire 2024-2026', /se suivent/],
  ['2024 ou 2025', /./],
  ['hors été 2024', /./],
  ['dès la signature', /./],
  ['d’ici 2 ans', /./],
  ['2010-12', /./],
  ['début été 2024', /trop vague/],
  ['avant mi-2026', /milieu/],
  ['2023 (2e trimestre)', /parenthèses/],
  ['Un groupe de travail se réunira en 2023. La mise en place devra être effective courant 2024.', /./],
  ['12', /mois manque/],
  ['constructor', /./],
]

describe('a period in words', () => {
  it.each(LUES)('« %s » is read', (texte, debut, fin) => {
    const lue = parsePeriode(texte, CTG)
    expect(lue).toMatchObject({ etat: 'LUE', debut: debut || null, fin: fin || null })
    expect(lue.etat === 'LUE' && lue.lecture).toBe(formatLecture({ debut: debut || null, fin: fin || null }))
  })

  it.each(ILLISIBLES)('« %s » is kept, and says why it is not read', (texte, raison) => {
    const lue = parsePeriode(texte, CTG)
    expect(lue.etat).toBe('ILLISIBLE')
    expect(lue.etat === 'ILLISIBLE' && lue.raison).toMatch(raison)
  })

  it('reads nothing of nothing', () => {
    for (const texte of [null, '', '  ', '.']) expect(parsePeriode(texte, CTG)).toEqual({ etat: 'VIDE' })
  })

  it('takes the year of a convention that has only one', () => {
    expect(parsePeriode('2e semestre', UNE_ANNEE)).toMatchObject({ debut: '2024-07-01', fin: '2024-12-31' })
    expect(parsePeriode('de mars à juin', UNE_ANNEE)).toMatchObject({ debut: '2024-03-01', fin: '2024-06-30' })
  })

  it('does not read « chaque année » when the dates of the convention are not known', () => {
    expect(parsePeriode('chaque année', { debut: '2022-01-01', fin: null })).toEqual({
      etat: 'ILLISIBLE',
      raison: 'les dates de la convention manquent',
    })
    expect(parsePeriode('chaque année')).toMatchObject({ etat: 'ILLISIBLE' })
  })

  it('says what it left aside', () => {
    expect(parsePeriode('En 2024 et à la suite du forum', CTG)).toMatchObject({ nonLu: 'à la suite du forum' })
    expect(parsePeriode('En 2024', CTG)).toMatchObject({ nonLu: null })
  })

  it('reads in a sentence', () => {
    expect(parsePeriode('à partir du 2e trimestre 2023', CTG)).toMatchObject({
      lecture: 'du 1er avril 2023, sans fin connue',
    })
    expect(parsePeriode('T2 2023', CTG)).toMatchObject({ lecture: 'du 1er avril au 30 juin 2023' })
    expect(parsePeriode('d’ici fin 2026', CTG)).toMatchObject({
      lecture: 'jusqu’au 31 décembre 2026, sans début connu',
    })
  })
})

describe('bounds beside words', () => {
  it('tells conform, corrected, by hand and missing apart', () => {
    expect(checkAccordPeriode({ texte: 'courant 2024', debut: '2024-01-01', fin: '2024-12-31' })).toMatchObject({
      etat: 'CONFORME',
    })
    expect(checkAccordPeriode({ texte: 'courant 2024', debut: '2024-02-01', fin: '2024-12-31' })).toMatchObject({
      etat: 'CORRIGEE',
      lecture: 'du 1er janvier au 31 décembre 2024',
    })
    expect(checkAccordPeriode({ texte: 'déjà en cours', debut: null, fin: null })).toMatchObject({
      etat: 'A_PRECISER',
      bornes: false,
    })
    expect(checkAccordPeriode({ texte: 'déjà en cours', debut: '2022-01-01', fin: null })).toMatchObject({
      etat: 'A_PRECISER',
      bornes: true,
    })
    expect(checkAccordPeriode({ texte: null, debut: '2022-01-01', fin: null })).toEqual({ etat: 'SANS_MOTS' })
    expect(checkAccordPeriode({ texte: null, debut: null, fin: null })).toEqual({ etat: 'VIDE' })
  })
})
