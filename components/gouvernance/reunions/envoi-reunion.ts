import type { LectureRefus } from '@/components/formulaire/envoi'
import type { ReunionEcrite } from '@/lib/gouvernance/instances/types/ecran'
import { findChampDerogation } from './saisie-derogation'

/** Rules that a field of the form mends. */
const CHAMPS: Record<string, string> = { DEJA_PREVUE_CE_JOUR: 'date', DANS_LE_FUTUR: 'date' }

/** How the forms of a meeting tell of their sendings. */
export const ENVOI_REUNION = {
  titre: 'La réunion n’est pas enregistrée',
  champRegle: (regle) => findChampDerogation(regle) ?? CHAMPS[regle.code],
  message: ({ message, avertissements }) => [message, ...avertissements].join('. '),
} satisfies LectureRefus & { message: (ecrite: ReunionEcrite) => string }
