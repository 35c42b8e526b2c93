'use client'

import { useRouter } from 'next/navigation'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Panneau } from '@/components/ui/flottant/panneau'
import { removeInstance } from '@/lib/gouvernance/instances/actions/instance'
import type { VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import type { Versions } from './use-versions'

/** Removes an instance composed by mistake; one that lived says why it stays. */
export function RetirerInstance({ vue, versions }: { vue: VueEditionInstance; versions: Versions }) {
  const { convention, instance, obstacle } = vue
  const router = useRouter()
  const envoi = useEnvoi(removeInstance, {
    titre: 'L’instance n’est pas retirée',
    relire: true,
    onEcrit: () => router.push(`/conventions/${convention.slug}/gouvernance`),
  })
  // Told that somebody changed it, one presses again over what is there now.
  const retirer = () =>
    envoi.envoyer({
      convention: convention.slug,
      instance: instance.id,
      version: envoi.conflit?.version ?? versions.read('identite'),
    })
  return (
    <Panneau titre="Retirer l’instance">
      {obstacle ? (
        <p className="text-muted">{obstacle}</p>
      ) : (
        <DialogButton label="Retirer l’instance" titre={`Retirer « ${instance.nom} »`} variant="danger">
          {(close) => (
            <div className="grid gap-4">
              <p>Ses missions, ses membres et sa fréquence disparaissent avec elle. Elle n’a aucune réunion.</p>
              <Refus envoi={envoi} />
              <div className="form-actions">
                <Button variant="danger" busy={envoi.enCours} onClick={retirer}>
                  Retirer définitivement
                </Button>
                <Button onClick={close}>Fermer</Button>
              </div>
            </div>
          )}
        </DialogButton>
      )}
    </Panneau>
  )
}
