'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/menu'
import { notify } from '@/components/ui/toast'
import { updateStatutEtape, updateStatutFiche } from '@/lib/plan-action/actions'
import type { StatutFiche } from '@/lib/plan-action/rules'
import { STATUTS } from '@/lib/plan-action/schema-mots'
import { formatHeure } from './heure'
import { BadgeStatut, GlypheStatut, MOTS_STATUT } from './statuts'

interface Props {
  convention: string
  fiche: number
  /** given for the status of an étape */
  etape?: number
  version: number
  statut: StatutFiche
  /** what it is the status of, for those who listen and in the message ("3.1") */
  sujet: string
  /** shows the shape alone, at the head of a row */
  glyphe?: boolean
}

interface Conflit {
  voulu: StatutFiche
  actuel: { statut: StatutFiche; version: number }
}

/** What somebody else saved meanwhile, as the action tells it. */
function readActuel(actuel: unknown): Conflit['actuel'] | null {
  if (typeof actuel !== 'object' || actuel === null || !('statut' in actuel) || !('version' in actuel)) return null
  const statut = STATUTS.find((possible) => possible === actuel.statut)
  return statut && typeof actuel.version === 'number' ? { statut, version: actuel.version } : null
}

/** A status one changes in place: two presses, saved by itself, with a way back. */
export function MenuStatut({ convention, fiche, etape, version, statut, sujet, glyphe }: Props) {
  const [affiche, setAffiche] = useOptimistic(statut)
  const [conflit, setConflit] = useState<Conflit | null>(null)
  const router = useRouter()
  const { label, tone, couleur } = MOTS_STATUT[affiche]

  function change(voulu: StatutFiche, depuis: number, retour: StatutFiche | null) {
    startTransition(async () => {
      setAffiche(voulu)
      const cible = { convention, fiche, version: depuis, statut: voulu }
      const resultat = await (etape === undefined ? updateStatutFiche(cible) : updateStatutEtape({ ...cible, etape })).catch(() => null)
      if (resultat?.ok) {
        const apres = resultat.data.version
        notify({
          message: `${sujet}\u00A0: ${MOTS_STATUT[voulu].label.toLowerCase()}. Enregistré à ${formatHeure(new Date())}.`,
          action: retour === null ? undefined : { label: 'Annuler', onAction: () => change(retour, apres, null) },
        })
        return
      }
      const actuel = resultat?.tag === 'CONFLIT' ? readActuel(resultat.actuel) : null
      if (actuel) setConflit({ voulu, actuel })
      else notify({ tone: 'bad', message: resultat?.message ?? 'Statut non enregistré. Vérifiez la connexion, puis réessayez.' })
    })
  }

  function keepActuel() {
    setConflit(null)
    router.refresh()
  }

  return (
    <>
      <Menu
        label={glyphe ? `Statut de ${sujet}\u00A0: ${label}. Changer` : undefined}
        className={glyphe ? `btn btn-ghost btn-icon btn-sm ${couleur}` : `badge badge-button tone-${tone}`}
        align={glyphe ? 'start' : 'end'}
        trigger={
          glyphe ? (
            <GlypheStatut statut={affiche} large />
          ) : (
            <>
              <GlypheStatut statut={affiche} />
              <span>
                <span className="visually-hidden">Statut de {sujet} : </span>
                {label}
              </span>
              <IconChevronDown />
            </>
          )
        }
        items={STATUTS.map((choix) => ({
          label: MOTS_STATUT[choix].label,
          icon: <GlypheStatut statut={choix} />,
          checked: choix === affiche,
          separated: choix === 'A_PRECISER',
          onSelect: () => {
            if (choix !== affiche) change(choix, version, affiche)
          },
        }))}
      />
      <Dialog
        open={conflit !== null}
        onClose={keepActuel}
        titre="Statut modifié entre-temps"
        actions={
          <>
            <Button onClick={keepActuel}>Garder le statut enregistré</Button>
            <Button
              variant="primary"
              onClick={() => {
                if (conflit) change(conflit.voulu, conflit.actuel.version, conflit.actuel.statut)
                setConflit(null)
              }}
            >
              Enregistrer mon choix
            </Button>
          </>
        }
      >
        {conflit ? (
          <dl className="details">
            <div>
              <dt>Enregistré par quelqu’un d’autre</dt>
              <dd>
                <BadgeStatut statut={conflit.actuel.statut} />
              </dd>
            </div>
            <div>
              <dt>Votre choix</dt>
              <dd>
                <BadgeStatut statut={conflit.voulu} />
              </dd>
            </div>
          </dl>
        ) : null}
      </Dialog>
    </>
  )
}
