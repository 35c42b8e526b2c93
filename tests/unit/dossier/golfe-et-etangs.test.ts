import { describe, expect, it } from 'vitest'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { readDecoupage } from '@/prisma/reference/decoupage'
import { dossier as ecrit } from '@/prisma/seed/golfe-et-etangs'
import { dossier as autre } from '@/prisma/seed/vallee-des-baux-alpilles'
import { sumQuotites } from './etp'
import { countBy, formatReserves, listCompetences, listInventions, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, instances } = dossier
const valleeDesBaux = readEcrit(autre)

describe('convention', () => {
  it('has no period, signature, signatory or délibération, and says so', () => {
    expect(convention).toMatchObject({
      slug: 'golfe-et-etangs',
      nom: 'Golfe et étangs',
      dateDebut: null,
      dateFin: null,
      periodeTexte: null,
      predecesseur: null,
    })
    expect(convention.signature).toEqual({ date: null, lieu: null, texte: null })
    expect(organismes.every(({ signataire, representants }) => signataire === null && representants.length === 0)).toBe(
      true,
    )
    expect(dossier.deliberations).toEqual([])
    const sujets = dossier.lacunes.map(({ sujet }) => sujet)
    expect(new Set(sujets).size).toBe(sujets.length)
    expect(sujets).toEqual(
      expect.arrayContaining([
        'PERIODE',
        'SIGNATURE',
        'PARTIES',
        'TERRITOIRE',
        'PLAN_ACTION',
        'INDICATEURS',
        'EQUIPEMENTS',
        'REUNIONS',
      ]),
    )
  })

  it('has no fiche, equipment or cost', () => {
    expect(dossier.plan).toBeNull()
    expect(dossier.equipements).toEqual([])
    expect(dossier.coutsEtp).toEqual([])
  })

  it('flags what character recognition damaged', () => {
    expect(formatReserves(dossier, 'CONVENTION')).toMatch(/lls sont mobilisés.*reconnaissance de caractères/)
    const textes = JSON.stringify({ convention, instances, missions: dossier.missions })
    expect(textes).not.toMatch(/ceuvre|I[’']|lls |difféer| a minima/)
  })
})

describe('territory', () => {
  it('names only Fos-sur-Mer and Istres, and no EPCI', async () => {
    const officielles = new Map((await readDecoupage()).communes.map(({ code, nom }) => [code, nom]))
    expect(territoire.communes.map(({ insee, nom }) => [insee, nom])).toEqual([
      ['13039', 'Fos-sur-Mer'],
      ['13047', 'Istres'],
    ])
    expect(territoire.communes.map(({ insee }) => officielles.get(insee ?? ''))).toEqual(['Fos-sur-Mer', 'Istres'])
    expect(territoire.communes[0]?.nomSource).toBe('Fos Sur Mer')
    expect(territoire.epcis).toEqual([])
    expect(territoire.nombreCommunes).toBeNull()
  }, 30_000)

  it('reads the Caf as that of the Bouches-du-Rhône and flags it', () => {
    expect(organismes.map(({ type, departement }) => [type, departement])).toEqual([
      ['CAF', '13'],
      ['COMMUNE', '13'],
      ['COMMUNE', '13'],
    ])
    expect(formatReserves(dossier, 'ORGANISME')).toContain('n’est pas écrit')
  })
})

describe('governance', () => {
  it('has the bodies, duties and rules of Vallée des Baux Alpilles, word for word', () => {
    expect(instances).toEqual(valleeDesBaux.instances)
    expect(
      instances.flatMap(({ regles }) =>
        regles.map(({ mode, minimum, maximum, moyenne, periode }) => [mode, minimum, maximum, moyenne, periode]),
      ),
    ).toEqual([
      ['MINIMUM', 1, null, null, 'AN_CIVIL'],
      ['FOURCHETTE', 1, 2, null, 'AN_CIVIL'],
      ['MOYENNE', null, null, 1, 'MOIS'],
      ['MINIMUM', 2, null, null, 'MOIS'],
      ['NON_PRECISEE', null, null, null, null],
    ])
    expect(listInventions(dossier)).toEqual([])
    expect(listCompetences(dossier).map(([ref, matiere, pouvoir]) => [ref, matiere, pouvoir])).toEqual([
      ['copil', 'FICHE', 'DECIDE'],
      ['cotech', 'FICHE', 'PROPOSE'],
    ])
  })

  it('flags that the layout lost which rule belongs to which body', () => {
    expect(formatReserves(dossier, 'INSTANCE')).toContain('Le rattachement suit le contenu')
    expect(formatReserves(dossier, 'REGLE')).toContain('Rencontre CDC bimensuelle')
  })

  it('entrusts 12 missions: 4 + 2 + 3 + 3', () => {
    expect(Object.values(countBy(dossier.missions, ({ bloc }) => bloc))).toEqual([4, 2, 3, 3])
    expect(dossier.missions).toEqual(valleeDesBaux.missions)
  })
})

describe('ETP', () => {
  const schema = dossier.schemas[0]

  it('is 3,1 existing + 0,7 of development (0,2 Fos-sur-Mer, 0,5 Istres) = 3,8', () => {
    expect(dossier.schemas).toHaveLength(1)
    expect(schema?.developpements.map(({ organisme, quotite }) => [organisme, quotite])).toEqual([
      ['fos-sur-mer', '0.2'],
      ['istres', '0.5'],
    ])
    const developpement = sumQuotites(schema?.developpements ?? [])
    expect(developpement).toBe(70)
    expect(centiemesFromDecimal(schema?.existant ?? '0')).toBe(310)
    expect(centiemesFromDecimal(schema?.existant ?? '0') + developpement).toBe(
      centiemesFromDecimal(schema?.total ?? '0'),
    )
    expect(schema?.total).toBe('3.8')
  })

  it('has no margin, no cross table and no post: the existing 3,1 is not broken down', () => {
    expect(schema).toMatchObject({
      affectations: [],
      croisements: [],
      postes: [],
      debut: null,
      fin: null,
      etat: 'PROPOSE',
      anterieur: false,
    })
    expect(dossier.lacunes.find(({ sujet }) => sujet === 'ETP')?.raison).toMatch(/ni par commune ni par thématique/)
  })

  it('infers the four AFAS themes, and flags it; « 3,80 » and « 3.8 » are one total', () => {
    expect(schema?.note?.match(/^\d\. /gm)).toHaveLength(4)
    expect(formatReserves(dossier, 'SCHEMA')).toContain('Fetite enfancednciusion')
    expect(formatReserves(dossier, 'SCHEMA')).toMatch(/3,80.*3\.8/)
  })
})
