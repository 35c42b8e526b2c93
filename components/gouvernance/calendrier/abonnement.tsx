'use client'

import { useEffect, useRef, useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { Input } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { closeCalendrier, createCalendrier } from '@/lib/gouvernance/calendrier/actions'
import type { VueAbonnement } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { formatDateCourte } from '@/lib/platform/dates'

/** Makes, renews and ends one’s private address. It is shown once, when it is made. */
export function Abonnement({ abonnement }: VueAbonnement | Pick<VueAbonnement, 'abonnement'>) {
  const [adresse, setAdresse] = useState<string | null>(null)
  const [question, setQuestion] = useState<'renouveler' | 'fermer' | null>(null)
  const closeQuestion = () => setQuestion(null)
  const envoi = useEnvoi(createCalendrier, {
    titre: 'L’adresse n’a pas changé',
    titreChamps: 'L’adresse n’a pas changé',
    onEcrit: ({ chemin }) => {
      setAdresse(`${window.location.origin}${chemin}`)
      closeQuestion()
    },
    onRefus: closeQuestion,
  })
  const create = () => envoi.envoyer({})
  const close = () =>
    envoi.avec(
      closeCalendrier,
      {},
      {
        message: 'Adresse fermée : les agendas abonnés ne recevront plus rien.',
        onEcrit: () => {
          setAdresse(null)
          closeQuestion()
        },
        onRefus: closeQuestion,
      },
    )

  return (
    <div className="grid gap-3">
      <Refus envoi={envoi} />
      {adresse !== null ? <Adresse key={adresse} adresse={adresse} /> : null}
      {abonnement === null && adresse === null ? (
        <p>
          <Button variant="primary" busy={envoi.enCours} onClick={create}>
            Créer mon adresse privée
          </Button>
        </p>
      ) : (
        <>
          {abonnement && adresse === null ? (
            <p>{`Votre adresse est active depuis le ${formatDateCourte(abonnement.depuis)}, jusqu’au ${formatDateCourte(abonnement.jusquau)}. Elle n’est plus affichable : si vous l’avez perdue, renouvelez-la.`}</p>
          ) : null}
          <div className="form-actions">
            <Button aria-haspopup="dialog" onClick={() => setQuestion('renouveler')}>
              Renouveler l’adresse
            </Button>
            <Button variant="danger" aria-haspopup="dialog" onClick={() => setQuestion('fermer')}>
              Fermer l’adresse
            </Button>
          </div>
        </>
      )}
      <Dialog
        open={question !== null}
        onClose={() => setQuestion(null)}
        titre={question === 'fermer' ? 'Fermer l’adresse' : 'Renouveler l’adresse'}
        actions={
          <>
            <Button onClick={() => setQuestion(null)}>Ne rien changer</Button>
            {question === 'fermer' ? (
              <Button variant="danger" busy={envoi.enCours} onClick={close}>
                Fermer l’adresse
              </Button>
            ) : (
              <Button variant="primary" busy={envoi.enCours} onClick={create}>
                Renouveler l’adresse
              </Button>
            )}
          </>
        }
      >
        <p>
          {question === 'fermer'
            ? 'Les agendas abonnés ne recevront plus rien, tout de suite. Vous pourrez en créer une autre plus tard.'
            : 'L’adresse actuelle cesse de répondre tout de suite : il faudra coller la nouvelle dans chaque agenda.'}
        </p>
      </Dialog>
    </div>
  )
}

/** The address, this once. */
function Adresse({ adresse }: { adresse: string }) {
  const champ = useRef<HTMLInputElement>(null)
  // Once the question that asked for it has closed, and given focus back to its button.
  useEffect(() => {
    const apres = window.setTimeout(() => champ.current?.focus(), 0)
    return () => window.clearTimeout(apres)
  }, [])
  async function copy() {
    champ.current?.select()
    try {
      await navigator.clipboard.writeText(adresse)
      notify({ message: 'Adresse copiée.' })
    } catch {
      // No clipboard without https, or the browser refused: the text is selected, ready for the keyboard.
      notify({
        tone: 'bad',
        message: 'Le navigateur n’a pas permis la copie. L’adresse est sélectionnée : copiez-la avec Ctrl C.',
      })
    }
  }
  return (
    <div className="form">
      <p className="m-0" role="status">
        Adresse créée. Elle ne sera plus affichée : copiez-la maintenant.
      </p>
      <Input
        label="Adresse privée de votre calendrier"
        name="adresse"
        readOnly
        ref={champ}
        value={adresse}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="form-actions">
        <Button variant="primary" onClick={() => void copy()}>
          Copier l’adresse
        </Button>
        <a className="link" href={adresse.replace(/^https?:/, 'webcal:')}>
          Ouvrir dans l’agenda de cet appareil
        </a>
      </div>
    </div>
  )
}
