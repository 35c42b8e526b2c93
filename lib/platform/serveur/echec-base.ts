import 'server-only'
import { readMessageRegle, readSqlstate } from '@/lib/platform/log'
import { echecs, type Echec } from '@/lib/platform/resultat'

/**
 * What PostgreSQL refused and people may hear of: a rule of ours, a race, a character that it does not keep. Null for
 * anything else, which is unexpected.
 */
export function readEchecBase(erreur: unknown): Echec | null {
  const regle = readMessageRegle(erreur)
  const sqlstate = readSqlstate(erreur)
  if (regle) return echecs.regle(sqlstate ?? 'CT000', regle)
  switch (sqlstate) {
    case '40001':
    case '40P01':
    // Somebody wrote the same thing first, between our reading and our writing.
    case '23505':
      return echecs.conflit(null)
    case '23P01':
      return echecs.regle(
        'CHEVAUCHEMENT',
        'Deux schémas d’une même convention ne peuvent pas se chevaucher : corrigez les dates.',
      )
    case '22021':
    case '22P05':
      return echecs.invalide([
        {
          champ: '',
          message:
            'Un texte contient un caractère que la base ne sait pas garder : tapez-le de nouveau, sans le copier.',
        },
      ])
    default:
      return null
  }
}
