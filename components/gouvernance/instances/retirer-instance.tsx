'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { removeInstance } from '@/lib/gouvernance/instances/actions/instance'
import type { VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import { useEnvoi } from './use-envoi'
import { isInstanceActuelle, type Versions } from './use-versions'

/** Removes an instance composed by mistake; one that lived says why it stays. */
export function RetirerInstance({ vue, versions }: { vue: VueEditionInstance; versions: Versions }) {
  const { convention, instance, obstacle } = vue
  const router = useRouter()
  const { refus, enCours, envoyer } = useEnvoi(isInstanceActuelle)
  const retirer = () =>
    envoyer({
      version: versions.read('identite'),
      ecrire: (version) => removeInstance({ convention: convention.slug, instance: instance.id, version }),
      onFini: () => router.push(`/conventions/${convention.slug}/gouvernance`),
    })
  return (
    <Panneau titre="Retirer l’instance">
      {obstacle ? (
        <p className="text-muted">{obstacle}</p>
      ) : (
        <DialogButton label="Retirer l’instance" titre={`Retirer «\u00A0${instance.nom}\u00A0»`} variant="danger">
          {(close) => (
            <div className="grid gap-4">
              <p>Ses missions, ses membres et sa fréquence disparaissent avec elle. Elle n’a aucune réunion.</p>
              {refus.erreurs.map(({ message }) => (
                <Notice key={message} tone="bad" role="alert">
                  {message}
                </Notice>
              ))}
              <div className="form-actions">
                <Button variant="danger" busy={enCours} onClick={retirer}>
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
