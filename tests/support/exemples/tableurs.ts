import type { Exemples } from './exemple'

const fichier = () => new File(['Axe;Numéro;Titre\r\n1;99;Une fiche de plus\r\n'], 'plan.csv', { type: 'text/csv' })
const correspondance = {
  feuilles: [{ feuille: 0, table: 'FICHES', entete: 0, colonnes: ['axe', 'numero', 'titre'] }],
  axe: null,
  creerAxes: false,
}
/** Nobody has this import: past the wall, that it is no longer there is said in words. */
const aucun = 2_147_483_647

export const exemplesTableurs: Exemples = {
  exportPlanTableur: (convention) => ({ convention, format: 'csv' }),
  getImportTableur: (convention) => ({ convention }),
  recordTableur: (convention) => ({ convention, fichier: fichier() }),
  getProgresTableur: (convention) => ({ convention, import: aucun }),
  getRapportTableur: (convention) => ({ convention, import: aucun, format: 'csv' }),
  checkTableur: (convention) => ({ convention, import: aucun, version: 0, correspondance }),
  importTableur: (convention) => ({ convention, import: aucun, version: 0, sansRefusees: false }),
  removeTableur: (convention) => ({ convention, import: aucun, version: 0 }),
}
