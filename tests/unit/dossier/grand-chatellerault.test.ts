import { describe, expect, it } from 'vitest'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { readDecoupage } from '@/prisma/reference/decoupage'
import { dossier as ecrit } from '@/prisma/seed/grand-chatellerault'
import { countBy, formatReserves, listCompetences, listInventions, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, plan } = dossier
const representants = organismes.flatMap((organisme) =>
  organisme.representants.map((r) => ({ ...r, organisme: organisme.ref })),
)
const sujets = dossier.lacunes.map(({ sujet }) => sujet)

describe('terms', () => {
  it('runs from the signature, Poitiers 31/12/2019, to 31/12/2024', () => {
    expect(convention.signature).toMatchObject({ date: '2019-12-31', lieu: 'Poitiers' })
    expect(convention.dateDebut).toBe(convention.signature.date)
    expect(convention.dateFin).toBe('2024-12-31')
    expect(convention.periodeTexte).toContain('date de signature')
  })

  it('ends with three months’ notice by registered letter, and changes by avenant', () => {
    expect(convention.resiliation).toMatchObject({ preavisMois: 3, miseEnDemeureMois: null })
    expect(convention.resiliation.texte).toContain('lettre recommandée avec avis de réception')
    expect(convention.modificationTexte).toContain('Toute modification fera l’objet d’un avenant')
    expect(convention.renouvellement).toEqual({ mode: 'NON_PRECISE', texte: null })
    expect(dossier.avenants).toEqual([])
  })

  it('asks that shared data name their source', () => {
    expect(convention.presentation).toMatch(/mention «.Source CAF de la Vienne.»/)
  })
})

describe('parties', () => {
  it('has three signatories: Caf, MSA, communauté d’agglomération', () => {
    expect(organismes.map(({ type, signataire }) => [type, signataire])).toEqual([
      ['CAF', true],
      ['MSA', true],
      ['EPCI', true],
    ])
    expect(organismes[2]).toMatchObject({ siren: '248600413', nom: 'CA Grand Châtellerault' })
  })

  it('has five people, one of whom signs without being named among the parties', () => {
    expect(
      representants.map(({ organisme, prenom, nom, fonction }) => [organisme, `${prenom} ${nom}`, fonction]),
    ).toEqual([
      ['caf', 'Tania CONCI', 'Directrice'],
      ['caf', 'Marlène BOURDIN', 'Présidente'],
      ['msa', 'Grégoire AUGERON', 'Président du conseil d’administration, dûment autorisé'],
      ['msa', 'Patrice LEON', 'Directeur'],
      ['ca-grand-chatellerault', 'Jean-Pierre ABELIN', 'Président'],
    ])
    expect(representants.every(({ signe }) => signe)).toBe(true)
    expect(representants.filter(({ designe }) => !designe).map(({ nom }) => nom)).toEqual(['BOURDIN'])
    expect(formatReserves(dossier, 'ORGANISME')).toContain('Marlène BOURDIN')
  })

  it('keeps the two like addresses apart: 41 and 37 rue du Touffenet', () => {
    expect(organismes.map(({ adresse }) => adresse?.slice(0, 19))).toEqual([
      '41 rue du Touffenet',
      '37 rue du Touffenet',
      '78 bd Blossac – CS ',
    ])
  })

  it('knows of no délibération, and says so', () => {
    expect(dossier.deliberations).toEqual([])
    expect(sujets).toContain('DELIBERATIONS')
  })
})

describe('territory', () => {
  const { communes } = territoire
  const entrees = (date: string) => communes.filter(({ dateEntree }) => dateEntree === date)

  it('has 47 communes without duplicate: 4 at the end of 2019 and 43 at the end of 2020', () => {
    expect(territoire.nombreCommunes).toBe(47)
    expect(communes).toHaveLength(47)
    expect(new Set(communes.map(({ insee }) => insee)).size).toBe(47)
    expect(entrees('2019-12-31').map(({ nom }) => nom)).toEqual([
      'Châtellerault',
      'Senillé-Saint-Sauveur',
      'Thuré',
      'Colombiers',
    ])
    expect(entrees('2020-12-31')).toHaveLength(43)
    expect(
      communes.every(
        ({ motifEntree }) =>
          motifEntree?.startsWith('Fin des Contrats Enfance Jeunesse') ||
          motifEntree?.startsWith('Fin du Contrat Enfance Jeunesse'),
      ),
    ).toBe(true)
  })

  it('keeps the document’s spelling beside the official name', () => {
    const source = Object.fromEntries(communes.map(({ nom, nomSource }) => [nom, nomSource]))
    expect(source).toMatchObject({
      'Availles-en-Châtellerault': 'Availles en Chatellerault',
      'Savigny-sous-Faye': 'Savigné Sous Faye',
      Mairé: 'Maire',
      Oyré: 'Oyre',
      Thuré: null,
    })
    expect(formatReserves(dossier, 'COMMUNE')).toContain('Savigné Sous Faye')
  })

  it('names each commune as the official division does; 45 of the 47 are members of the EPCI today', async () => {
    const officielles = new Map((await readDecoupage()).communes.map((commune) => [commune.code, commune]))
    const trouvees = communes.map(({ insee }) => officielles.get(insee ?? ''))
    expect(trouvees.map((commune) => commune?.nom)).toEqual(communes.map(({ nom }) => nom))
    expect(trouvees.filter((commune) => commune?.epci_siren === '248600413')).toHaveLength(45)
  })

  it('flags that annexe 2 and the EPCI do not list the same communes', () => {
    expect(communes.filter(({ insee }) => insee === '86040' || insee === '86236')).toHaveLength(2)
    expect(communes.some(({ nom }) => nom === 'Orches' || nom === 'Sossais')).toBe(false)
    expect(formatReserves(dossier, 'TERRITOIRE')).toMatch(/La Bussière et Saint-Pierre-de-Maillé.*ni Orches ni Sossais/)
  })

  it('carries the figures of the preamble', () => {
    expect(dossier.chiffres.map(({ valeur }) => valeur)).toEqual(['47', '84904', '19.4', '38455', '15189'])
    expect(dossier.chiffres[1]?.source).toContain('Insee')
    expect(dossier.chiffres[4]?.source).toBeNull()
  })
})

describe('plan', () => {
  const axes = plan?.axes ?? []
  const feuilles = axes.filter(({ ref }) => !axes.some(({ parent }) => parent === ref))

  it('numbers the four axes as the body does: droits, logement, vie sociale, services', () => {
    const racines = axes.filter(({ parent }) => parent === null)
    expect(plan?.niveaux).toEqual(['Axe stratégique', 'Volet'])
    expect(racines.map(({ numero, titre }) => [numero, titre.split(' ').slice(0, 3).join(' ')])).toEqual([
      ['1', 'Organiser et qualifier'],
      ['2', 'Déployer une offre'],
      ['3', 'Définir une politique'],
      ['4', 'Assurer le maintien'],
    ])
    expect(axes.filter(({ parent }) => parent === 'axe-4').map(({ numero, titre }) => `${numero} ${titre}`)).toEqual([
      '4.1 Petite Enfance',
      '4.2 Enfance',
      '4.3 Jeunesse',
      '4.4 Accompagnement à la fonction parentale',
    ])
  })

  it('keeps the other order of the list of article 2 in the enjeux, and flags it', () => {
    expect(dossier.enjeux.map(({ ref }) => ref)).toEqual([
      'enjeu-droits',
      'enjeu-services',
      'enjeu-logement',
      'enjeu-vie-sociale',
    ])
    expect(formatReserves(dossier, 'PLAN')).toContain('ne suivent pas le même ordre')
  })

  it('has seven thématiques, each with its objectives and the reason why it carries no fiche', () => {
    expect(feuilles).toHaveLength(7)
    expect(feuilles.map(({ objectifs }) => objectifs.length)).toEqual([3, 6, 3, 3, 3, 5, 6])
    expect(feuilles.every(({ absence }) => absence?.includes('deuxième semestre 2020'))).toBe(true)
  })

  it('has no fiche-action, and says why', () => {
    expect(plan?.fiches).toEqual([])
    expect(plan?.raisonSansFiche).toContain('sans fiche-action')
    expect(sujets).toEqual(expect.arrayContaining(['PLAN_ACTION', 'INDICATEURS', 'EQUIPEMENTS']))
    expect(dossier.equipements).toEqual([])
  })

  it('gives the three calendars of the plan, and flags that they differ', () => {
    expect(dossier.jalons.map(({ periode }) => [periode?.debut, periode?.fin])).toEqual([
      ['2020-01-01', null],
      ['2020-01-01', '2020-12-31'],
      ['2020-07-01', '2020-12-31'],
    ])
    expect(formatReserves(dossier, 'PLAN')).toContain('trois calendriers différents')
  })
})

describe('governance and evaluation', () => {
  const copil = dossier.instances[0]

  it('has one comité de pilotage, co-led, with five missions and no frequency', () => {
    expect(dossier.instances.map(({ type }) => type)).toEqual(['COPIL'])
    expect(copil?.animation).toMatch(/^Co-animé par la CAF et la communauté d’Agglomération/)
    expect(copil?.missions).toHaveLength(5)
    expect(copil?.regles.map(({ mode }) => mode)).toEqual(['NON_PRECISEE'])
    expect(copil?.reunions).toEqual([])
    expect(sujets).toEqual(expect.arrayContaining(['GOUVERNANCE', 'FREQUENCES', 'REUNIONS']))
  })

  it('has the COPIL decide of the plan and of its indicators, flagged, and the Caf and the EPCI lead it together', () => {
    expect(listCompetences(dossier)).toEqual([
      ['copil', 'FICHE', 'DECIDE', 'Valide les'],
      ['copil', 'CIBLE', 'DECIDE', 'Valide les'],
    ])
    expect(copil?.missions).toContain(copil?.competences[0]?.source)
    expect(formatReserves(dossier, 'INSTANCE')).toMatch(
      /sans nommer le report d’une action ni le changement d’une cible/,
    )
    expect(copil?.membres.filter(({ coanimation }) => coanimation).map(({ organisme }) => organisme)).toEqual([
      'caf',
      'ca-grand-chatellerault',
    ])
    expect(listInventions(dossier)).toEqual([])
  })

  it('does not seat the MSA, which signs, and flags the words of the template', () => {
    expect(copil?.membres.map(({ organisme, voix }) => [organisme, voix])).toEqual([
      ['caf', 'NON_PRECISEE'],
      ['ca-grand-chatellerault', 'NON_PRECISEE'],
      [null, 'CONSULTATIVE'],
    ])
    expect(copil?.composition).toContain('communauté de communes')
    expect(formatReserves(dossier, 'INSTANCE')).toContain('communauté de communes')
    expect(formatReserves(dossier, 'INSTANCE')).toContain('deux partenaires')
    expect(formatReserves(dossier, 'EVALUATION')).toContain('deux parties')
  })

  it('promises yearly and final evaluations, and that of the post', () => {
    expect(dossier.evaluations.map(({ ref, periodicite }) => [ref, periodicite])).toEqual([
      ['annuelle', 'annuelle'],
      ['finale', null],
      ['fonction-cooperation', null],
    ])
  })
})

describe('coopération', () => {
  const schema = dossier.schemas[0]

  it('agrees 1 ETP = 0,7 + 0,3, by charge and not by AFAS theme', () => {
    const lignes = schema?.affectations ?? []
    expect(dossier.schemas).toHaveLength(1)
    expect(schema).toMatchObject({ total: '1', etat: 'VALIDE', anterieur: false })
    expect(lignes.map(({ marge, theme, quotite }) => [marge, theme, quotite])).toEqual([
      ['THEMATIQUE', null, '0.7'],
      ['THEMATIQUE', null, '0.3'],
    ])
    expect(lignes.reduce((somme, { quotite }) => somme + centiemesFromDecimal(quotite ?? '0'), 0)).toBe(
      centiemesFromDecimal(schema?.total ?? '0'),
    )
    expect(lignes[0]?.libelle).toContain('politiques éducatives')
  })

  it('invents neither a post nor who carries it', () => {
    expect(schema?.postes).toEqual([])
    expect(schema?.affectations.some(({ marge }) => marge === 'PORTEUR')).toBe(false)
    expect(sujets).toContain('ETP')
    expect(schema?.note).toContain('professionnel extérieur à la Caf')
  })

  it('gives the cost of an ETP as an indication, with its source', () => {
    expect(dossier.coutsEtp).toHaveLength(1)
    expect(dossier.coutsEtp[0]).toMatchObject({ montant: '48000', indicatif: true, valableDu: null })
    expect(dossier.coutsEtp[0]?.source).toContain('annexe 1')
  })

  it('lists the 17 activities of the référentiel d’emploi under its four headings', () => {
    expect(Object.values(countBy(dossier.missions, ({ bloc }) => bloc))).toEqual([6, 3, 3, 5])
  })
})

it('attaches two annexes, the second waiting for national models', () => {
  expect(dossier.annexes.map(({ numero, etat }) => [numero, etat])).toEqual([
    ['1', 'FOURNIE'],
    ['2', 'PARTIELLE'],
  ])
})

it('flags the lost heading of article 3 and the start that is not written', () => {
  expect(formatReserves(dossier, 'CONVENTION')).toContain('Le titre de l’article 3')
  expect(formatReserves(dossier, 'CONVENTION')).toContain('La date de début n’est pas écrite')
})
