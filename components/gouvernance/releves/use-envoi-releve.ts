'use client'

import type { Action } from '@/components/formulaire/send'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import type { ReleveEcrit } from '@/lib/gouvernance/releves/types'
import { ID_ETAT } from './etat-releve'

/** A change of the minutes; once it is done, focus goes to where they stand. */
export const useEnvoiReleve = <Input, Actuel>(
  action: Action<Input, ReleveEcrit, Actuel>,
  onEcrit?: (ecrit: ReleveEcrit) => void,
) =>
  useEnvoi(action, {
    titre: 'Le relevé n’a pas changé',
    titreConflit: 'Quelqu’un a modifié ce relevé entre-temps',
    focus: ID_ETAT,
    onEcrit,
  })
