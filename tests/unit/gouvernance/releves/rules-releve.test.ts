import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDocument, type VersionDocument } from '@/lib/gouvernance/releves/rules/document'
import {
  buildReleve,
  checkInchange,
  type DecisionConstatee,
  type FaitsReleve,
  type MembreConstate,
  type PointConstate,
} from '@/lib/gouvernance/releves/rules/releve'
import { formatHeures, formatPresence } from '@/lib/gouvernance/releves/words'
import { formatDuree, formatHeure } from '@/lib/platform/heures'
import { contenuReleveSchema } from '@/lib/gouvernance/releves/schema'

const BROUILLON: VersionDocument = { numero: 1, etat: 'BROUILLON', motif: null, validations: [], attendus: [] }

const decision = (reste: Partial<DecisionConstatee> = {}): DecisionConstatee => ({
  texte: 'Retenir le plan',
  nature: 'VALIDATION',
  etat: 'PRISE',
  responsable: null,
  echeance: null,
  effet: null,
  proposee: false,
  fiche: null,
  indicateur: null,
  schema: null,
  avenant: null,
  cible: null,
  cibleTexte: null,
  ...reste,
})
const point = (reste: Partial<PointConstate> = {}): PointConstate => ({
  titre: 'Plan d’action',
  presentateur: null,
  dureeMinutes: null,
  etat: 'A_TRAITER',
  notes: null,
  fiche: null,
  indicateur: null,
  schema: null,
  document: null,
  proposition: null,
  reprise: null,
  decisions: [],
  ...reste,
})
const membre = (reste: Partial<MembreConstate> = {}): MembreConstate => ({
  libelle: 'La commune',
  personne: null,
  fonction: null,
  voix: 'DECISIVE',
  organisme: null,
  etat: null,
  representant: null,
  ...reste,
})
const faits = (reste: Partial<FaitsReleve> = {}): FaitsReleve => ({
  convention: { nom: 'Essai', titre: null, debut: null, fin: null },
  parties: [],
  instance: { nom: 'COPIL', animation: null, quorum: null, quorumTexte: null },
  reunion: {
    date: '2026-03-03',
    heureDebut: null,
    heureFin: null,
    lieu: null,
    objet: null,
    groupe: null,
    note: null,
    derogations: [],
  },
  membres: [],
  points: [],
  prochaine: null,
  ...reste,
})

/** Every text of a document, with the separators its lines do not have. */
const textOf = (lu: FaitsReleve, version = BROUILLON): string => JSON.stringify(buildDocument(buildReleve(lu), version))
const says = (lu: FaitsReleve, mot: string): boolean => textOf(lu).includes(JSON.stringify(mot).slice(1, -1))

describe('what minutes say', () => {
  it('numbers decisions in the order of the agenda', () => {
    const { points } = buildReleve(
      faits({ points: [point({ decisions: [decision(), decision()] }), point(), point({ decisions: [decision()] })] }),
    )
    expect(points.map(({ decisions }) => decisions.map(({ numero }) => numero))).toEqual([[1, 2], [], [3]])
  })

  it('calls a proposal a proposal, whatever became of it', () => {
    const { points } = buildReleve(
      faits({
        points: [point({ decisions: [decision({ etat: 'PRISE', proposee: true }), decision({ etat: 'ATTENDUE' })] })],
      }),
    )
    expect(points[0]?.decisions.map(({ issue }) => issue)).toEqual(['PROPOSEE', 'ATTENDUE'])
  })

  it.each([
    [decision({ effet: 'REPORTER_FICHE', fiche: '1.1 Crèche' }), 'Report de la fiche «\u00A01.1 Crèche\u00A0»'],
    [decision({ effet: 'ABANDONNER_FICHE', fiche: '1.1 Crèche' }), 'Abandon de la fiche «\u00A01.1 Crèche\u00A0»'],
    [
      decision({
        effet: 'CHANGER_CIBLE',
        indicateur: { libelle: 'Places', nature: 'NOMBRE', unite: 'places' },
        cible: '12',
      }),
      'Nouvelle cible de l’indicateur «\u00A0Places\u00A0»\u00A0: 12\u00A0places',
    ],
    [decision({ effet: 'VALIDER_SCHEMA', schema: '2027' }), 'Validation du schéma de coopération «\u00A02027\u00A0»'],
    [
      decision({ effet: 'VALIDER_AVENANT', avenant: 'Entrée d’une commune' }),
      'Validation de l’avenant «\u00A0Entrée d’une commune\u00A0»',
    ],
    [decision({ fiche: '1.1 Crèche' }), 'Concerne la fiche «\u00A01.1 Crèche\u00A0»'],
    [decision(), null],
  ])('says what a decision changes (%#)', (constatee, attendu) => {
    expect(buildReleve(faits({ points: [point({ decisions: [constatee] })] })).points[0]?.decisions[0]?.effet).toBe(
      attendu,
    )
  })

  it('groups members by side, and tells a quorum only of presences that were noted', () => {
    const caf = { id: 1, nom: 'Caf de l’essai', type: 'CAF' as const }
    const instance = { nom: 'COPIL', animation: null, quorum: 2, quorumTexte: 'La moitié des membres' }
    const inconnues = buildReleve(faits({ instance, membres: [membre(), membre({ organisme: caf })] }))
    expect(inconnues.colleges.map(({ nom }) => nom)).toEqual(['Caf de l’essai', 'Autres membres'])
    expect(inconnues.quorum).toEqual({
      phrase: 'Quorum non établi\u00A0: les présences ne sont pas notées (2 demandées).',
      source: 'La moitié des membres',
    })
    expect(
      buildReleve(faits({ instance, membres: [membre({ etat: 'PRESENT' }), membre({ etat: 'REPRESENTE' })] })).quorum
        .phrase,
    ).toMatch(/^Quorum atteint/)
    expect(buildReleve(faits({ instance: { ...instance, quorum: null } })).quorum.phrase).toMatch(
      /^Aucun quorum n’est saisi/,
    )
  })

  it('says « non précisé » of what nobody said, and nothing of what is not there', () => {
    const texte = textOf(faits({ points: [point({ decisions: [decision()] })], membres: [membre()] }))
    expect(texte.match(/non précisée?s?/g)?.length).toBeGreaterThanOrEqual(6)
    for (const absent of ['null', 'undefined', 'NaN', 'Objet', 'Dérogation', 'Corrige'])
      expect(texte).not.toContain(absent)
  })

  it('tells a point spoken of from one that was not', () => {
    const lu = faits({
      points: [
        point({ titre: 'A', notes: 'Un mot' }),
        point({ titre: 'B' }),
        point({ titre: 'C', etat: 'REPORTE' }),
        point({ titre: 'D', etat: 'TRAITE' }),
      ],
    })
    const suites = buildDocument(buildReleve(lu), BROUILLON).blocs.findLast((bloc) => bloc.genre === 'liste')
    expect(suites).toEqual({ genre: 'liste', items: ['2. B (non traité)', '3. C (reporté)'] })
  })

  it('says where a version stands, who validated and who is awaited', () => {
    const texte = textOf(faits(), {
      numero: 2,
      etat: 'A_VALIDER',
      motif: 'Un nom était faux',
      validations: [{ cote: 'CAF', nom: 'Camille Roussel, conseillère', quand: 'le 3 mars 2026 à 14\u00A0h\u00A005' }],
      attendus: [{ cote: 'COORDINATION', noms: ['Dominique Ferrand'] }],
    })
    for (const mot of [
      'Corrige la version précédente\u00A0: Un nom était faux',
      'Pour la Caf\u00A0: Camille Roussel, conseillère, le 3 mars 2026',
      'Pour la coordination\u00A0: validation attendue (Dominique Ferrand)',
      'version 2, à valider',
    ])
      expect(texte).toContain(mot)
  })
})

const texte = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((mot) => mot.trim() !== '')
const peutEtre = fc.option(texte, { nil: null })
const jour = fc.constantFrom('2026-01-01', '2026-12-31', '2028-02-29')
const uneDecision = fc.record({
  texte,
  nature: fc.constantFrom('VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT'),
  etat: fc.constantFrom('ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE'),
  responsable: peutEtre,
  echeance: fc.option(jour, { nil: null }),
  effet: fc.constant(null),
  proposee: fc.boolean(),
  fiche: peutEtre,
  indicateur: fc.constant(null),
  schema: peutEtre,
  avenant: peutEtre,
  cible: fc.constant(null),
  cibleTexte: fc.constant(null),
}) satisfies fc.Arbitrary<DecisionConstatee>
const unPoint = fc.record({
  titre: texte,
  presentateur: peutEtre,
  dureeMinutes: fc.option(fc.integer({ min: 1, max: 1440 }), { nil: null }),
  etat: fc.constantFrom('A_TRAITER', 'TRAITE', 'REPORTE'),
  notes: peutEtre,
  fiche: peutEtre,
  indicateur: peutEtre,
  schema: peutEtre,
  document: peutEtre,
  proposition: fc.option(fc.record({ instance: texte, date: jour, texte }), { nil: null }),
  reprise: fc.option(jour, { nil: null }),
  decisions: fc.array(uneDecision, { maxLength: 4 }),
}) satisfies fc.Arbitrary<PointConstate>
const unMembre = fc.record({
  libelle: texte,
  personne: peutEtre,
  fonction: peutEtre,
  voix: fc.constantFrom('DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE'),
  organisme: fc.option(
    fc.record({
      id: fc.integer({ min: 1, max: 5 }),
      nom: texte,
      type: fc.constantFrom('CAF', 'EPCI', 'COMMUNE', 'AUTRE'),
    }),
    { nil: null },
  ),
  etat: fc.constantFrom('PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE', null),
  representant: peutEtre,
}) satisfies fc.Arbitrary<MembreConstate>
const desFaits = fc.record({
  convention: fc.record({ nom: texte, titre: fc.constant(null), debut: fc.constant(null), fin: fc.constant(null) }),
  parties: fc.array(texte, { maxLength: 4 }),
  instance: fc.record({
    nom: texte,
    animation: peutEtre,
    quorum: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
    quorumTexte: peutEtre,
  }),
  reunion: fc.record({
    date: jour,
    heureDebut: fc.constantFrom(null, '14:00'),
    heureFin: fc.constantFrom(null, '16:30'),
    lieu: peutEtre,
    objet: peutEtre,
    groupe: peutEtre,
    note: peutEtre,
    derogations: fc.array(fc.record({ regle: fc.constant('HORS_CONVENTION'), motif: texte }), { maxLength: 2 }),
  }),
  membres: fc.array(unMembre, { maxLength: 6 }),
  points: fc.array(unPoint, { maxLength: 5 }),
  prochaine: fc.option(fc.record({ date: jour, heureDebut: fc.constantFrom(null, '09:00'), lieu: peutEtre }), {
    nil: null,
  }),
}) satisfies fc.Arbitrary<FaitsReleve>

/** Every free text that somebody recorded. */
function listMots({ convention, parties, instance, reunion, membres, points, prochaine }: FaitsReleve): string[] {
  return [
    convention.nom,
    ...parties,
    instance.nom,
    instance.animation,
    instance.quorumTexte,
    reunion.lieu,
    reunion.objet,
    reunion.groupe,
    reunion.note,
    prochaine?.lieu,
    ...membres.flatMap((m) => [m.libelle, m.personne, m.fonction, m.representant]),
    ...points.flatMap((p) => [
      p.titre,
      p.presentateur,
      p.notes,
      p.fiche,
      p.indicateur,
      p.schema,
      p.document,
      p.proposition?.instance,
      p.proposition?.texte,
      ...p.decisions.flatMap((d) => [d.texte, d.responsable, d.fiche, d.schema, d.avenant]),
    ]),
  ].filter((mot) => typeof mot === 'string')
}

describe('whatever was recorded', () => {
  it('is in the minutes, word for word', () => {
    fc.assert(
      fc.property(
        desFaits,
        (lu) =>
          listMots(lu).every((mot) => says(lu, mot)) && lu.reunion.derogations.every(({ motif }) => says(lu, motif)),
      ),
    )
  })

  it('is kept as it is by what is written down, and recognised', () => {
    fc.assert(
      fc.property(desFaits, (lu) => {
        const contenu = buildReleve(lu)
        const relu = contenuReleveSchema.parse(JSON.parse(JSON.stringify(contenu)))
        expect(relu).toEqual(contenu)
        return checkInchange(relu, buildReleve(lu))
      }),
    )
  })

  it('counts once: as many rows as members, points and decisions', () => {
    fc.assert(
      fc.property(desFaits, (lu) => {
        const lignes = (nom: string) =>
          buildDocument(buildReleve(lu), BROUILLON).blocs.flatMap((bloc) =>
            bloc.genre === 'tableau' && bloc.nom === nom ? bloc.lignes : [],
          )
        expect(lignes('Présence de chaque membre')).toHaveLength(lu.membres.length)
        expect(lignes('Points de l’ordre du jour')).toHaveLength(lu.points.length)
        expect(lignes('Décisions de la réunion')).toHaveLength(lu.points.flatMap(({ decisions }) => decisions).length)
      }),
    )
  })

  it('changes what was submitted as soon as one fact of the meeting changes, and only then', () => {
    const lu = faits({ points: [point({ decisions: [decision()] })], membres: [membre({ etat: 'PRESENT' })] })
    const soumis = buildReleve(lu)
    const same = (autre: Partial<FaitsReleve>) => checkInchange(soumis, buildReleve({ ...lu, ...autre }))
    expect(
      same({
        convention: { ...lu.convention, titre: 'Autre' },
        parties: ['Une partie'],
        prochaine: { date: '2027-01-01', heureDebut: null, lieu: null },
      }),
    ).toBe(true)
    expect(same({ membres: [membre({ etat: 'ABSENT' })] })).toBe(false)
    expect(same({ points: [point({ decisions: [decision({ responsable: 'La Caf' })] })] })).toBe(false)
    expect(same({ reunion: { ...lu.reunion, lieu: 'Ailleurs' } })).toBe(false)
    expect(same({ points: [...lu.points, point()] })).toBe(false)
  })
})

describe('the words of minutes', () => {
  it.each([
    ['14:30', '14\u00A0h\u00A030'],
    ['09:00', '9\u00A0h'],
    ['vers midi', 'vers midi'],
  ])('reads the hour %s', (heure, attendu) => expect(formatHeure(heure)).toBe(attendu))
  it('reads what is known of the hours', () => {
    expect([
      formatHeures('14:00', '16:30'),
      formatHeures('14:00', null),
      formatHeures(null, '16:00'),
      formatHeures(null, null),
    ]).toEqual(['de 14\u00A0h à 16\u00A0h\u00A030', 'à 14\u00A0h', 'jusqu’à 16\u00A0h', 'non précisée'])
  })
  it.each([
    [45, '45\u00A0min'],
    [60, '1\u00A0h'],
    [95, '1\u00A0h\u00A035'],
    [65, '1\u00A0h\u00A005'],
  ])('reads a duration of %i minutes', (minutes, attendu) => expect(formatDuree(minutes)).toBe(attendu))
  it('tells who sat for whom', () => {
    const presence = (etat: MembreConstate['etat'], representant: string | null) =>
      formatPresence({ membre: 'A', personne: null, fonction: null, voix: 'NON_PRECISEE', etat, representant })
    expect([
      presence('REPRESENTE', 'Mme Martin'),
      presence('REPRESENTE', null),
      presence('EXCUSE', null),
      presence(null, null),
      presence('PRESENT', 'Mme Martin'),
    ]).toEqual([
      'représenté par Mme Martin',
      'représenté, par une personne non précisée',
      'excusé',
      'non précisé',
      'présent (représentant\u00A0: Mme Martin)',
    ])
  })
})
