import { sur, type Exemples } from './exemple'

const VIEILLE = 1_000_000
/** What a convention does not have. */
const AUCUN = 2_147_483_647
const champsEtape = {
  numero: '9',
  titre: 'Étape d’essai',
  description: '',
  periode: { texte: 'courant 2026', debut: '2026-01-01', fin: '2026-12-31' },
  statut: 'A_ENGAGER',
}
const champsBudget = {
  annee: 2026,
  financeur: 'Caf',
  organisme: null,
  libelle: '',
  prevu: '12 345,50 €',
  realise: '',
  source: '',
}
const champsLien = {
  libelle: 'Schéma départemental des services aux familles',
  precision: '',
  adresse: 'https://example.org/sdsf',
}

export const exemplesContenu: Exemples = {
  createEtape: sur((convention, { fiche }) => ({ convention, fiche, ...champsEtape })),
  updateEtape: sur((convention, { fiche, etape = AUCUN }) => ({
    convention,
    fiche,
    etape,
    version: VIEILLE,
    ...champsEtape,
  })),
  updateOrdreEtapes: sur((convention, { fiche }) => ({ convention, fiche, avant: [AUCUN], apres: [AUCUN] })),
  removeEtape: sur((convention, { fiche, etape = AUCUN }) => ({ convention, fiche, etape, version: VIEILLE })),
  createLigneBudget: sur((convention, { fiche }) => ({ convention, fiche, ...champsBudget })),
  updateLigneBudget: sur((convention, { fiche, ligneBudget = AUCUN }) => ({
    convention,
    fiche,
    ligne: ligneBudget,
    version: VIEILLE,
    ...champsBudget,
  })),
  removeLigneBudget: sur((convention, { fiche, ligneBudget = AUCUN }) => ({
    convention,
    fiche,
    ligne: ligneBudget,
    version: VIEILLE,
  })),
  createLienFiche: sur((convention, { fiche }) => ({ convention, fiche, ...champsLien })),
  updateLienFiche: sur((convention, { fiche, lienFiche = AUCUN }) => ({
    convention,
    fiche,
    lien: lienFiche,
    avant: { libelle: '', precision: null, adresse: null },
    ...champsLien,
  })),
  removeLienFiche: sur((convention, { fiche, lienFiche = AUCUN }) => ({ convention, fiche, lien: lienFiche })),
  createFicheDocument: sur((convention, { fiche, document = AUCUN }) => ({ convention, fiche, document })),
  removeFicheDocument: sur((convention, { fiche, document = AUCUN }) => ({ convention, fiche, document })),
  createDocumentFiche: sur((convention, { fiche }) => ({
    convention,
    fiche,
    titre: 'Document d’essai',
    nature: 'Compte rendu',
    reference: '',
    date: '',
  })),
}
