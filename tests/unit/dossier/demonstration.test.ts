import { describe, expect, it } from 'vitest'
import { evaluateRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { contenuReleveSchema } from '@/lib/gouvernance/releves/schema'
import { computeAvancement } from '@/lib/plan-action/champs/rules/avancement'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { dossier as ecrit } from '@/prisma/seed/demonstration'
import { listMarge, sumQuotites } from './etp'
import { countBy, listCompetences, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const { convention, territoire, organismes, instances, schemas } = dossier
const fiches = dossier.plan?.fiches ?? []
const indicateurs = fiches.flatMap((fiche) => fiche.indicateurs)
const reunions = instances.flatMap((instance) => instance.reunions)
const decisions = reunions.flatMap(({ points }) => points.flatMap((point) => point.decisions))
/** The time the demonstration is made for. */
const TODAY = '2026-11-16'

const evaluate = (ref: string) => {
  const instance = instances.find((candidate) => candidate.ref === ref)
  const regle = instance?.regles[0]
  if (instance === undefined || regle === undefined) throw new Error(`no rule for ${ref}`)
  return evaluateRegle({
    regle,
    reunions: instance.reunions.map(({ date, etat, groupe, derogations }, id) => ({
      id,
      date,
      etat,
      groupe,
      derogation: derogations.length > 0,
    })),
    convention: { debut: convention.dateDebut, fin: convention.dateFin },
    today: TODAY,
  })
}

describe('fiction', () => {
  it('is marked as a demonstration, and names no real place or body', () => {
    expect(convention).toMatchObject({
      demonstration: true,
      slug: 'demonstration',
      dateDebut: '2025-01-01',
      dateFin: '2029-12-31',
    })
    expect(convention.presentation).toMatch(/^Convention fictive/)
    expect(convention.source.nature).toBe('DEMONSTRATION')
    expect(organismes.filter(({ insee, siren, departement }) => insee ?? siren ?? departement)).toEqual([])
    expect(territoire.departement).toBeNull()
    expect(territoire.communes.filter(({ insee }) => insee !== null)).toEqual([])
  })

  it('says of each party, equipment and source that it is fictitious', () => {
    expect(organismes.filter(({ note }) => !/fictive|fictif/i.test(note ?? ''))).toEqual([])
    expect(dossier.equipements.filter(({ nom }) => !nom.endsWith('(fictif)'))).toEqual([])
    expect(dossier.chiffres.filter(({ source }) => source !== 'Chiffre fictif')).toEqual([])
    expect(indicateurs.flatMap(({ mesures }) => mesures).filter(({ source }) => source !== 'Donnée fictive')).toEqual(
      [],
    )
    expect(dossier.equipements).toHaveLength(8)
  })

  it('gives people the names of specimens', () => {
    const personnes = [
      ...organismes.flatMap(({ representants }) => representants.map(({ nom }) => nom)),
      ...schemas.flatMap(({ postes }) =>
        postes.flatMap(({ occupations }) => occupations.map(({ personne }) => personne)),
      ),
    ]
    expect(personnes.length).toBeGreaterThan(0)
    expect(
      personnes.filter((nom) => !/SPÉCIMEN|MODÈLE|TÉMOIN|ESSAI|EXEMPLE|FACTICE|FICTIVE|MAQUETTE/.test(nom)),
    ).toEqual([])
  })
})

describe('governance', () => {
  it('has meetings held, planned and cancelled, minutes frozen, and one dérogation', () => {
    expect(countBy(reunions, ({ etat }) => etat)).toEqual({ TENUE: 46, PREVUE: 10, ANNULEE: 3 })
    expect(reunions.filter(({ etat, motifAnnulation }) => (etat === 'ANNULEE') !== (motifAnnulation !== null))).toEqual(
      [],
    )
    expect(reunions.filter(({ figee }) => figee).map(({ ref }) => ref)).toEqual([
      'copil-2025-06-17',
      'cotech-2025-05-20',
    ])
    expect(reunions.flatMap(({ ref, derogations }) => derogations.map(({ regle }) => [ref, regle]))).toEqual([
      ['cotech-2025-12-09', 'MAXIMUM_DEPASSE'],
    ])
  })

  it('holds nothing after the day it is made for', () => {
    expect(reunions.filter(({ etat, date }) => etat === 'TENUE' && date > TODAY)).toEqual([])
  })

  it.each([
    ['copil', 'PLANIFIEE', 0],
    ['cotech', 'RESPECTEE', 0],
    ['groupe-projet', 'RESPECTEE', 1],
    ['rencontre-cdc', 'PLANIFIEE', 1],
    ['seminaire-partenarial', 'PLANIFIEE', 1],
    ['commissions', 'PLANIFIEE', 1],
  ])('shows %s in the state %s with %i missed period', (ref, etat, defautsPasses) => {
    expect(evaluate(ref)).toMatchObject({ etat, defautsPasses })
  })

  it('shows a period above the maximum, by dérogation, and a past meeting to declare', () => {
    expect(evaluate('cotech').periodes[0]).toMatchObject({ etat: 'DEPASSEE', derogations: 1 })
    expect(reunions.filter(({ etat, date }) => etat === 'PREVUE' && date < TODAY).map(({ date }) => date)).toEqual([
      '2026-10-20',
    ])
  })

  it('has decisions of every kind and state, some on a fiche or a schéma', () => {
    expect(new Set(decisions.map(({ etat }) => etat))).toEqual(new Set(['ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE']))
    expect(new Set(decisions.map(({ nature }) => nature))).toEqual(
      new Set(['VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT']),
    )
    expect(decisions.filter(({ fiche }) => fiche !== null)).toHaveLength(6)
    expect(decisions.filter(({ schema }) => schema !== null)).toHaveLength(4)
  })
})

describe('the life of the instances', () => {
  const instance = (ref: string) => instances.find((candidate) => candidate.ref === ref)
  const points = reunions.flatMap((reunion) =>
    reunion.points.map((point, i) => ({ ...point, place: `${reunion.ref}/${i + 1}` })),
  )
  const find = (place: string) =>
    decisions[
      reunions
        .flatMap((reunion) =>
          reunion.points.flatMap((point, i) => point.decisions.map((_, j) => `${reunion.ref}/${i + 1}/${j + 1}`)),
        )
        .indexOf(place)
    ]

  it('has the COTECH propose and the COPIL decide, one matter by a setting, and says that its sentences are fictitious', () => {
    expect(listCompetences(dossier).map(([ref, matiere, pouvoir]) => `${ref} ${matiere} ${pouvoir}`)).toEqual([
      'copil FICHE DECIDE',
      'copil CIBLE DECIDE',
      'copil SCHEMA DECIDE',
      'copil AVENANT DECIDE',
      'cotech FICHE PROPOSE',
      'cotech CIBLE PROPOSE',
      'cotech SCHEMA PROPOSE',
    ])
    const sources = instances
      .flatMap(({ competences, quorumTexte }) => [...competences.map(({ source }) => source), quorumTexte])
      .filter((source) => source !== null)
    expect(sources.filter((source) => !source.includes('(règle fictive)'))).toEqual([])
    expect(sources).toHaveLength(7)
  })

  it('has a mandate that an election ended, with its successor, a substitute, two co-leads, and people with names of specimens', () => {
    const membres = instance('copil')?.membres ?? []
    expect(membres.filter(({ fin }) => fin !== null).map(({ personne, fin }) => [personne, fin])).toEqual([
      ['Camille EXEMPLE', '2026-03-22'],
    ])
    expect(
      membres.filter(({ predecesseur }) => predecesseur === 'copil/5').map(({ personne, debut }) => [personne, debut]),
    ).toEqual([['Noa MAQUETTE', '2026-03-27']])
    expect(membres.filter(({ coanimation }) => coanimation).map(({ organisme }) => organisme)).toEqual([
      'caf-demonstration',
      'cc-val-temoin',
    ])
    const noms = [
      ...instances.flatMap((i) => i.membres.flatMap(({ personne, suppleant }) => [personne, suppleant])),
      ...points.map(({ presentateur }) => presentateur),
      ...decisions.map(({ responsable }) => responsable),
      ...reunions.flatMap(({ presences }) => presences.map(({ representant }) => representant)),
    ].filter((nom) => nom !== null)
    expect(noms.filter((nom) => !/SPÉCIMEN|MODÈLE|TÉMOIN|EXEMPLE|FICTIVE|MAQUETTE/.test(nom))).toEqual([])
  })

  it('has one proposal settled, and one put off that waits on the agenda of the next COPIL', () => {
    const reglees = decisions.filter(({ decideePar }) => decideePar !== null)
    expect(reglees.map(({ etat, decideePar }) => [etat, find(decideePar ?? '')?.etat])).toEqual([
      ['PRISE', 'PRISE'],
      ['REPORTEE', 'REPORTEE'],
    ])
    for (const { effet, schema, indicateur, decideePar } of reglees)
      expect(find(decideePar ?? '')).toMatchObject({ effet, schema, indicateur })
    expect(
      points
        .filter(({ proposition }) => proposition !== null)
        .map(({ place, proposition }) => [place, find(proposition ?? '')?.etat]),
    ).toEqual([
      ['copil-2025-06-17/2', 'PRISE'],
      ['copil-2025-06-17/3', 'REPORTEE'],
      ['copil-2026-12-08/4', 'REPORTEE'],
    ])
    expect(
      decisions.filter(({ appliqueeLe }) => appliqueeLe !== null).map(({ effet, avant }) => [effet, avant]),
    ).toEqual([['VALIDER_SCHEMA', { etat: 'PROPOSE' }]])
  })

  it('has decisions late and done, and a target that only the COPIL may raise', () => {
    const prises = decisions.filter(({ etat, echeance }) => etat === 'PRISE' && echeance !== null)
    expect(
      prises
        .filter(({ realiseeLe, echeance }) => realiseeLe === null && (echeance ?? '') < TODAY)
        .map(({ texte }) => texte),
    ).toEqual(['Envoyer le rapport d’activités 2025 aux six communes'])
    expect(prises.filter(({ realiseeLe }) => realiseeLe !== null)).toHaveLength(2)
    expect(decisions.filter(({ effet }) => effet === 'CHANGER_CIBLE').map(({ cible, etat }) => [cible, etat])).toEqual([
      ['66', 'REPORTEE'],
      ['66', 'REPORTEE'],
    ])
    expect(indicateurs.find(({ ref }) => ref === 'indicateur-places')?.cible).toBe('60')
  })

  it('plans the groupe projet by a series, on the days that its words say', () => {
    expect(instance('groupe-projet')?.series.map(({ libelle }) => libelle)).toEqual([
      'le troisième mardi de chaque mois',
    ])
    const jours = reunions.filter(({ serie }) => serie !== null).map(({ date }) => new Date(`${date}T00:00:00Z`))
    expect(jours).toHaveLength(4)
    for (const jour of jours) expect([jour.getUTCDay(), Math.ceil(jour.getUTCDate() / 7)]).toEqual([2, 3])
  })

  it('leaves no point of a meeting held without an outcome, but the one that comes back', () => {
    const tenues = new Set(reunions.filter(({ etat }) => etat === 'TENUE').map(({ ref }) => ref))
    expect(
      points
        .filter(({ place, etat }) => tenues.has(place.split('/')[0] ?? '') && etat !== 'TRAITE')
        .map(({ place, etat }) => [place, etat]),
    ).toEqual([['cotech-2026-11-12/2', 'REPORTE']])
    expect(
      points.filter(({ precedent }) => precedent !== null).map(({ place, precedent }) => [place, precedent]),
    ).toEqual([['copil-2026-12-08/2', 'copil-2026-06-16/1']])
  })

  it('has its frozen meetings say in their minutes what is recorded of them', () => {
    const figees = reunions.filter(({ figee }) => figee)
    for (const { points: ordre, releves } of figees) {
      const contenu = contenuReleveSchema.parse(releves[0]?.contenu)
      expect(releves.map(({ etat, validations }) => [etat, validations.map(({ cote }) => cote)])).toEqual([
        ['VALIDE', ['CAF', 'COORDINATION']],
      ])
      expect(contenu.points.map(({ titre, decisions: prises }) => [titre, prises.map(({ texte }) => texte)])).toEqual(
        ordre.map(({ titre, decisions: prises }) => [titre, prises.map(({ texte }) => texte)]),
      )
      const numeros = contenu.points.flatMap(({ decisions: prises }) => prises.map(({ numero }) => numero))
      expect(numeros).toEqual(numeros.map((_, i) => i + 1))
    }
    expect(figees.flatMap(({ presences }) => presences.map(({ etat }) => etat))).toEqual([
      'PRESENT',
      'PRESENT',
      'REPRESENTE',
      'EXCUSE',
      'PRESENT',
    ])
  })
})

describe('plan', () => {
  it('has three axes and nine fiches in every status, two of them late', () => {
    expect(dossier.plan?.axes).toHaveLength(3)
    expect(
      computeAvancement(
        fiches.map(({ statut, calendrier }) => ({ statut, fin: calendrier?.fin ?? null })),
        TODAY,
      ),
    ).toMatchObject({
      total: 9,
      enRetard: 2,
      parStatut: { A_ENGAGER: 1, EN_COURS: 3, REALISEE: 2, REPORTEE: 1, ABANDONNEE: 1, A_PRECISER: 1 },
    })
  })

  it('has indicators of every kind, with a baseline, a target and measures of both years', () => {
    expect(countBy(indicateurs, ({ nature }) => nature)).toEqual({
      NOMBRE: 6,
      POURCENTAGE: 2,
      LIVRABLE: 1,
      PREVU_REALISE: 1,
      MONTANT: 2,
      CARTE_DOCUMENT: 1,
      QUALITATIF: 1,
    })
    expect(indicateurs.find(({ ref }) => ref === 'indicateur-places')).toMatchObject({
      reference: '48',
      cible: '60',
      evolution: true,
    })
    expect(new Set(indicateurs.flatMap(({ mesures }) => mesures.map(({ debut }) => debut?.slice(0, 4))))).toEqual(
      new Set(['2025', '2026']),
    )
    expect(indicateurs.filter(({ mesures }) => mesures.length === 0).map(({ ref }) => ref)).toEqual([
      'indicateur-jeunes-rencontres',
      'indicateur-jeunes',
    ])
  })

  it('has a life of its own: money, communes, two voices that disagree, targets by period, a split line, a proposed value, a fiche to write', () => {
    expect(fiches.filter(({ budget }) => budget.length > 0).map(({ ref, budget }) => [ref, budget.length])).toEqual([
      ['fiche-1-1', 3],
    ])
    expect(
      fiches.filter(({ communes }) => communes.length > 0).map(({ ref, communes }) => [ref, communes.length]),
    ).toEqual([
      ['fiche-1-1', 2],
      ['fiche-2-2', 3],
    ])
    expect(fiches.flatMap(({ appreciations }) => appreciations.map(({ cote, niveau }) => [cote, niveau]))).toEqual([
      ['CAF', 'VIGILANCE'],
      ['COORDINATION', 'COMME_PREVU'],
    ])
    expect(indicateurs.flatMap(({ ref, cibles }) => cibles.map(({ valeur }) => [ref, valeur]))).toEqual([
      ['indicateur-places', '54'],
      ['indicateur-places', '60'],
    ])
    expect(indicateurs.filter(({ origine }) => origine !== null).map(({ ref, origine }) => [ref, origine])).toEqual([
      ['indicateur-haltes', 'indicateur-jeunes-rencontres'],
      ['indicateur-jeunes', 'indicateur-jeunes-rencontres'],
    ])
    expect(indicateurs.filter(({ origine }) => origine === null)).toHaveLength(12)
    expect(
      indicateurs
        .filter(({ mesures }) => mesures.some(({ etat }) => etat === 'PROPOSEE'))
        .map(({ ref, confirmation }) => [ref, confirmation]),
    ).toEqual([['indicateur-taux-occupation', 'CAF']])
    expect(fiches.filter(({ aRediger }) => aRediger).map(({ ref, redaction }) => [ref, redaction?.echeance])).toEqual([
      ['fiche-2-2', '2027-03-31'],
    ])
  })

  it('keeps the version that was signed: the fiche of the avenant is not in it, and nothing was done', () => {
    const [version] = dossier.plan?.versions ?? []
    expect(dossier.plan?.versions).toHaveLength(1)
    expect(version).toMatchObject({ numero: 1, avenant: 'avenant-1', arreteeLe: '2025-12-18' })
    expect(version?.contenu.fiches.map(({ ref }) => ref)).toEqual(
      fiches.map(({ ref }) => ref).filter((ref) => ref !== 'fiche-3-2'),
    )
    expect(new Set(version?.contenu.fiches.map(({ statut }) => statut))).toEqual(new Set(['A_ENGAGER', 'A_PRECISER']))
  })
})

describe('ETP', () => {
  it('validates 2,5 ETP for 2025-2026 on both margins and in the cross table', () => {
    expect(schemas[0]).toMatchObject({ ref: 'schema-2025-2026', etat: 'VALIDE', total: '2.5' })
    expect(sumQuotites(listMarge(dossier, 'schema-2025-2026', 'PORTEUR'))).toBe(250)
    expect(sumQuotites(listMarge(dossier, 'schema-2025-2026', 'THEMATIQUE'))).toBe(250)
    expect(sumQuotites(schemas[0]?.croisements ?? [])).toBe(250)
  })

  it('drafts 3 ETP for 2027-2029, of which 0,10 has no commune', () => {
    expect(schemas[1]).toMatchObject({ ref: 'schema-2027-2029', etat: 'BROUILLON', total: '3' })
    expect(
      sumQuotites(listMarge(dossier, 'schema-2027-2029', 'PORTEUR')) - centiemesFromDecimal(schemas[1]?.total ?? '0'),
    ).toBe(-10)
    expect(sumQuotites(listMarge(dossier, 'schema-2027-2029', 'THEMATIQUE'))).toBe(300)
    expect(centiemesFromDecimal(schemas[1]?.existant ?? '0') + sumQuotites(schemas[1]?.developpements ?? [])).toBe(300)
  })

  it('has one vacant post, one person on two posts up to full time, and one external operator', () => {
    const occupes = (schemas[0]?.postes ?? []).map(({ ref, mode, occupations }) => [
      ref,
      mode,
      occupations.filter(({ fin }) => fin === null || fin >= TODAY).length,
    ])
    expect(occupes).toEqual([
      ['poste-coordination-ctg', 'DIRECT', 1],
      ['poste-temoin-le-bourg', 'PARTAGE', 1],
      ['poste-essai-sur-riviere', 'PARTAGE', 1],
      ['poste-saint-exemple', 'DIRECT', 0],
      ['poste-cooperation-globale', 'EXTERNALISE', 0],
    ])
    const deux = (schemas[0]?.postes ?? [])
      .flatMap(({ occupations }) => occupations)
      .filter(({ personne }) => personne === 'Charlie MAQUETTE')
    expect(sumQuotites(deux)).toBe(100)
    expect(
      listMarge(dossier, 'schema-2025-2026', 'PORTEUR')
        .filter(({ situation }) => situation === 'VACANT')
        .map(({ libelle }) => libelle),
    ).toEqual(['Saint-Exemple'])
  })

  it('takes its cost from a real document, as an indication', () => {
    expect(dossier.coutsEtp.map(({ montant, indicatif }) => [montant, indicatif])).toEqual([['48000', true]])
    expect(dossier.coutsEtp[0]?.source).toContain('Grand Châtellerault 2020-2024')
  })
})
