import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'

/** A small dossier with one of each thing that others point to, as a person would write it. */
export function createDossierExemple(
  slug = 'exemple',
): DossierEcrit &
  Required<Pick<DossierEcrit, 'organismes' | 'instances' | 'schemas'>> & { plan: NonNullable<DossierEcrit['plan']> } {
  return {
    format: FORMAT_DOSSIER,
    version: 1,
    convention: { slug, nom: 'Exemple', caf: 'caf', source: { titre: 'Convention', nature: 'CONVENTION' } },
    territoire: { nom: 'Exemple', communes: [{ nom: 'Aiglun' }, { nom: 'Malijai' }] },
    organismes: [
      { ref: 'caf', type: 'CAF', nom: 'Caf des Bouches-du-Rhône', departement: '13' },
      { ref: 'mairie', type: 'COMMUNE', nom: 'Commune d’Exemple' },
    ],
    deliberations: [{ organisme: 'mairie' }],
    enjeux: [
      { ref: 'logement', texte: 'Se loger' },
      { ref: 'jeunes', parent: 'logement', texte: 'Les jeunes' },
    ],
    instances: [
      {
        ref: 'copil',
        type: 'COPIL',
        nom: 'Comité de pilotage',
        membres: [{ libelle: 'La commune', organisme: 'mairie' }],
        regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL' }],
        reunions: [
          {
            ref: 'copil-1',
            date: '2024-03-05',
            etat: 'TENUE',
            points: [
              {
                titre: 'Plan',
                decisions: [{ texte: 'Validé', nature: 'VALIDATION', fiche: 'coordination', schema: 'schema-2024' }],
              },
            ],
          },
        ],
      },
    ],
    plan: {
      niveaux: ['Axe', 'Thématique'],
      axes: [
        { ref: 'axe-1', titre: 'Accès aux droits' },
        { ref: 'axe-1-1', parent: 'axe-1', titre: 'Numérique' },
      ],
      fiches: [
        {
          ref: 'coordination',
          axe: 'axe-1-1',
          titre: 'La coordination',
          pilotages: [{ role: 'PILOTE', texte: 'La commune', organisme: 'mairie' }],
          etapes: [{ ref: 'etape-1', titre: 'Recruter' }],
          indicateurs: [
            {
              ref: 'indicateur-1',
              libelle: 'Nombre de réunions',
              nature: 'NOMBRE',
              etape: 'etape-1',
              mesures: [{ periode: '2024', debut: '2024-01-01', fin: '2024-12-31' }],
            },
          ],
        },
      ],
    },
    schemas: [
      {
        ref: 'schema-2024',
        libelle: '2024-2025',
        debut: '2024-01-01',
        fin: '2025-12-31',
        total: '1.5',
        etat: 'VALIDE',
        affectations: [
          { marge: 'PORTEUR', libelle: 'Commune', organisme: 'mairie', quotite: '1.5' },
          { marge: 'THEMATIQUE', libelle: 'Parentalité', theme: 'PARENTALITE', quotite: '0.5' },
          { marge: 'THEMATIQUE', libelle: 'Global', theme: 'GLOBAL', quotite: '1' },
        ],
        croisements: [
          { porteur: 'Commune', thematique: 'Parentalité', quotite: '0.5' },
          { porteur: 'Commune', thematique: 'Global', quotite: '1' },
        ],
        postes: [
          {
            ref: 'poste-1',
            intitule: 'Chargée de coopération',
            quotite: '1',
            affectation: 'Commune',
            occupations: [{ personne: 'A. Exemple', quotite: '0.8', debut: '2024-01-01' }],
          },
        ],
      },
    ],
  }
}

type ReunionEcrite = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]

/** Minutes validated by both sides, as an installation exports them. */
export function createReleve(): NonNullable<ReunionEcrite['releves']>[number] {
  return {
    numero: 1,
    etat: 'VALIDE',
    soumisLe: '2024-03-06T08:00:00.000Z',
    valideLe: '2024-03-08T16:30:00.000Z',
    contenu: {
      format: 1,
      convention: { nom: 'Exemple', titre: null, debut: null, fin: null },
      parties: ['Caf des Bouches-du-Rhône'],
      instance: { nom: 'Comité de pilotage', animation: null },
      reunion: {
        date: '2024-03-05',
        heureDebut: null,
        heureFin: null,
        lieu: null,
        objet: null,
        groupe: null,
        note: null,
        derogations: [],
      },
      colleges: [],
      quorum: { phrase: 'La convention ne fixe pas de quorum.', source: null },
      points: [],
      prochaine: null,
    },
    validations: [
      { cote: 'CAF', nom: 'A. EXEMPLE, conseillère', instant: '2024-03-07T09:00:00.000Z' },
      { cote: 'COORDINATION', nom: 'B. EXEMPLE, chargée de coopération', instant: '2024-03-08T16:30:00.000Z' },
    ],
  }
}

/**
 * A copy of a document with one value changed, whatever the types say, as a hand could write it.
 * @param chemin place as errors name it: "plan.fiches[0].titre"; an absent last field is added
 * @param valeur undefined removes the field
 */
export function changeDocument(document: unknown, chemin: string, valeur: unknown): unknown {
  const copie: unknown = structuredClone(document)
  const segments = chemin.split(/[.[\]]+/).filter((segment) => segment !== '')
  const dernier = segments.pop() ?? ''
  const parent = segments.reduce<unknown>(
    (noeud, segment) => (noeud as Record<string, unknown>)[segment],
    copie,
  ) as Record<string, unknown>
  if (valeur === undefined) delete parent[dernier]
  else parent[dernier] = valeur
  return copie
}
