'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { Input } from '@/components/ui/saisie/inputs'
import { createVuePlan, updateVuePlan } from '@/lib/plan-action/liste/actions/vues'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'

type Vue = VuePlan['vues'][number]

/** Asks for the name of the view one looks at, or another name for one kept before. */
export function NommerVue({
  slug,
  vue,
  parametres,
  onClose,
}: {
  slug: string
  vue?: Vue
  parametres: string
  onClose: () => void
}) {
  const envoi = useEnvoi(createVuePlan, {
    titre: 'La vue n’est pas enregistrée',
    // Another name is another renaming; only a new view is to be added once.
    gardee: vue !== undefined,
    onEcrit: onClose,
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const nom = readTexte(new FormData(event.currentTarget), 'nom')
    if (vue) envoi.avec(updateVuePlan, { convention: slug, id: vue.id, nom })
    else envoi.envoyer({ convention: slug, nom, parametres })
  }
  return (
    <Dialog open onClose={onClose} titre={vue ? 'Renommer la vue' : 'Enregistrer cette vue'}>
      <form className="form" onSubmit={handleSubmit} noValidate>
        <Refus envoi={envoi} />
        <Input
          label="Nom de la vue"
          name="nom"
          defaultValue={vue?.nom}
          error={envoi.readErreur('nom')}
          maxLength={60}
          autoFocus
          autoComplete="off"
        />
        <div className="form-actions">
          <Button type="submit" variant="primary" busy={envoi.enCours}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
