'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { IconChevronDown } from '@/components/ui/icons'
import { Input } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/flottant/menu'
import { notify } from '@/components/ui/flottant/toast'
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

/** Asks for a name, and keeps what was typed when it is refused. */
function Nommer({
  titre,
  nom,
  onClose,
  save,
}: {
  titre: string
  nom: string
  onClose: () => void
  save: (nom: string) => ReturnType<typeof createVuePlan>
}) {
  const [erreur, setErreur] = useState<string | null>(null)
  const [occupe, startTransition] = useTransition()
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisi = String(new FormData(event.currentTarget).get('nom') ?? '')
    startTransition(async () => {
      const resultat = await save(saisi).catch(() => null)
      if (resultat?.ok) onClose()
      else setErreur(resultat?.message ?? 'Vue non enregistrée. Vérifiez la connexion, puis réessayez.')
    })
  }
  return (
    <Dialog open onClose={onClose} titre={titre}>
      <form className="form" onSubmit={submit} noValidate>
        <Input
          label="Nom de la vue"
          name="nom"
          defaultValue={nom}
          error={erreur}
          maxLength={60}
          autoFocus
          autoComplete="off"
        />
        <div className="form-actions">
          <Button type="submit" variant="primary" busy={occupe}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The views one has named, as links; naming the present one; renaming and removing that which is open. */
export function VuesEnregistrees({ slug, filtres, vues }: Props) {
  const [dialogue, setDialogue] = useState<'nouvelle' | 'renommer' | null>(null)
  const ici = formatParametres({ ...filtres, page: undefined })
  // A view kept long ago is read again: what an address may no longer say is gone.
  const liens = vues.map((vue) => ({ ...vue, parametres: formatParametres(parseParametres(vue.parametres)) }))
  const ouverte: Vue | undefined = liens.find(({ parametres }) => parametres === ici)

  async function remove({ id, nom, parametres }: Vue) {
    const resultat = await removeVuePlan({ convention: slug, id }).catch(() => null)
    if (resultat?.ok) {
      notify({
        message: `Vue «\u00A0${nom}\u00A0» retirée.`,
        action: { label: 'Annuler', onAction: () => void createVuePlan({ convention: slug, nom, parametres }) },
      })
    } else
      notify({ tone: 'bad', message: resultat?.message ?? 'Vue non retirée. Vérifiez la connexion, puis réessayez.' })
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
          label={`Vue «\u00A0${ouverte.nom}\u00A0»\u00A0: renommer ou retirer`}
          trigger={<IconChevronDown />}
          items={[
            { label: 'Renommer', onSelect: () => setDialogue('renommer') },
            { label: 'Retirer cette vue', danger: true, onSelect: () => void remove(ouverte) },
          ]}
        />
      ) : ici ? (
        <Button variant="ghost" size="sm" aria-haspopup="dialog" onClick={() => setDialogue('nouvelle')}>
          Enregistrer cette vue
        </Button>
      ) : null}
      {dialogue === 'nouvelle' ? (
        <Nommer
          titre="Enregistrer cette vue"
          nom=""
          onClose={() => setDialogue(null)}
          save={(nom) => createVuePlan({ convention: slug, nom, parametres: ici })}
        />
      ) : null}
      {dialogue === 'renommer' && ouverte ? (
        <Nommer
          titre="Renommer la vue"
          nom={ouverte.nom}
          onClose={() => setDialogue(null)}
          save={(nom) => updateVuePlan({ convention: slug, id: ouverte.id, nom })}
        />
      ) : null}
    </div>
  )
}
