'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { IconChevronDown } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/flottant/menu'
import { createVuePlan, removeVuePlan } from '@/lib/plan-action/liste/actions/vues'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import { formatParametres, parseParametres } from '@/lib/plan-action/liste/rules/filtres'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { buildHrefPlan } from '../adresses'

// Loaded when a view is named: most people read.
const NommerVue = dynamic(() => import('./nommer-vue').then((module) => module.NommerVue), { loading: () => null })

interface Props {
  slug: string
  filtres: FiltresPlan
  vues: VuePlan['vues']
}

type Vue = VuePlan['vues'][number]

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
        <NommerVue
          slug={slug}
          vue={dialogue === 'nouvelle' ? undefined : dialogue}
          parametres={ici}
          onClose={() => setDialogue(null)}
        />
      ) : null}
    </div>
  )
}
