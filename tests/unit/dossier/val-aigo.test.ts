import { describe, expect, it } from 'vitest'
import { readDecoupage } from '@/prisma/reference/decoupage'
import { dossier as ecrit } from '@/prisma/seed/val-aigo'
import { countBy, formatReserves, listCompetences, listInventions, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, instances } = dossier
const axes = dossier.plan?.axes ?? []
const fiches = dossier.plan?.fiches ?? []
const action = (numero: number) => fiches[numero - 1]
const perAxe = (count: (fiche: (typeof fiches)[number]) => number) =>
  axes.map(({ ref }) => fiches.filter(({ axe }) => axe === ref).reduce((total, fiche) => total + count(fiche), 0))

describe('convention', () => {
  it('has no period, signature, signatory, ETP, equipment or budget, each with its reason', () => {
    expect(convention).toMatchObject({
      slug: 'val-aigo',
      nom: 'Val’Aïgo',
      dateDebut: null,
      dateFin: null,
      periodeTexte: null,
    })
    expect(convention.signature).toEqual({ date: null, lieu: null, texte: null })
    expect(organismes.every(({ signataire, representants }) => signataire === null && representants.length === 0)).toBe(
      true,
    )
    expect([
      dossier.schemas,
      dossier.coutsEtp,
      dossier.equipements,
      dossier.deliberations,
      dossier.missions,
      dossier.evaluations,
    ]).toEqual([[], [], [], [], [], []])
    const sujets = dossier.lacunes.map(({ sujet }) => sujet)
    expect(new Set(sujets).size).toBe(sujets.length)
    expect(sujets).toEqual(
      expect.arrayContaining([
        'PERIODE',
        'SIGNATURE',
        'PARTIES',
        'INDICATEURS',
        'ETP',
        'EQUIPEMENTS',
        'BUDGET',
        'REUNIONS',
        'TERRITOIRE',
      ]),
    )
  })

  it('keeps the act it was transmitted with, whose SIREN is that of Bessières, a commune', () => {
    const acte = '031-213100662-20231213-ADL2023_110-AU'
    expect(convention.source).toMatchObject({ nature: 'SUPPORT_COPIL', reference: acte })
    expect(convention.source.note).toContain('213100662')
    expect(dossier.documents.map(({ reference, date }) => [reference, date])).toEqual([[acte, '2023-12-21']])
    expect(formatReserves(dossier, 'ORGANISME')).toMatch(/Acte 110 du 13 décembre 2023.*Bessières/)
  })

  it('leaves the consultant and the stamps out', () => {
    expect(JSON.stringify(dossier)).not.toMatch(/KPMG|Levrau|Augustin/i)
  })
})

describe('territory', () => {
  it('names four communes, all members of CC Val’Aïgo (nine in the official division)', async () => {
    const { communes, epcis } = await readDecoupage()
    const membres = communes.filter(({ epci_siren }) => epci_siren === '243100773')
    expect(membres).toHaveLength(9)
    expect(
      territoire.communes.map(({ insee, nom }) => membres.find(({ code }) => code === insee)?.nom === nom),
    ).toEqual([true, true, true, true])
    expect(territoire.communes.map(({ nom }) => nom)).toEqual([
      'Villemur-sur-Tarn',
      'Bessières',
      'La Magdelaine-sur-Tarn',
      'Buzet-sur-Tarn',
    ])
    expect(territoire.epcis).toEqual([
      { siren: '243100773', nom: epcis.find(({ siren }) => siren === '243100773')?.nom, nomSource: 'CC de ValAigo' },
    ])
    expect(territoire).toMatchObject({ departement: '31', nombreCommunes: null })
  }, 30_000)
})

describe('chronology', () => {
  it('has three phases, the séminaire of 5 October and the closing COPIL of 30 November 2023', () => {
    expect(dossier.jalons.map(({ periode, etapes }) => [periode?.debut, periode?.fin, etapes.length])).toEqual([
      ['2023-01-01', '2023-04-30', 8],
      ['2023-05-01', '2023-07-31', 3],
      ['2023-08-01', '2023-12-31', 6],
      ['2023-10-05', '2023-10-05', 5],
      ['2023-11-30', '2023-11-30', 3],
    ])
    expect(dossier.jalons[3]?.texte).toMatch(/world café.*2h30.*4 stands/)
    expect(dossier.jalons[4]?.etapes).toEqual([
      'Point d’étape de la démarche',
      'Validation du plan d’action',
      'Gouvernance de la CTG',
    ])
  })
})

describe('governance', () => {
  it('has a yearly COPIL, a yearly séminaire and two COTECH a year, tied to both', () => {
    expect(instances.map(({ type }) => type)).toEqual(['COPIL', 'SEMINAIRE', 'COTECH'])
    expect(
      instances.flatMap(({ regles }) =>
        regles.map(({ minimum, maximum, periode, source }) => [minimum, maximum, periode, source]),
      ),
    ).toEqual([
      [1, null, 'AN_CIVIL', expect.stringContaining('annuelle')],
      [1, null, 'AN_CIVIL', expect.stringContaining('1 session annuelle')],
      [2, null, 'AN_CIVIL', expect.stringContaining('2 fois par an')],
    ])
    expect(instances.map(({ regles }) => regles[0]?.evenement)).toEqual([
      null,
      null,
      'Préparation du séminaire partenarial et du comité de pilotage',
    ])
    expect(instances[2]?.regles[0]?.moments.map(({ mots, avant }) => [mots, avant])).toEqual([
      ['préparation du séminaire partenarial', 'seminaire-partenarial'],
      ['préparation du comité de pilotage', 'copil'],
    ])
    expect(instances[0]?.animation).toMatch(/Chargé de coopération CTG \/ CAF/)
    expect(instances[0]?.composition).toContain('direction des services CCVA / communes')
  })

  it('has the COPIL arbitrate on the plan, flagged; a chargé de coopération and the Caf lead both committees', () => {
    expect(listCompetences(dossier)).toEqual([['copil', 'FICHE', 'DECIDE', 'Un objectif']])
    expect(formatReserves(dossier, 'INSTANCE')).toMatch(/sur quoi porte l’arbitrage/)
    expect(instances.map(({ membres }) => membres.filter(({ coanimation }) => coanimation).length)).toEqual([2, 0, 2])
    expect(listInventions(dossier)).toEqual([])
  })

  it('has no meeting: those of the making stay in the chronology', () => {
    expect(instances.flatMap(({ reunions }) => reunions)).toEqual([])
  })
})

describe('plan', () => {
  it('has 6 axes and 20 actions (5 / 4 / 2 / 3 / 3 / 3), numbered by the synoptique', () => {
    expect(dossier.plan).toMatchObject({
      niveaux: ['Axe'],
      nomFiche: 'Action',
      nomEtape: 'Modalité',
      raisonSansFiche: null,
    })
    expect(axes.map(({ numero }) => numero)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(fiches.map(({ numero }) => Number(numero))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(perAxe(() => 1)).toEqual([5, 4, 2, 3, 3, 3])
  })

  it('has 64 modalités: 16 / 14 / 8 / 11 / 7 / 8', () => {
    expect(perAxe(({ etapes }) => etapes.length)).toEqual([16, 14, 8, 11, 7, 8])
    expect(fiches.flatMap(({ etapes }) => etapes)).toHaveLength(64)
  })

  it('takes the orientations as axes, with the same words', () => {
    expect(dossier.enjeux.map(({ nature, texte }) => [nature, texte])).toEqual(
      axes.map(({ titre }) => ['ORIENTATION', titre]),
    )
    expect(axes.map(({ theme }) => theme)).toEqual([
      'PARENTALITE',
      'PETITE_ENFANCE',
      null,
      'ENFANCE_JEUNESSE',
      'DROITS_VIE_SOCIALE',
      null,
    ])
  })

  it.each([
    [1, ['CCVA']],
    [2, ['CCVA / EPE']],
    [3, ['CCVA']],
    [4, ['CCVA : coordination', 'Communes : porteurs de projets']],
    [5, ['A définir : collectivités']],
    [6, ['CCVA / RPE']],
    [7, ['CCVA / EAJE']],
    [8, ['CCVA / EAJE / RPE']],
    [9, ['CCVA']],
    [10, ['Communes compétentes']],
    [11, ['Communes compétentes']],
    [12, ['Communes']],
    [13, ['Communes', 'CCVA : facilitateur ?']],
    [14, ['Communes']],
    [15, ['CCVA']],
    [16, ['CCVA']],
    [17, ['CCVA']],
    [18, ['Selon les modalités']],
    [19, ['Selon les modalités']],
    [20, ['Selon les modalités']],
  ])('gives action %i its pilotage as written', (numero, textes) => {
    // Only the spaces before a colon or a question mark are those of French print.
    expect(action(numero)?.pilotages.map(({ texte }) => texte.replace(/[\u00A0\u202F]/g, ' '))).toEqual(textes)
  })

  it('says which pilotages are still open', () => {
    const ouverts = fiches
      .filter(({ pilotages }) => pilotages.some(({ aDefinir }) => aDefinir))
      .map(({ numero }) => numero)
    expect(ouverts).toEqual(['5', '13', '18', '19', '20'])
    expect(action(13)?.pilotages.map(({ aDefinir, organisme }) => [aDefinir, organisme])).toEqual([
      [false, null],
      [true, 'ccva'],
    ])
    expect(action(4)?.pilotages.map(({ role, organisme }) => [role, organisme])).toEqual([
      ['PILOTE', 'ccva'],
      ['PORTEUR', null],
    ])
  })

  it('takes the title of the synoptique, and keeps that of the page when it differs', () => {
    expect(fiches.filter(({ titreCourt }) => titreCourt !== null).map(({ numero }) => Number(numero))).toEqual([
      1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17,
    ])
    expect(action(1)?.titre).toMatch(/^Envisager la relance des actions suspendues/)
    expect(action(1)?.titreCourt).toMatch(/^Relancer les actions menées par la CCVA/)
    expect(action(9)?.titre).toBe('Réfléchir renforcement de l’offre d’accueil')
    expect(fiches.every(({ titre, titreCourt }) => titre !== titreCourt)).toBe(true)
  })

  it('has one modalité per commune in action 12', () => {
    expect(action(12)?.etapes.map(({ titre }) => titre.split('\u00A0:')[0])).toEqual(
      territoire.communes.map(({ nom }) => nom),
    )
  })

  it('does not guess what the deck does not tell: coordination mark, status, dates, indicators', () => {
    expect(countBy(fiches, ({ enjeuCoordination }) => String(enjeuCoordination))).toEqual({ null: 20 })
    expect(countBy(fiches, ({ statut }) => statut)).toEqual({ A_PRECISER: 20 })
    expect(
      countBy(
        fiches.flatMap(({ etapes }) => etapes),
        ({ statut }) => statut,
      ),
    ).toEqual({ A_PRECISER: 64 })
    expect(
      fiches.filter(
        ({ calendrier, avancement, suivi, indicateurs }) => calendrier ?? avancement ?? suivi ?? indicateurs[0],
      ),
    ).toEqual([])
    expect(formatReserves(dossier, 'PLAN').match(/pictogramme/g)).toHaveLength(1)
    expect(dossier.plan?.texte).toContain('Enjeu à anticiper de coordination entre collectivités')
  })
})
