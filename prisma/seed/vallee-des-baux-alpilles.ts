import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { evaluationAnnexe4, instancesAnnexe4, missionsAnnexe4, presentationAnnexe4 } from './communs-annexe4'
import { schemas } from '@/prisma/seed/vallee-des-baux-alpilles/etp'
import { lacunes, reserves } from '@/prisma/seed/vallee-des-baux-alpilles/reserves'
import { organismes, territoire } from '@/prisma/seed/vallee-des-baux-alpilles/territoire'

const TITRE_ANNEXE = 'Modalités de pilotage stratégique et opérationnel – Suivi de la CTG Vallée des Baux Alpilles'

/** Vallée des Baux Alpilles 2026-2030 (Bouches-du-Rhône): annexe 4 alone, governance and ETP of coopération. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'vallee-des-baux-alpilles',
    nom: 'Vallée des Baux Alpilles',
    titre: 'CTG Vallée des Baux Alpilles (CTG VBA) 2026-2030',
    presentation: presentationAnnexe4,
    caf: 'caf',
    dateDebut: '2026-01-01',
    dateFin: '2030-12-31',
    periodeTexte: 'CTG VBA 2026-2030',
    evaluationNote: evaluationAnnexe4,
    predecesseur: {
      nom: 'CTG VBA 2022-2025',
      debut: '2022-01-01',
      fin: '2025-12-31',
      texte: 'Schéma CTG VBA 2022-2025',
    },
    source: {
      titre: `Annexe 4 – ${TITRE_ANNEXE}`,
      nature: 'ANNEXE',
      note: 'Seule l’annexe 4 est connue. Lue sur le texte du document, sans sa mise en page.',
    },
  },
  territoire,
  organismes,
  annexes: [{ numero: '4', titre: TITRE_ANNEXE }],
  lacunes,
  reserves,
  missions: missionsAnnexe4,
  instances: instancesAnnexe4,
  plan: null,
  schemas,
}
