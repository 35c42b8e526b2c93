import { describe, expect, it } from 'vitest'
import { readDossier } from '@/lib/dossier/lecture/rules/dossier'
import { changeDocument, createDossierExemple, createReleve } from '@/tests/support/dossiers/exemple'

/** Spaces of French typography as a keyboard types them. */
const plain = (message: string): string => message.replace(/[\u00A0\u202F]/g, ' ')

const REUNION = 'instances[0].reunions[0]'
const POINT = `${REUNION}.points[0]`
const DECISION = `${POINT}.decisions[0]`

/** What is said of the example once each of these places holds another value. */
function read(...changements: [chemin: string, valeur: unknown][]): { chemin: string; message: string }[] {
  const lecture = readDossier(
    changements.reduce<unknown>(
      (courant, [chemin, valeur]) => changeDocument(courant, chemin, valeur),
      createDossierExemple(),
    ),
  )
  return lecture.ok ? [] : lecture.erreurs.map(({ chemin, message }) => ({ chemin, message: plain(message) }))
}

function expectRefus(changements: [chemin: string, valeur: unknown][], chemin: string, message: RegExp): void {
  expect(read(...changements)).toEqual([{ chemin, message: expect.stringMatching(message) }])
}

it('an older dossier, without any of it, is read with everything unknown', () => {
  const lecture = readDossier(createDossierExemple())
  if (!lecture.ok) throw new Error(JSON.stringify(lecture.erreurs))
  const [instance] = lecture.dossier.instances
  expect(instance).toMatchObject({ quorum: null, quorumTexte: null, competences: [], series: [] })
  expect(instance?.membres[0]).toMatchObject({
    personne: null,
    suppleant: null,
    coanimation: false,
    debut: null,
    fin: null,
    motifFin: null,
    predecesseur: null,
  })
  expect(instance?.reunions[0]).toMatchObject({ serie: null, presences: [], releves: [] })
  expect(instance?.reunions[0]?.points[0]).toMatchObject({
    presentateur: null,
    etat: 'A_TRAITER',
    origine: 'SAISI',
    cle: null,
    proposition: null,
    precedent: null,
  })
  expect(instance?.reunions[0]?.points[0]?.decisions[0]).toMatchObject({
    suivi: null,
    effet: null,
    appliqueeLe: null,
    avant: null,
    decideePar: null,
  })
})

describe('places: a reference, then a rank from 1', () => {
  it.each<[string, string]>([
    ['instances[0].membres[0].predecesseur', 'copil/2'],
    [`${REUNION}.serie`, 'copil/1'],
    [`${POINT}.proposition`, 'copil-1/1/2'],
    [`${POINT}.precedent`, 'copil-1/2'],
    [`${DECISION}.decideePar`, 'absente/1/1'],
  ])('%s where nothing is', (chemin, place) => {
    expectRefus([[chemin, place]], chemin, /^Il n’y a pas de .* à la place « .* » : écrivez la référence puis le rang/)
  })

  it.each<[string, string, RegExp]>([
    ['instances[0].membres[0].predecesseur', 'copil', /Désignez un membre .* « copil\/2 »/],
    [`${REUNION}.serie`, 'copil/0', /Désignez une série/],
    [`${POINT}.precedent`, 'copil-1/1/1', /Désignez un point/],
    [`${POINT}.proposition`, 'copil-1/1', /Désignez une décision/],
  ])('%s that is not written as a place', (chemin, place, message) => {
    expectRefus([[chemin, place]], chemin, message)
  })

  it('presences name members of any instance, each once', () => {
    const present = { membre: 'copil/1', etat: 'PRESENT' }
    expect(read([`${REUNION}.presences`, [present]])).toEqual([])
    expectRefus([[`${REUNION}.presences`, [present, present]]], `${REUNION}.presences[1].membre`, /déjà plus haut/)
    expectRefus(
      [[`${REUNION}.presences`, [{ ...present, membre: 'copil/9' }]]],
      `${REUNION}.presences[0].membre`,
      /Il n’y a pas de membre/,
    )
  })

  it('nothing comes after itself', () => {
    expectRefus(
      [['instances[0].membres[0].predecesseur', 'copil/1']],
      'instances[0].membres[0].predecesseur',
      /tourne en rond/,
    )
    expectRefus([[`${POINT}.precedent`, 'copil-1/1']], `${POINT}.precedent`, /tourne en rond/)
    expectRefus([[`${DECISION}.decideePar`, 'copil-1/1/1']], `${DECISION}.decideePar`, /tourne en rond/)
  })
})

describe('instances', () => {
  it('one power for each matter', () => {
    const competence = { matiere: 'FICHE', pouvoir: 'DECIDE' }
    expect(read(['instances[0].competences', [competence, { ...competence, matiere: 'CIBLE' }]])).toEqual([])
    expectRefus(
      [['instances[0].competences', [competence, { ...competence, pouvoir: 'PROPOSE' }]]],
      'instances[0].competences[1].matiere',
      /un seul pouvoir/,
    )
  })

  it('a mandate does not end before it starts, a quorum counts at least one', () => {
    expectRefus(
      [
        ['instances[0].membres[0].debut', '2026-01-02'],
        ['instances[0].membres[0].fin', '2026-01-01'],
      ],
      'instances[0].membres[0].fin',
      /finit avant de commencer/,
    )
    expectRefus([['instances[0].quorum', 0]], 'instances[0].quorum', /Au moins 1/)
  })

  it('a moment is two days of the year, or before another instance of the dossier; a rule of before has none', () => {
    const regle = { mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL' }
    const ecrire = (...moments: object[]): Parameters<typeof read>[0] => [
      'instances[0].regles',
      [{ ...regle, moments }],
    ]
    expect(read(['instances[0].regles', [regle]])).toEqual([])
    expect(read(ecrire({ mots: 'avant l’été', du: '01-01', au: '06-20' }))).toEqual([])
    const ou = 'instances[0].regles[0].moments[0]'
    expectRefus([ecrire({ mots: 'un jour' })], ou, /par deux jours/)
    expectRefus([ecrire({ mots: 'un jour', du: '02-30', au: '03-01' })], `${ou}.du`, /le mois, puis le jour/)
    expectRefus([ecrire({ mots: 'avant', avant: 'absente' })], `${ou}.avant`, /ne porte la référence « absente »/)
    expectRefus([ecrire({ mots: 'avant', avant: 'copil' })], `${ou}.avant`, /ne prépare pas ses propres réunions/)
  })

  it('a series that prepares an instance says which and how long before; the others do not', () => {
    const serie = { rythme: 'MENSUEL', libelle: 'x', debut: '2024-01-01', fin: '2024-12-31' }
    const avant = { ...serie, rythme: 'AVANT_INSTANCE', evenement: 'copil', joursAvant: 21 }
    expect(read(['instances[0].series', [serie, avant]])).toEqual([])
    expect(
      read(['instances[0].series', [{ ...avant, evenement: null, joursAvant: null }]]).map(({ chemin }) => chemin),
    ).toEqual(['instances[0].series[0].evenement', 'instances[0].series[0].joursAvant'])
    expectRefus(
      [['instances[0].series', [{ ...serie, joursAvant: 3 }]]],
      'instances[0].series[0].joursAvant',
      /Seule une série de rythme AVANT_INSTANCE/,
    )
    expectRefus(
      [['instances[0].series', [{ ...avant, evenement: 'absente' }]]],
      'instances[0].series[0].evenement',
      /ne porte la référence « absente »/,
    )
    expectRefus(
      [['instances[0].series', [{ ...serie, fin: '2023-12-31' }]]],
      'instances[0].series[0].fin',
      /finit avant de commencer/,
    )
  })
})

describe('agenda and decisions', () => {
  it.each<[string]>([
    [`${POINT}.fiche`],
    [`${POINT}.indicateur`],
    [`${POINT}.schema`],
    [`${DECISION}.indicateur`],
    [`${DECISION}.avenant`],
  ])('%s resolves', (chemin) => {
    expectRefus([[chemin, 'absent']], chemin, /ne porte la référence « absent » : corrigez-la/)
  })

  it('a document is known by its rank', () => {
    expect(read(['documents', [{ titre: 'Bilan', nature: 'PDF' }]], [`${POINT}.document`, 1])).toEqual([])
    expectRefus([[`${POINT}.document`, 1]], `${POINT}.document`, /n’a pas de rang 1/)
  })

  it('a key names what it was proposed for, once in its meeting', () => {
    for (const cle of ['fiche:coordination', 'decision:copil-1/1/1', 'reprise:copil-1/1', 'fiches-en-retard'])
      expect(read([`${POINT}.cle`, cle])).toEqual([])
    for (const cle of ['fiche:12', 'decision:copil-1/9/1', 'inconnu:coordination', 'fiche:coordination:2', 'Fiche'])
      expectRefus([[`${POINT}.cle`, cle]], `${POINT}.cle`, /ne désigne rien de ce dossier/)
    expectRefus(
      [
        [`${POINT}.cle`, 'fiche:coordination'],
        [`${REUNION}.points[1]`, { titre: 'x', cle: 'fiche:coordination' }],
      ],
      `${REUNION}.points[1].cle`,
      /a déjà cette clé/,
    )
  })

  it('an effect says what it bears on, and is applied once it is taken', () => {
    expectRefus(
      [
        [`${DECISION}.effet`, 'REPORTER_FICHE'],
        [`${DECISION}.fiche`, null],
      ],
      `${DECISION}.fiche`,
      /dit sur quoi il porte/,
    )
    expectRefus([[`${DECISION}.effet`, 'VALIDER_AVENANT']], `${DECISION}.avenant`, /dit sur quoi il porte/)
    expectRefus(
      [
        [`${DECISION}.effet`, 'CHANGER_CIBLE'],
        [`${DECISION}.indicateur`, 'indicateur-1'],
      ],
      `${DECISION}.cible`,
      /nouvelle cible/,
    )
    const applique: [string, unknown] = [`${DECISION}.appliqueeLe`, '2024-03-05T15:00:00Z']
    expectRefus([applique, [`${DECISION}.etat`, 'PRISE']], `${DECISION}.appliqueeLe`, /Seul un effet s’applique/)
    expectRefus(
      [applique, [`${DECISION}.effet`, 'VALIDER_SCHEMA']],
      `${DECISION}.appliqueeLe`,
      /Seule une décision prise/,
    )
    expect(read(applique, [`${DECISION}.effet`, 'VALIDER_SCHEMA'], [`${DECISION}.etat`, 'PRISE'])).toEqual([])
  })

  it('moments are told in universal time, what was written down in one order', () => {
    const lecture = readDossier(
      [
        [`${DECISION}.effet`, 'VALIDER_SCHEMA'],
        [`${DECISION}.etat`, 'PRISE'],
        [`${DECISION}.appliqueeLe`, '2024-03-05T16:00:00+01:00'],
        [`${DECISION}.avant`, { b: [{ d: 1, c: -0 }], a: null }],
      ].reduce<unknown>(
        (courant, [chemin, valeur]) => changeDocument(courant, String(chemin), valeur),
        createDossierExemple(),
      ),
    )
    const decision = lecture.ok ? lecture.dossier.instances[0]?.reunions[0]?.points[0]?.decisions[0] : undefined
    expect(decision?.appliqueeLe).toBe('2024-03-05T15:00:00.000Z')
    expect(JSON.stringify(decision?.avant)).toBe('{"a":null,"b":[{"c":0,"d":1}]}')
  })
})

describe('minutes', () => {
  const releves = (...liste: object[]): [string, unknown] => [`${REUNION}.releves`, liste]
  const valide = createReleve()
  const brouillon = { numero: 2, etat: 'BROUILLON', motif: 'Une erreur de date' }

  it('validated ones are whole: what they say, when, and two people', () => {
    expect(read(releves(valide))).toEqual([])
    expectRefus([releves({ ...valide, contenu: null })], `${REUNION}.releves[0].contenu`, /garde ce qu’il dit/)
    expectRefus(
      [releves({ ...valide, validations: valide.validations?.slice(1) })],
      `${REUNION}.releves[0].validations`,
      /se valide à deux/,
    )
    const [caf] = valide.validations ?? []
    expectRefus(
      [releves({ ...valide, validations: [caf, { ...caf, nom: 'Autre' }] })],
      `${REUNION}.releves[0].validations`,
      /une fois de chaque côté/,
    )
    expectRefus(
      [releves({ ...valide, validations: [caf, { ...caf, cote: 'COORDINATION' }] })],
      `${REUNION}.releves[0].validations`,
      /deux personnes/,
    )
    expectRefus([releves({ ...valide, valideLe: null })], `${REUNION}.releves[0].valideLe`, /avec l’état VALIDE/)
    expectRefus(
      [releves({ ...valide, etat: 'BROUILLON', valideLe: null })],
      `${REUNION}.releves[0].validations`,
      /brouillon n’est validé par personne/,
    )
    expectRefus(
      [releves({ ...valide, contenu: { ...valide.contenu, points: 'x' } })],
      `${REUNION}.releves[0].contenu.points`,
      /une liste/,
    )
  })

  it('versions are numbered once; a meeting is frozen by the last', () => {
    expectRefus([releves(valide, { ...brouillon, numero: 1 })], `${REUNION}.releves[1].numero`, /porte déjà ce numéro/)
    expect(read(releves(brouillon, valide))).toEqual([])
    expectRefus(
      [releves(brouillon, valide), [`${REUNION}.figee`, true]],
      `${REUNION}.figee`,
      /dernière version du relevé n’est pas validée/,
    )
  })

  it('a year that is a slip of the keyboard is told, except in what minutes say', () => {
    expectRefus(
      [releves({ ...valide, soumisLe: '0202-03-06T08:00:00Z' })],
      `${REUNION}.releves[0].soumisLe`,
      /L’année 0202/,
    )
    expect(
      read([`${REUNION}.releves`, [valide]], [`${REUNION}.releves[0].contenu.reunion.date`, '0202-03-05']),
    ).toEqual([])
  })
})
