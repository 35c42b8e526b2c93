import { describe, expect, it } from 'vitest'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { readDecoupage } from '@/prisma/reference/decoupage'
import { dossier as ecrit } from '@/prisma/seed/vallee-des-baux-alpilles'
import { listMarge, sumQuotites } from './etp'
import { countBy, formatReserves, listCompetences, listInventions, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, instances, schemas } = dossier
const SCHEMAS = ['schema-2022-2025', 'schema-2026', 'schema-2027-2030'] as const
const porteurs = (ref: string) => listMarge(dossier, ref, 'PORTEUR')
const thematiques = (ref: string) => listMarge(dossier, ref, 'THEMATIQUE')
const ligne = (ref: string, libelle: string) => porteurs(ref).find((affectation) => affectation.libelle === libelle)
const regle = (ref: string) => instances.find((instance) => instance.ref === ref)?.regles[0]

describe('convention', () => {
  it('is the CTG VBA 2026-2030, its days read and flagged, after the one of 2022-2025', () => {
    expect(convention).toMatchObject({
      slug: 'vallee-des-baux-alpilles',
      demonstration: false,
      dateDebut: '2026-01-01',
      dateFin: '2030-12-31',
    })
    expect(convention.predecesseur).toMatchObject({ debut: '2022-01-01', fin: '2025-12-31' })
    expect(formatReserves(dossier, 'CONVENTION')).toMatch(/CTG VBA 2026-2030.*Seules les années sont écrites/)
  })

  it('comes from annexe 4 alone: no signature, signatory, délibération, fiche or equipment, each with its reason', () => {
    expect(convention.source.nature).toBe('ANNEXE')
    expect(dossier.annexes.map(({ numero, etat }) => [numero, etat])).toEqual([['4', 'FOURNIE']])
    expect(convention.signature).toEqual({ date: null, lieu: null, texte: null })
    expect(
      organismes.filter(({ signataire, representants }) => signataire !== null || representants.length > 0),
    ).toEqual([])
    expect(dossier.deliberations).toEqual([])
    expect(dossier.plan).toBeNull()
    expect(dossier.equipements).toEqual([])
    expect(dossier.coutsEtp).toEqual([])
    const sujets = dossier.lacunes.map(({ sujet }) => sujet)
    expect(new Set(sujets).size).toBe(sujets.length)
    expect(sujets).toEqual(
      expect.arrayContaining([
        'SIGNATURE',
        'PARTIES',
        'DELIBERATIONS',
        'PLAN_ACTION',
        'INDICATEURS',
        'EQUIPEMENTS',
        'BUDGET',
        'REUNIONS',
        'FREQUENCES',
      ]),
    )
  })
})

describe('territory', () => {
  it('has the ten communes of the table, all and only those of the EPCI, under their official names', async () => {
    const { communes, epcis } = await readDecoupage()
    const membres = communes
      .filter(({ epci_siren }) => epci_siren === '241300375')
      .map(({ code, nom }) => `${code} ${nom}`)
    expect(territoire.communes.map(({ insee, nom }) => `${insee} ${nom}`).sort()).toEqual(membres.sort())
    expect(territoire.communes).toHaveLength(10)
    expect(territoire.epcis).toEqual([
      { siren: '241300375', nom: epcis.find(({ siren }) => siren === '241300375')?.nom, nomSource: 'CCVBA' },
    ])
  }, 30_000)

  it('keeps the spelling of the document and flags the two that name no commune', () => {
    const sources = Object.fromEntries(territoire.communes.map(({ nom, nomSource }) => [nom, nomSource]))
    expect(sources).toMatchObject({
      Fontvieille: 'Fontvielle',
      'Mas-Blanc-des-Alpilles': 'Mas Blanc Les Alpilles',
      Aureille: null,
    })
    expect(formatReserves(dossier, 'COMMUNE').split('\n')).toHaveLength(2)
  })

  it('reads the Caf as that of the Bouches-du-Rhône, and says that the document does not', () => {
    expect(organismes[0]).toMatchObject({ ref: convention.caf, type: 'CAF', departement: '13', nomSource: 'Caf' })
    expect(formatReserves(dossier, 'ORGANISME')).toContain('sans son département')
    expect(countBy(organismes, ({ type }) => type)).toEqual({ CAF: 1, EPCI: 1, COMMUNE: 10 })
  })
})

describe('governance', () => {
  it('has five bodies, the rencontre CDC inside the groupe projet, and no meeting', () => {
    expect(instances.map(({ ref, type, parent }) => [ref, type, parent])).toEqual([
      ['copil', 'COPIL', null],
      ['cotech', 'COTECH', null],
      ['groupe-projet', 'GROUPE_PROJET', null],
      ['rencontre-cdc', 'RENCONTRE', 'groupe-projet'],
      ['commissions', 'COMMISSION', null],
    ])
    expect(instances.flatMap(({ reunions }) => reunions)).toEqual([])
  })

  it('reads each frequency as it is written', () => {
    expect(regle('copil')).toMatchObject({ mode: 'MINIMUM', minimum: 1, maximum: null, periode: 'AN_CIVIL' })
    expect(regle('copil')?.source).toMatch(/à minima une fois par an.*à minima 1 fois par an/)
    expect(regle('cotech')).toMatchObject({
      mode: 'FOURCHETTE',
      minimum: 1,
      maximum: 2,
      periode: 'AN_CIVIL',
      source: 'Se réunit 1 à 2 fois par an',
    })
    expect(regle('groupe-projet')).toMatchObject({
      mode: 'MOYENNE',
      moyenne: 1,
      minimum: null,
      periode: 'MOIS',
      source: 'Se réunit 1 fois tous les mois en moyenne avec la CAF',
    })
    expect(regle('commissions')).toMatchObject({ mode: 'NON_PRECISEE', minimum: null, periode: null })
  })

  it('takes « bimensuelle » literally and flags it, instead of converting it', () => {
    expect(regle('rencontre-cdc')).toMatchObject({
      mode: 'MINIMUM',
      minimum: 2,
      periode: 'MOIS',
      aConfirmer: true,
      source: 'Rencontre CDC bimensuelle',
    })
    expect(instances.flatMap(({ regles }) => regles).filter(({ aConfirmer }) => aConfirmer)).toHaveLength(1)
    expect(formatReserves(dossier, 'REGLE')).toMatch(/bimensuelle.*24 par an.*bimestrielle.*6 par an/)
  })

  it('keeps who sits and what each body must do', () => {
    expect(instances.map(({ missions }) => missions.length)).toEqual([4, 4, 6, 0, 3])
    expect(instances[0]?.composition).toContain(
      'Représentants politiques et stratégiques (signataires) (décideurs et financeurs)',
    )
    expect(instances[1]?.composition).toBe('Représentants stratégiques (signataires)')
    expect(instances[1]?.missions[2]).toMatch(/résultats, facteurs de réussite, difficultés et perspectives/)
    expect(instances[2]?.missions).toContain('Réaliser le rapport d’activités annuel')
    expect(instances[2]?.membres.map(({ libelle, organisme }) => [libelle, organisme])).toEqual([
      ['Chargé de coopération', null],
      ['Personnes ressources CTG', null],
      ['Chargé de mission Caf', 'caf'],
    ])
    expect(instances[4]?.membres).toHaveLength(4)
  })

  it('has the COTECH propose the adjustments and the COPIL validate them, flagged; leaves the rest to a setting', () => {
    expect(listCompetences(dossier)).toEqual([
      ['copil', 'FICHE', 'DECIDE', 'Suivre l’avancée'],
      ['cotech', 'FICHE', 'PROPOSE', 'Suivre l’état'],
    ])
    expect(instances[0]?.missions).toContain(instances[0]?.competences[0]?.source)
    expect(instances[1]?.competences[0]?.source).toMatch(
      /proposer les ajustements nécessaires.*résultats, facteurs de réussite, difficultés et perspectives à présenter au Comité de pilotage/,
    )
    expect(formatReserves(dossier, 'INSTANCE')).toMatch(/« les ajustements »/)
  })

  it('writes no quorum, names nobody, and says of nobody that they lead together', () => {
    expect(listInventions(dossier)).toEqual([])
    expect(instances.flatMap(({ membres }) => membres).filter(({ coanimation }) => coanimation)).toEqual([])
  })

  it('entrusts 12 missions to the chargés de coopération: 4 + 2 + 3 + 3', () => {
    expect(dossier.missions).toHaveLength(12)
    expect(Object.values(countBy(dossier.missions, ({ bloc }) => bloc))).toEqual([4, 2, 3, 3])
  })
})

describe('ETP', () => {
  it('has three schémas: that of the previous CTG, closed, and two proposed', () => {
    expect(
      schemas.map(({ ref, debut, fin, total, etat, anterieur }) => [ref, debut, fin, total, etat, anterieur]),
    ).toEqual([
      ['schema-2022-2025', '2022-01-01', '2025-12-31', '3.3', 'CLOS', true],
      ['schema-2026', '2026-01-01', '2026-12-31', '3.1', 'PROPOSE', false],
      ['schema-2027-2030', '2027-01-01', '2030-12-31', '3.3', 'PROPOSE', false],
    ])
    expect(
      schemas.flatMap(({ croisements, postes, developpements }) => [...croisements, ...postes, ...developpements]),
    ).toEqual([])
  })

  it('sums to 3,3 / 3,1 / 3,3 by commune and to 3,1 / 3,3 by thématique, in exact hundredths', () => {
    expect(SCHEMAS.map((ref) => sumQuotites(porteurs(ref)))).toEqual([330, 310, 330])
    expect(SCHEMAS.map((ref) => sumQuotites(thematiques(ref)))).toEqual([0, 310, 330])
    expect(schemas.map(({ total }) => centiemesFromDecimal(total ?? '0'))).toEqual([330, 310, 330])
  })

  it('has twelve lines by commune, whose ten communes sum to 2,3 / 2,6 / 2,8', () => {
    for (const ref of SCHEMAS) {
      const communes = porteurs(ref).filter(({ organisme }) =>
        organismes.some((o) => o.ref === organisme && o.type === 'COMMUNE'),
      )
      expect(porteurs(ref)).toHaveLength(12)
      expect(communes).toHaveLength(10)
      expect(sumQuotites(communes)).toBe({ 'schema-2022-2025': 230, 'schema-2026': 260, 'schema-2027-2030': 280 }[ref])
    }
  })

  it.each([
    ['Aureille', ['0.2', '0', '0.2']],
    ['Eygalières', ['0.2', '0.2', '0.2']],
    ['Fontvieille', ['0.3', '0.3', '0.3']],
    ['Les Baux-de-Provence', ['0', '0', '0']],
    ['Mas-Blanc-des-Alpilles', ['0', '0', '0']],
    ['Maussane-les-Alpilles', ['0.2', '0.2', '0.2']],
    ['Mouriès', ['0.3', '0.3', '0.3']],
    ['Paradou', ['0.2', '0.2', '0.2']],
    ['Saint-Étienne-du-Grès', ['0.2', '0.2', '0.2']],
    ['Saint-Rémy-de-Provence', ['0.7', '1.2', '1.2']],
    ['CCVBA', [null, '0', '0']],
    ['Global', ['1', '0.5', '0.5']],
  ])('gives %s its three figures', (libelle, quotites) => {
    expect(SCHEMAS.map((ref) => ligne(ref, libelle)?.quotite)).toEqual(quotites)
  })

  it('gives the thématiques their figures, the global post beside the four AFAS themes', () => {
    expect(thematiques('schema-2026').map(({ theme, quotite }) => [theme, quotite])).toEqual([
      ['PETITE_ENFANCE', '1.6'],
      ['PARENTALITE', '0.3'],
      ['DROITS_VIE_SOCIALE', '0.3'],
      ['ENFANCE_JEUNESSE', '0.4'],
      ['GLOBAL', '0.5'],
    ])
    expect(thematiques('schema-2027-2030').map(({ quotite }) => quotite)).toEqual(['1.7', '0.3', '0.3', '0.5', '0.5'])
    expect(thematiques('schema-2026').at(-1)).toMatchObject({
      libelle: 'Chargé de coopération global',
      note: 'confié à un opérateur extérieur',
      situation: 'EXTERNALISE',
    })
  })

  it('keeps the number and the reason of each zero', () => {
    const zeros = (ref: string) =>
      porteurs(ref)
        .filter(({ quotite }) => quotite === null || quotite === '0')
        .map(({ libelle, motifZero, note }) => [libelle, motifZero, note])
    expect(zeros('schema-2022-2025')).toEqual([
      ['Les Baux-de-Provence', 'PORTE_PAR_AUTRE', 'porté par la ville de Maussane-Les-Alpilles'],
      ['Mas-Blanc-des-Alpilles', 'PORTE_PAR_AUTRE', 'porté par la ville de Saint-Rémy-de-Provence'],
      ['CCVBA', 'NEANT', 'Néant'],
    ])
    const suivants = [
      ['Les Baux-de-Provence', 'NON_PRECISE', null],
      ['Mas-Blanc-des-Alpilles', 'NON_PRECISE', null],
      ['CCVBA', 'SANS_ETP', null],
    ]
    expect(zeros('schema-2026')).toEqual([['Aureille', 'A_NEGOCIER', 'à négocier avec la CAF'], ...suivants])
    expect(zeros('schema-2027-2030')).toEqual(suivants)
    expect(
      schemas
        .flatMap(({ affectations }) => affectations)
        .filter(({ quotite, motifZero }) => quotite !== '0' && quotite !== null && motifZero !== null),
    ).toEqual([])
  })

  it('tells planned from filled: 3,1 of the 3,3 of 2022-2025, Aureille never filled', () => {
    const jamais = porteurs('schema-2022-2025').filter(({ situation }) => situation === 'JAMAIS_POURVU')
    expect(jamais.map(({ libelle, note }) => [libelle, note])).toEqual([['Aureille', 'jamais pourvu']])
    expect(sumQuotites(porteurs('schema-2022-2025')) - sumQuotites(jamais)).toBe(310)
    expect(ligne('schema-2027-2030', 'Aureille')).toMatchObject({
      note: 'Reprise soit en direct soit externalisé',
      situation: 'NON_PRECISE',
    })
  })

  it('keeps Global apart from the commune that carries it', () => {
    expect(ligne('schema-2022-2025', 'Global')).toMatchObject({
      organisme: null,
      note: 'porté par la ville de Saint-Rémy-de-Provence',
    })
    expect(ligne('schema-2026', 'Global')).toMatchObject({
      situation: 'EXTERNALISE',
      note: 'externalisé et co-financé par les communes',
    })
  })

  it('keeps the thématiques written beside a line, without a split', () => {
    expect(ligne('schema-2026', 'Saint-Rémy-de-Provence')?.themesTexte).toEqual([
      'Petite enfance',
      'Parentalité',
      'Inclusion',
      'Accès aux droits',
    ])
    expect(ligne('schema-2026', 'Mouriès')?.themesTexte).toEqual([
      'Petite enfance',
      'Parentalité',
      'Enfance jeunesse',
      'Inclusion',
    ])
    expect(ligne('schema-2027-2030', 'Paradou')?.themesTexte).toEqual([
      'Petite enfance',
      'Enfance jeunesse',
      'Inclusion',
    ])
    expect(ligne('schema-2026', 'CCVBA')?.themesTexte).toEqual(['Accès aux droits /mobilités'])
    expect(porteurs('schema-2022-2025').flatMap(({ themesTexte }) => themesTexte)).toEqual([])
    expect(formatReserves(dossier, 'AFFECTATION')).toMatch(/Inclusion.*mobilités/)
  })
})
