import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { GROUPES, TRIS } from '@/lib/plan-action/liste/words'
import { buildHrefPlan } from '../adresses'
import { formatGroupe, MOTS_TRI } from './mots'
import { VuesEnregistrees } from './vues-enregistrees'

interface Props {
  slug: string
  filtres: FiltresPlan
  niveau: string
  vues: VuePlan['vues']
}

/** How the rows are shown, and the views one has named. */
export function Presentation({ slug, filtres, niveau, vues }: Props) {
  const href = (changes: FiltresPlan) => buildHrefPlan(slug, { ...filtres, page: undefined, ...changes })
  const [groupe, tri] = [filtres.groupe ?? 'axe', filtres.tri ?? 'plan']
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      {filtres.vue ? null : (
        <>
          <Menu
            className="btn btn-ghost btn-sm"
            trigger={
              <>
                Par {formatGroupe(groupe, niveau).toLowerCase()} <IconChevronDown />
              </>
            }
            label={`Regrouper par ${formatGroupe(groupe, niveau).toLowerCase()}. Changer`}
            items={GROUPES.map((choix) => ({
              label: formatGroupe(choix, niveau),
              href: href({ groupe: choix }),
              icon: null,
            }))}
          />
          <Menu
            className="btn btn-ghost btn-sm"
            trigger={
              <>
                {MOTS_TRI[tri]} <IconChevronDown />
              </>
            }
            label={`${MOTS_TRI[tri]}. Changer l’ordre`}
            items={TRIS.map((choix) => ({ label: MOTS_TRI[choix], href: href({ tri: choix }) }))}
          />
        </>
      )}
      <VuesEnregistrees slug={slug} filtres={filtres} vues={vues} />
    </div>
  )
}
