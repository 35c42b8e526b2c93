'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { IconChevronDown } from '@/components/ui/icons'
import { Input } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/flottant/menu'
import { createVuePlan, removeVuePlan, updateVuePlan } from '@/lib/plan-action/liste/actions/vues'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import { formatParametres, parseParametres } from '@/lib/plan-action/liste/rules/filtres'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { buildHrefPlan } from '../adresses'

interface Props {
  slug: string
  filtres: FiltresPlan
  vues: VuePlan['vues']
}

type Vue = VuePlan['vues'][number]

/** Asks for the name of the view one looks at, or another name for one kept before. */
function Nommer({
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

/** The views one has named, as links; naming the present one; renaming and removing that which is open. */
export function VuesEnregistrees({ slug, filtres, vues }: Props) {
  const [dialogue, setDialogue] = useState<'nouvelle' | Vue | null>(null)
  const ici = formatParametres({ ...filtres, page: undefined })
  // A view kept long ago is read again: what an address may no longer say is gone.
  const liens = vues.map((vue) => ({ ...vue, parametres: formatParametres(parseParametres(vue.parametres)) }))
  const ouverte: Vue | undefined = liens.find(({ parametres }) => parametres === ici)

  const retour = useGeste(createVuePlan)
  const retrait = useGeste(removeVuePlan)

  function remove({ id, nom, parametres }: Vue) {
    retrait.envoyer(
      { convention: slug, id },
      {
        message: `Vue « ${nom} » retirée.`,
        annuler: () => retour.envoyer({ convention: slug, nom, parametres }),
      },
    )
  }

  return (
    <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Vues enregistrées">
      {liens.map((vue) => (
        <Link
          key={vue.id}
          href={buildHrefPlan(slug, parseParametres(vue.parametres))}
          scroll={false}
          className="chip"
          aria-current={vue === ouverte ? 'true' : undefined}
        >
          {vue.nom}
        </Link>
      ))}
      {ouverte ? (
        <Menu
          className="btn btn-ghost btn-sm"
          label={`Vue « ${ouverte.nom} » : renommer ou retirer`}
          trigger={<IconChevronDown />}
          items={[
            { label: 'Renommer', onSelect: () => setDialogue(ouverte) },
            { label: 'Retirer cette vue', danger: true, onSelect: () => remove(ouverte) },
          ]}
        />
      ) : ici ? (
        <Button variant="ghost" size="sm" aria-haspopup="dialog" onClick={() => setDialogue('nouvelle')}>
          Enregistrer cette vue
        </Button>
      ) : null}
      {dialogue ? (
        <Nommer
          slug={slug}
          vue={dialogue === 'nouvelle' ? undefined : dialogue}
          parametres={ici}
          onClose={() => setDialogue(null)}
        />
      ) : null}
    </div>
  )
}
