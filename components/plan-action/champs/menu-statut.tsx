'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { notify } from '@/components/ui/flottant/toast'
import { updateStatutEtape } from '@/lib/plan-action/fiche/actions/statut-etape'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { formatInstant, formatMinuteParis } from '@/lib/platform/heures'
import { readConflit } from './reponse'
import { BadgeStatut, GlypheStatut, MOTS_STATUT } from './statuts'

interface Props {
  convention: string
  fiche: number
  /** given for the status of an étape, a row with a version of its own */
  etape?: number
  version: number
  statut: StatutFiche
  /** what it is the status of, for those who listen and in the message ("3.1") */
  sujet: string
  /** shows the shape alone, at the head of a row */
  glyphe?: boolean
}

interface Actuel {
  statut: StatutFiche
  /** of an étape */
  version: number
  auteur?: string | null
  instant?: string | null
}

interface Conflit {
  voulu: StatutFiche
  actuel: Actuel
}

/** What somebody else saved meanwhile, as the action tells it. */
function readActuel(actuel: unknown): Actuel | null {
  const [champ] = readConflit(actuel) ?? []
  if (champ) {
    const statut = STATUTS.find((possible) => possible === champ.actuel)
    return statut ? { statut, version: 0, auteur: champ.auteur, instant: champ.instant } : null
  }
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

  /** @param depuis what it is changed over */
  function change(voulu: StatutFiche, depuis: Actuel, annulable = true) {
    startTransition(async () => {
      setAffiche(voulu)
      const resultat = await (etape === undefined
        ? updateFiche({ convention, fiche, champs: { statut: { avant: depuis.statut, apres: voulu } } })
        : updateStatutEtape({ convention, fiche, etape, version: depuis.version, statut: voulu })
      ).catch(() => null)
      if (resultat?.ok) {
        const apres = { statut: voulu, version: resultat.data.version }
        notify({
          message: `${sujet}\u00A0: ${MOTS_STATUT[voulu].label.toLowerCase()}. Enregistré à ${formatMinuteParis(new Date())}.`,
          action: annulable ? { label: 'Annuler', onAction: () => change(depuis.statut, apres, false) } : undefined,
        })
        return
      }
      const actuel = resultat?.tag === 'CONFLIT' ? readActuel(resultat.actuel) : null
      if (actuel) setConflit({ voulu, actuel })
      else
        notify({
          tone: 'bad',
          message: resultat?.message ?? 'Statut non enregistré. Vérifiez la connexion, puis réessayez.',
        })
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
            if (choix !== affiche) change(choix, { statut: affiche, version })
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
                if (conflit) change(conflit.voulu, conflit.actuel)
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
              <dt>
                {conflit.actuel.auteur ? `Enregistré par ${conflit.actuel.auteur}` : 'Enregistré par quelqu’un d’autre'}
                {conflit.actuel.instant ? ` le ${formatInstant(conflit.actuel.instant)}` : null}
              </dt>
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
