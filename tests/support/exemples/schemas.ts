import { sur, type Exemples } from './exemple'

const VIEILLE = 1_000_000

export const exemplesSchemas: Exemples = {
  createAffectations: sur((convention, { schema }) => ({
    convention,
    schema,
    version: VIEILLE,
    organismes: [],
    communes: [],
    themes: ['PARENTALITE'],
  })),
  updateIdentite: sur((convention, { schema }) => ({
    convention,
    schema,
    version: VIEILLE,
    libelle: 'Schéma d’essai',
    debut: '',
    fin: '',
    periodeTexte: '',
    source: '',
    note: '',
    anterieur: false,
  })),
  removeSchema: sur((convention, { schema }) => ({ convention, schema, version: VIEILLE })),
}
