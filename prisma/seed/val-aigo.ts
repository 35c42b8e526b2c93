import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { documents, jalons } from '@/prisma/seed/val-aigo/demarche'
import { instances } from '@/prisma/seed/val-aigo/gouvernance'
import { enjeux, plan } from '@/prisma/seed/val-aigo/plan'
import { lacunes, reserves } from '@/prisma/seed/val-aigo/reserves'
import { organismes, territoire } from '@/prisma/seed/val-aigo/territoire'

/** Val'Aïgo (Haute-Garonne): deck of the closing COPIL of 30 November 2023, plan of 6 axes and 20 actions. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'val-aigo',
    nom: 'Val’Aïgo',
    titre: 'CTG de la CC de Val’Aïgo',
    presentation: [
      'Les points de sortie de la démarche',
      '1. Un diagnostic social de territoire',
      '2. Un projet social fondé sur des orientations stratégiques',
      '3. Un plan d’action opérationnel, partenarial et pilotable',
    ].join('\n'),
    caf: 'caf',
    source: {
      titre: 'Comité de pilotage final – CTG de la CC de ValAigo',
      nature: 'SUPPORT_COPIL',
      reference: '031-213100662-20231213-ADL2023_110-AU',
      note: 'Support de présentation du 30 novembre 2023, transmis à la préfecture le 21 décembre 2023 en annexe d’un acte de la commune de Bessières (SIREN 213100662). C’est « une synthèse du document complet de plan d’action comportant les fiches-actions ». Les pictogrammes et les marques du cabinet ne sont pas repris.',
    },
  },
  territoire,
  organismes,
  enjeux,
  lacunes,
  reserves,
  jalons,
  documents,
  instances,
  plan,
}
