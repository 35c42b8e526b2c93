import { describe, expect, it } from 'vitest'
import { checkReferences } from '@/lib/dossier/check/rules/references'
import { LIMITES_SCHEMA } from '@/lib/dossier/check/rules/schemas'
import { readDossier, type ErreurDossier } from '@/lib/dossier/lecture/rules/dossier'
import { dossierSchema } from '@/lib/dossier/schema/dossier'
import { changeDocument, createDossierExemple } from '@/tests/support/dossiers/exemple'

/** Spaces of French typography as a keyboard types them. */
const plain = (message: string): string => message.replace(/[\u00A0\u202F]/g, ' ')

/** What is said of the example once each of these places holds another value. */
function check(...changements: [chemin: string, valeur: unknown][]): ErreurDossier[] {
  const document = changements.reduce<unknown>(
    (courant, [chemin, valeur]) => changeDocument(courant, chemin, valeur),
    createDossierExemple(),
  )
  return checkReferences(dossierSchema.parse(document)).map(({ chemin, message }) => ({
    chemin,
    message: plain(message),
  }))
}

function expectRefus(changements: [chemin: string, valeur: unknown][], chemin: string, message: RegExp): void {
  expect(check(...changements)).toEqual([{ chemin, message: expect.stringMatching(message) }])
}

const organisme = (ref: string, reste: object = {}) => ({ ref, type: 'ASSOCIATION', nom: ref, ...reste })

it('says nothing of a dossier that is right', () => {
  expect(check()).toEqual([])
})

describe('references are unique within their kind', () => {
  it.each<[string, string, unknown, string]>([
    ['organismes', 'organismes[2]', organisme('caf'), 'organismes[2].ref'],
    [
      'avenants',
      'avenants',
      [
        { ref: 'a', objet: 'x' },
        { ref: 'a', objet: 'y' },
      ],
      'avenants[1].ref',
    ],
    ['enjeux', 'enjeux[2]', { ref: 'jeunes', texte: 'x' }, 'enjeux[2].ref'],
    [
      'équipements',
      'equipements',
      [
        { ref: 'e', nom: 'x', nature: 'RPE' },
        { ref: 'e', nom: 'y', nature: 'LAEP' },
      ],
      'equipements[1].ref',
    ],
    ['instances', 'instances[1]', { ref: 'copil', type: 'COTECH', nom: 'x' }, 'instances[1].ref'],
    [
      'réunions of two instances',
      'instances[1]',
      { ref: 'cotech', type: 'COTECH', nom: 'x', reunions: [{ ref: 'copil-1', date: '2024-01-01', etat: 'PREVUE' }] },
      'instances[1].reunions[0].ref',
    ],
    ['axes', 'plan.axes[2]', { ref: 'axe-1', titre: 'x' }, 'plan.axes[2].ref'],
    ['fiches', 'plan.fiches[1]', { ref: 'coordination', axe: 'axe-1', titre: 'x' }, 'plan.fiches[1].ref'],
    [
      'étapes of two fiches',
      'plan.fiches[1]',
      { ref: 'autre', axe: 'axe-1', titre: 'x', etapes: [{ ref: 'etape-1', titre: 'x' }] },
      'plan.fiches[1].etapes[0].ref',
    ],
    [
      'indicateurs of two fiches',
      'plan.fiches[1]',
      {
        ref: 'autre',
        axe: 'axe-1',
        titre: 'x',
        indicateurs: [{ ref: 'indicateur-1', libelle: 'x', nature: 'NOMBRE' }],
      },
      'plan.fiches[1].indicateurs[0].ref',
    ],
    ['schémas', 'schemas[1]', { ref: 'schema-2024', libelle: 'x', etat: 'BROUILLON' }, 'schemas[1].ref'],
    [
      'postes of two schémas',
      'schemas[1]',
      { ref: 'autre', libelle: 'x', etat: 'BROUILLON', postes: [{ ref: 'poste-1', intitule: 'x', quotite: '1' }] },
      'schemas[1].postes[0].ref',
    ],
    [
      'évaluations',
      'evaluations',
      [
        { ref: 'e', objet: 'x' },
        { ref: 'e', objet: 'y' },
      ],
      'evaluations[1].ref',
    ],
  ])('%s', (_nom, chemin, valeur, attendu) => {
    expectRefus([[chemin, valeur]], attendu, /est déjà celle de .* : donnez-en une autre/)
  })

  it('leaves the same reference to two kinds', () => {
    expect(check(['evaluations', [{ ref: 'copil', objet: 'x' }]])).toEqual([])
  })
})

describe('every reference resolves', () => {
  it.each<[string, unknown?]>([
    ['deliberations[0].organisme'],
    ['instances[0].membres[0].organisme'],
    ['plan.fiches[0].pilotages[0].organisme'],
    ['schemas[0].affectations[0].organisme'],
    ['schemas[0].postes[0].organisme'],
    ['plan.fiches[0].axe'],
    ['plan.fiches[0].indicateurs[0].etape'],
    ['instances[0].reunions[0].points[0].decisions[0].fiche'],
    ['instances[0].reunions[0].points[0].decisions[0].schema'],
    ['enjeux[1].parent'],
    ['instances[0].parent'],
    ['plan.axes[0].parent'],
  ])('%s', (chemin) => {
    expectRefus([[chemin, 'absent']], chemin, /ne porte la référence « absent » : corrigez-la/)
  })

  it('an étape of another fiche is no étape of this one', () => {
    const autre = {
      ref: 'autre',
      axe: 'axe-1',
      titre: 'x',
      indicateurs: [{ ref: 'i', libelle: 'x', nature: 'NOMBRE', etape: 'etape-1' }],
    }
    expectRefus([['plan.fiches[1]', autre]], 'plan.fiches[1].indicateurs[0].etape', /plan\.fiches\[1\]\.etapes/)
  })

  it('developments too', () => {
    expectRefus(
      [
        ['schemas[0].etat', 'BROUILLON'],
        ['schemas[0].developpements', [{ libelle: 'x', organisme: 'absent', quotite: '1' }]],
      ],
      'schemas[0].developpements[0].organisme',
      /absent/,
    )
  })

  it('developments have the existing part they add to, but in history', () => {
    const developpements = [{ libelle: 'x', organisme: null, quotite: '0.1' }]
    expectRefus(
      [['schemas[0].developpements', developpements]],
      'schemas[0].developpements',
      /sans l’existant auquel ils s’ajoutent/,
    )
    expect(check(['schemas[0].etat', 'CLOS'], ['schemas[0].developpements', developpements])).toEqual([])
  })

  it('lines of a schéma are known by their libellé', () => {
    expectRefus(
      [['schemas[0].postes[0].affectation', 'Global']],
      'schemas[0].postes[0].affectation',
      /affectation PORTEUR .* « Global » : reprenez-le/,
    )
    expect(
      check(
        ['schemas[0].etat', 'BROUILLON'],
        ['schemas[0].croisements[0].porteur', 'x'],
        ['schemas[0].croisements[1].thematique', 'y'],
      ),
    ).toEqual([
      { chemin: 'schemas[0].croisements[0].porteur', message: expect.stringMatching(/PORTEUR .* « x »/) },
      { chemin: 'schemas[0].croisements[1].thematique', message: expect.stringMatching(/THEMATIQUE .* « y »/) },
    ])
  })

  it.each<[string, string | null, RegExp | null]>([
    ['CONVENTION', null, null],
    ['CONVENTION', 'exemple', null],
    ['CONVENTION', 'autre', /son slug/],
    ['TERRITOIRE', 'exemple', /ne porte pas de référence : mettez null/],
    ['COMMUNE', 'malijai', null],
    ['COMMUNE', 'digne', /territoire\.communes/],
    ['ORGANISME', 'mairie', null],
    ['DELIBERATION', 'mairie', null],
    ['DELIBERATION', 'caf', /deliberations/],
    ['REGLE', 'copil', null],
    ['REGLE', 'mairie', /instances/],
    ['AFFECTATION', 'schema-2024', null],
    ['ETAPE', 'etape-1', null],
    ['INDICATEUR', 'etape-1', /indicateurs/],
    ['FICHE', 'coordination', null],
    ['AXE', 'coordination', /plan\.axes/],
    ['ENJEU', 'jeunes', null],
    ['EVALUATION', 'jeunes', /evaluations/],
  ])('a reserve on %s %s', (type, ref, message) => {
    const erreurs = check(['reserves', [{ cible: { type, ref }, raison: 'x' }]])
    expect(erreurs).toEqual(
      message === null ? [] : [{ chemin: 'reserves[0].cible.ref', message: expect.stringMatching(message) }],
    )
  })

  it('an annexe is known by its number or its title', () => {
    const annexes: [string, unknown] = ['annexes', [{ numero: '4', titre: 'Gouvernance' }]]
    for (const ref of ['4', 'annexe-4', 'gouvernance'])
      expect(check(annexes, ['reserves', [{ cible: { type: 'ANNEXE', ref }, raison: 'x' }]])).toEqual([])
    expect(check(annexes, ['reserves', [{ cible: { type: 'ANNEXE', ref: '5' }, raison: 'x' }]])).toHaveLength(1)
  })
})

describe('the parties', () => {
  it('the Caf is there, is a Caf, and has a département', () => {
    expectRefus([['convention.caf', 'absente']], 'convention.caf', /ajoutez-y la Caf/)
    expectRefus([['convention.caf', 'mairie']], 'convention.caf', /n’est pas une Caf/)
    expectRefus([['organismes[0].departement', null]], 'organismes[0].departement', /écrivez son code/)
    expect(check(['organismes[0].departement', null], ['convention.demonstration', true])).toEqual([])
  })

  it('an organisme is named once', () => {
    expectRefus(
      [['organismes[2]', organisme('caf-2', { type: 'CAF', departement: '13' })]],
      'organismes[2]',
      /même organisme que « organismes\[0\] »/,
    )
    expectRefus(
      [['organismes[2]', organisme('x', { type: 'COMMUNE', nom: 'COMMUNE D’EXEMPLE' })]],
      'organismes[2]',
      /organismes\[1\]/,
    )
    expect(check(['organismes[2]', organisme('x', { type: 'EPCI', nom: 'Commune d’Exemple' })])).toEqual([])
  })
})

describe('trees', () => {
  it('do not turn round', () => {
    expect(check(['enjeux[0].parent', 'jeunes']).map(({ chemin }) => chemin)).toEqual([
      'enjeux[0].parent',
      'enjeux[1].parent',
    ])
    expectRefus([['instances[0].parent', 'copil']], 'instances[0].parent', /tourne en rond : mettez null/)
    const boucle = check(
      ['plan.axes[0].parent', 'axe-1-1'],
      ['plan.axes[2]', { ref: 'axe-2', parent: 'axe-1', titre: 'x' }],
    )
    expect(boucle.map(({ chemin }) => chemin)).toEqual([
      'plan.axes[0].parent',
      'plan.axes[1].parent',
      'plan.axes[2].parent',
    ])
  })

  it('axes have no more levels than names', () => {
    expectRefus(
      [['plan.axes[2]', { ref: 'axe-1-1-1', parent: 'axe-1-1', titre: 'x' }]],
      'plan.axes[2].parent',
      /niveau 3, mais plan\.niveaux n’en nomme que 2/,
    )
    expect(
      check(['plan.niveaux[2]', 'Sous-thème'], ['plan.axes[2]', { ref: 'axe-1-1-1', parent: 'axe-1-1', titre: 'x' }]),
    ).toEqual([])
  })

  it('a parent may come after its child, and a long chain is no trouble', () => {
    const chaine = Array.from({ length: 5_000 }, (_, i) => ({
      ref: `e-${i}`,
      texte: 'x',
      parent: i === 4_999 ? null : `e-${i + 1}`,
    }))
    expect(check(['enjeux', chaine])).toEqual([])
  })
})

describe('schémas', () => {
  it('balance on each margin that is filled in, unless a draft', () => {
    expect(check(['schemas[0].total', '1.6'], ['schemas[0].croisements', []])).toEqual([
      {
        chemin: 'schemas[0].affectations',
        message: expect.stringMatching(/par commune fait 1,50 ETP au lieu de 1,60/),
      },
      {
        chemin: 'schemas[0].affectations',
        message: expect.stringMatching(/par thématique fait 1,50 ETP au lieu de 1,60/),
      },
    ])
    const erreurs = check(['schemas[0].total', '1.6'])
    expect(erreurs.map(({ chemin }) => chemin)).toEqual([
      'schemas[0].affectations',
      'schemas[0].affectations',
      'schemas[0].croisements',
    ])
    expect(check(['schemas[0].total', '1.6'], ['schemas[0].etat', 'BROUILLON'])).toEqual([])
    for (const etat of ['PROPOSE', 'VALIDE', 'CLOS'])
      expect(check(['schemas[0].total', '1.6'], ['schemas[0].etat', etat])).toHaveLength(3)
  })

  it('leave an empty margin alone', () => {
    const [porteur] = createDossierExemple().schemas[0]?.affectations ?? []
    expect(check(['schemas[0].affectations', [porteur]], ['schemas[0].croisements', []])).toEqual([])
  })

  it('have a total before they are more than a draft', () => {
    expectRefus([['schemas[0].total', null]], 'schemas[0].total', /indiquez-le/)
  })

  it('agree with their cross table, their development and their lines', () => {
    expect(check(['schemas[0].croisements[0].quotite', '0.4'], ['schemas[0].croisements[1].quotite', '1.1'])).toEqual([
      { chemin: 'schemas[0].croisements', message: expect.stringMatching(/0,40 pour « Parentalité »/) },
      { chemin: 'schemas[0].croisements', message: expect.stringMatching(/1,10 pour « Global »/) },
    ])
    expectRefus(
      [
        ['schemas[0].existant', '1'],
        ['schemas[0].developpements', [{ libelle: 'x', quotite: '0.4' }]],
      ],
      'schemas[0].developpements',
      /1,40 ETP au lieu de 1,50/,
    )
    expectRefus(
      [
        ['schemas[0].etat', 'BROUILLON'],
        ['schemas[0].affectations[2].libelle', 'Parentalité'],
        ['schemas[0].croisements', []],
      ],
      'schemas[0].affectations[2].libelle',
      /distinguez les deux libellés/,
    )
    expectRefus(
      [
        ['schemas[0].etat', 'BROUILLON'],
        ['schemas[0].croisements[1].thematique', 'Parentalité'],
      ],
      'schemas[0].croisements[1]',
      /déjà remplie/,
    )
  })

  it('add exactly', () => {
    const ligne = (i: number) => ({ marge: 'PORTEUR', libelle: `l${i}`, quotite: '0.1' })
    const schema = { ref: 's', libelle: 's', etat: 'VALIDE', total: '0.3', affectations: [0, 1, 2].map(ligne) }
    expect(check(['schemas[1]', schema])).toEqual([])
  })

  it('do not overlap', () => {
    const schema = (debut: string | null, fin: string | null) => ({
      ref: 's',
      libelle: 's',
      etat: 'BROUILLON',
      debut,
      fin,
    })
    expectRefus(
      [['schemas[1]', schema('2025-12-31', '2026-12-31')]],
      'schemas[1].debut',
      /recouvre « 2024-2025 » le 31 décembre 2025/,
    )
    expect(check(['schemas[1]', schema('2026-01-01', '2026-12-31')])).toEqual([])
    expect(check(['schemas[1]', schema(null, null)])).toEqual([])
  })

  it('stay of a size that the database checks quickly', () => {
    const cases = Array.from({ length: LIMITES_SCHEMA.croisements + 1 }, () => ({
      porteur: 'x',
      thematique: 'y',
      quotite: '0',
    }))
    expectRefus([['schemas[0].croisements', cases]], 'schemas[0]', /150 lignes et 600 cases/)
    const schemas = Array.from({ length: LIMITES_SCHEMA.schemas + 1 }, (_, i) => ({
      ref: `s${i}`,
      libelle: 's',
      etat: 'BROUILLON',
    }))
    expect(check(['instances', []], ['schemas', schemas]).map(({ chemin }) => chemin)).toEqual(['schemas'])
  })

  it('nobody works more than full time, nor more than the post', () => {
    const occupation = (quotite: string, debut: string, fin: string | null = null) => ({
      personne: 'B. Exemple',
      quotite,
      debut,
      fin,
    })
    const deux: [string, unknown] = [
      'schemas[0].postes[1]',
      { ref: 'poste-2', intitule: 'y', quotite: '1', occupations: [occupation('0.6', '2024-01-01')] },
    ]
    expectRefus(
      [['schemas[0].postes[0].occupations', [occupation('0.5', '2024-06-01')]], deux],
      'schemas[0].postes[1].occupations[0]',
      /1,10 ETP le 1er juin 2024/,
    )
    expectRefus(
      [['schemas[0].postes[0].quotite', '0.5']],
      'schemas[0].postes[0]',
      /« Chargée de coopération » serait occupé à 0,80/,
    )
    expectRefus(
      [['schemas[0].postes[0].occupations[0].quotite', '0']],
      'schemas[0].postes[0].occupations[0].quotite',
      /n’en est pas une/,
    )
    expectRefus(
      [['schemas[0].postes[0].occupations[0].fin', '2023-12-31']],
      'schemas[0].postes[0].occupations[0].fin',
      /avant de commencer/,
    )
  })
})

describe('values that cannot be kept as they are', () => {
  it('dates of other centuries', () => {
    expectRefus(
      [['convention.dateDebut', '0202-01-01']],
      'convention.dateDebut',
      /L’année 0202 n’est pas entre 1900 et 2199/,
    )
    expectRefus([['instances[0].reunions[0].date', '2404-03-05']], 'instances[0].reunions[0].date', /vérifiez la date/)
    expect(check(['convention.nom', '0202-01-01'])).toEqual([])
  })

  it('decimals that a column would round', () => {
    expectRefus([['chiffres', [{ libelle: 'x', valeur: '19.456' }]]], 'chiffres[0].valeur', /arrondissez « 19\.456 »/)
    expectRefus([['coutsEtp', [{ montant: '48000.001', source: 'x' }]]], 'coutsEtp[0].montant', /centime/)
    expectRefus([['coutsEtp', [{ montant: '-1', source: 'x' }]]], 'coutsEtp[0].montant', /n’est pas un coût/)
    expectRefus([['coutsEtp', [{ montant: '12345678901', source: 'x' }]]], 'coutsEtp[0].montant', /n’est pas un coût/)
  })

  it('measures that end before they begin, communes told twice, numbers beyond reason', () => {
    expectRefus(
      [['plan.fiches[0].indicateurs[0].mesures[0].fin', '2023-12-31']],
      'plan.fiches[0].indicateurs[0].mesures[0].fin',
      /inversez/,
    )
    expectRefus(
      [['territoire.communes[1].nom', 'Aiglun']],
      'territoire.communes[1].nom',
      /déjà à « territoire\.communes\[0\] »/,
    )
    expectRefus([['territoire.nombreCommunes', 5_000_000_000]], 'territoire.nombreCommunes', /vérifiez ce nombre/)
  })
})

it('reading answers the same errors', () => {
  const document = changeDocument(createDossierExemple(), 'convention.caf', 'absente')
  expect(readDossier(document)).toMatchObject({ ok: false, erreurs: [{ chemin: 'convention.caf' }] })
})
