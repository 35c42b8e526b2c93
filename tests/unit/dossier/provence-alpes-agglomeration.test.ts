import { describe, expect, it } from 'vitest'
import { readDecoupage } from '@/prisma/reference/decoupage'
import { dossier as ecrit } from '@/prisma/seed/provence-alpes-agglomeration'
import { countBy, formatReserves, listCompetences, listInventions, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, equipements } = dossier
const signataires = organismes.filter(({ signataire }) => signataire)
const sujets = dossier.lacunes.map(({ sujet }) => sujet)
describe('parties', () => {
  it('is signed by 12 organisations: Caf, EPCI and 10 communes', () => {
    expect(countBy(signataires, ({ type }) => type)).toEqual({ CAF: 1, EPCI: 1, COMMUNE: 10 })
    expect(signataires.filter(({ type }) => type === 'COMMUNE').map(({ nom }) => nom)).toEqual([
      'Aiglun',
      'Château-Arnoux-Saint-Auban',
      'Digne-les-Bains',
      'Le Brusquet',
      'L’Escale',
      'Malijai',
      'Les Mées',
      'Peyruis',
      'Seyne',
      'Volonne',
    ])
  })

  it('has 13 signature blocks by 12 people: two for the Caf, one person for the EPCI and for Digne', () => {
    const blocs = organismes.flatMap(({ ref, representants }) =>
      representants.filter(({ signe }) => signe).map(({ prenom, nom }) => [ref, `${prenom} ${nom}`] as const),
    )
    expect(blocs).toHaveLength(13)
    expect(new Set(blocs.map(([, personne]) => personne)).size).toBe(12)
    expect(blocs.filter(([ref]) => ref === 'caf').map(([, personne]) => personne)).toEqual([
      'Thierry AUTARD',
      'Alain PICOZZI',
    ])
    expect(blocs.filter(([, personne]) => personne === 'Patricia GRANET-BRUNELLO').map(([ref]) => ref)).toEqual([
      'ca-provence-alpes',
      'digne-les-bains',
    ])
    expect(new Set(blocs.map(([, personne]) => personne.split(' ').at(-1)))).toEqual(
      new Set([
        'AUTARD',
        'PICOZZI',
        'GRANET-BRUNELLO',
        'AUDRAN',
        'VILLARD',
        'REINAUDO',
        'FIAERT',
        'FONTAINE',
        'PAUL',
        'VIVOS',
        'PASCAL',
        'COSSERAT',
      ]),
    )
  })

  it('seats the département and the education service, which do not sign', () => {
    const autres = organismes.filter(({ signataire }) => signataire === false)
    const assis = new Set(
      dossier.instances.find(({ ref }) => ref === 'copil')?.membres.map(({ organisme }) => organisme),
    )
    expect(autres.map(({ type }) => type)).toEqual(['DEPARTEMENT', 'ETAT'])
    expect(autres.every(({ ref, representants }) => assis.has(ref) && representants.length === 0)).toBe(true)
  })

  it('cites 12 délibérations, 10 of them without a date', () => {
    const datees = dossier.deliberations.filter(({ date }) => date !== null)
    const inconnues = dossier.deliberations.filter(({ date }) => date === null)
    expect(dossier.deliberations.map(({ organisme }) => organisme)).toEqual(signataires.map(({ ref }) => ref))
    expect(datees.map(({ organisme, date }) => [organisme, date])).toEqual([
      ['caf', '2022-12-06'],
      ['ca-provence-alpes', '2022-12-07'],
    ])
    expect(inconnues).toHaveLength(10)
    expect(inconnues.every(({ texte }) => texte?.includes('XXXX'))).toBe(true)
    expect(sujets).toContain('DELIBERATIONS')
  })
})

describe('terms', () => {
  it('runs from 1/1/2022 to 31/12/2025 and is renewed only expressly', () => {
    expect([convention.dateDebut, convention.dateFin]).toEqual(['2022-01-01', '2025-12-31'])
    expect(convention.renouvellement.mode).toBe('EXPRES')
  })

  it('keeps the signature of 31/10/2022 and flags that it precedes the votes', () => {
    expect(convention.signature).toMatchObject({ date: '2022-10-31', lieu: 'Digne-les-Bains' })
    const votes = dossier.deliberations.flatMap(({ date }) => (date === null ? [] : [date]))
    expect(votes.every((date) => date > '2022-10-31')).toBe(true)
    expect(formatReserves(dossier, 'CONVENTION')).toContain('précède les deux délibérations connues')
  })

  it('ends after 6 months, one month after formal notice, or at once if changed without avenant', () => {
    expect(convention.resiliation).toMatchObject({ preavisMois: 6, miseEnDemeureMois: 1 })
    expect(convention.resiliation.texte).toContain('sans la signature d’un avenant')
  })

  it('has six annexes, two of them missing, and flags annexe 4 written for annexe 3', () => {
    expect(dossier.annexes.map(({ numero, etat }) => [numero, etat])).toEqual([
      ['1', 'ABSENTE'],
      ['2', 'FOURNIE'],
      ['3', 'PARTIELLE'],
      ['4', 'FOURNIE'],
      ['5', 'FOURNIE'],
      ['6', 'ABSENTE'],
    ])
    expect(dossier.annexes[0]?.note).toContain('consultable auprès')
    expect(dossier.annexes[5]?.note).toContain('Insérer les délibérations')
    expect(formatReserves(dossier, 'ANNEXE')).toMatch(/annexe 4 de la présente convention.*\| Annexe 3/)
  })
})

describe('governance and evaluation', () => {
  it('has a COPIL and a COTECH, neither with a frequency', () => {
    expect(dossier.instances.map(({ type, regles }) => [type, regles.map(({ mode }) => mode)])).toEqual([
      ['COPIL', ['NON_PRECISEE']],
      ['COTECH', ['NON_PRECISEE']],
    ])
    expect(dossier.instances.flatMap(({ reunions }) => reunions)).toEqual([])
    expect(sujets).toEqual(expect.arrayContaining(['FREQUENCES', 'REUNIONS']))
  })

  it('is led and kept by the Caf and the EPCI, and still says « deux partenaires »', () => {
    const copil = dossier.instances[0]
    expect(copil?.animation).toContain('Caf et la Communauté d’Agglomération')
    expect(copil?.secretariat).toContain('Caf et la Communauté d’Agglomération')
    expect(copil?.missions).toHaveLength(7)
    expect(dossier.instances[1]?.missions).toHaveLength(4)
    expect(formatReserves(dossier, 'INSTANCE')).toContain('deux partenaires')
  })

  it('has the COTECH propose the plan and the indicators, the COPIL validate them, flagged', () => {
    expect(listCompetences(dossier)).toEqual([
      ['copil', 'FICHE', 'DECIDE', 'Valide les'],
      ['copil', 'CIBLE', 'DECIDE', 'Valide les'],
      ['cotech', 'FICHE', 'PROPOSE', 'Propose les'],
      ['cotech', 'CIBLE', 'PROPOSE', 'Propose les'],
    ])
    for (const { missions, competences } of dossier.instances)
      expect(missions).toEqual(expect.arrayContaining(competences.map(({ source }) => source)))
    expect(formatReserves(dossier, 'INSTANCE')).toMatch(
      /Elle n’attribue à personne les schémas de coopération ni les avenants/,
    )
    expect(
      dossier.instances.flatMap(({ ref, membres }) =>
        membres.filter(({ coanimation }) => coanimation).map(({ organisme }) => [ref, organisme]),
      ),
    ).toEqual([
      ['copil', 'caf'],
      ['copil', 'ca-provence-alpes'],
    ])
    expect(listInventions(dossier)).toEqual([])
  })

  it('evaluates two objects in 2025, the actions and the démarche', () => {
    const en2025 = dossier.evaluations.filter(
      ({ periode }) => periode?.debut === '2025-01-01' && periode.fin === '2025-12-31',
    )
    expect(en2025.map(({ ref }) => ref)).toEqual(['actions', 'demarche'])
    expect(dossier.evaluations.map(({ ref }) => ref)).toEqual(['au-fil-des-revues', 'actions', 'demarche', 'bilan'])
  })
})

describe('territory', () => {
  it('is the EPCI’s 46 communes and 80 delegates', () => {
    expect(territoire.nombreCommunes).toBe(46)
    expect(territoire.communes).toHaveLength(46)
    expect(new Set(territoire.communes.map(({ insee }) => insee)).size).toBe(46)
    expect(dossier.chiffres.map(({ valeur }) => valeur)).toEqual(['46', '80'])
    expect(territoire.epcis.map(({ siren }) => siren)).toEqual(['200067437'])
  })

  it('names each commune, signatory and place as the official division does: all are members of the EPCI', async () => {
    const membres = (await readDecoupage()).communes.filter(({ epci_siren }) => epci_siren === '200067437')
    const noms = new Map(membres.map(({ code, nom }) => [code, nom]))
    const cites = [
      ...territoire.communes,
      ...signataires.filter(({ type }) => type === 'COMMUNE'),
      ...equipements.map(({ insee, commune }) => ({ insee, nom: commune })),
    ]
    expect(membres).toHaveLength(46)
    expect(cites.map(({ insee }) => noms.get(insee ?? ''))).toEqual(cites.map(({ nom }) => nom))
  })

  it('keeps the misprints of the statutes beside the official names', () => {
    const source = Object.fromEntries(territoire.communes.map(({ nom, nomSource }) => [nom, nomSource]))
    expect(source).toMatchObject({
      'L’Escale': 'L’Escalé',
      Peyruis: 'Peyruls',
      Majastres: 'Majastros',
      'Hautes-Duyes': 'Les Hautes Duyes',
      Seyne: 'Seyne-les-Alpes',
    })
    expect(formatReserves(dossier, 'TERRITOIRE')).toContain('Peyruls')
  })

  it('reads the stamp of the prefectoral order as 2018, and flags it', () => {
    expect(dossier.documents[0]).toMatchObject({ reference: 'N° 2018-344-002', date: '2018-12-07' })
    expect(formatReserves(dossier, 'TERRITOIRE')).toContain('07 DEC. 2019')
  })
})

describe('equipments', () => {
  it('has 64 rows of 48 names', () => {
    expect(equipements).toHaveLength(64)
    expect(new Set(equipements.map(({ nom }) => nom)).size).toBe(48)
    expect([equipements[0]?.nom, equipements[63]?.nom]).toEqual([
      'Accueil ados - Pass Vacances 12-17 ans / MJE',
      'RPE Fruits de la Passion - Territoire P2A',
    ])
  })

  it('counts them by nature and by type', () => {
    expect(countBy(equipements, ({ nature }) => nature)).toEqual({
      ALSH_PERISCOLAIRE: 28,
      ALSH_EXTRASCOLAIRE: 15,
      ALSH_ADOLESCENTS: 3,
      EAJE_MULTI_ACCUEIL: 12,
      EAJE_MICRO_CRECHE: 2,
      LAEP: 2,
      RPE: 2,
    })
    expect(countBy(equipements, ({ typeSource }) => typeSource)).toEqual({
      'Accueil de loisirs sans hébergement': 46,
      'Etablissement d’Accueil du Jeune Enfant': 14,
      'Lieu d’Accueil Enfants_Parents': 2,
      'Relais Petite Enfance': 2,
    })
  })

  it('counts them by commune, 16 once their spellings are brought together', () => {
    expect(countBy(equipements, ({ commune }) => commune)).toEqual({
      'Digne-les-Bains': 20,
      'Les Mées': 7,
      'Château-Arnoux-Saint-Auban': 5,
      Peyruis: 4,
      Seyne: 4,
      'Le Brusquet': 3,
      'L’Escale': 3,
      Malijai: 3,
      'Moustiers-Sainte-Marie': 3,
      Aiglun: 2,
      Estoublon: 2,
      'Le Castellard-Mélan': 2,
      Mallemoisson: 2,
      Volonne: 2,
      Beynes: 1,
      Montclar: 1,
    })
    expect(new Set(equipements.map(({ communeSource }) => communeSource)).size).toBe(20)
  })

  it('finds 11 of them in six communes that do not sign but belong to the EPCI', () => {
    const signent = new Set(signataires.map(({ insee }) => insee))
    const ailleurs = equipements.filter(({ insee }) => !signent.has(insee))
    expect(ailleurs).toHaveLength(11)
    expect(new Set(ailleurs.map(({ commune }) => commune))).toEqual(
      new Set(['Moustiers-Sainte-Marie', 'Estoublon', 'Le Castellard-Mélan', 'Mallemoisson', 'Montclar', 'Beynes']),
    )
    const membres = new Set(territoire.communes.map(({ insee }) => insee))
    expect(equipements.every(({ insee }) => membres.has(insee))).toBe(true)
  })

  it('never merges: same names at other addresses, same address with two activities', () => {
    const parNom = countBy(equipements, ({ nom }) => nom)
    expect(Object.fromEntries(Object.entries(parNom).filter(([, n]) => n > 1))).toEqual({
      'Périscolaire Commune de Digne': 11,
      'Extrascolaire de la CA P2A': 3,
      'Scouts territoire AHP': 2,
      'Périscolaire de la CA P2A': 2,
      'La Passerelle - Périscolaire': 2,
      'Périscolaire Francas des Mées': 2,
    })
    const lignes = equipements.map(({ nom, nature, adresse, codePostal, commune }) =>
      [nom, nature, adresse, codePostal, commune].join('|'),
    )
    expect(new Set(lignes).size).toBe(64)
    const natures = new Map<string, Set<string>>()
    for (const { adresse, commune, nature } of equipements) {
      const lieu = `${adresse}|${commune}`
      natures.set(lieu, (natures.get(lieu) ?? new Set()).add(nature))
    }
    const doubles = [...natures.values()].filter((n) => n.has('ALSH_EXTRASCOLAIRE') && n.has('ALSH_PERISCOLAIRE'))
    expect(doubles).toHaveLength(8)
  })

  it('keeps the two postcodes of Château-Arnoux-Saint-Auban', () => {
    const codes = equipements.filter(({ insee }) => insee === '04049').map(({ codePostal }) => codePostal)
    expect(countBy(codes, (code) => code)).toEqual({ '04160': 3, '04600': 2 })
    expect(formatReserves(dossier, 'EQUIPEMENT')).toContain('deux codes postaux')
  })
})
