'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Refus } from '@/components/formulaire/send'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { notifyRefus } from '@/components/formulaire/use-geste'
import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { updateStatutEtape } from '@/lib/plan-action/fiche/actions/statut-etape'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import type { ConflitFiche } from '@/lib/plan-action/fiche/types/edition'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { Actuel, Conflit } from './dialogue-statut'
import { findStatut } from './statut-en-conflit'
import { GlypheStatut, MOTS_STATUT } from './statuts'

// Loaded with the first conflict.
const DialogueStatut = dynamic(() => import('./dialogue-statut').then((module) => module.DialogueStatut), {
  loading: () => null,
})

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

/** What a conflict gives back: of a fiche its fields, of an étape its row. */
type Autre = ConflitFiche | Pick<Actuel, 'statut' | 'version'>

function readActuel(autre: Autre): Actuel | null {
  if (!('conflits' in autre)) return autre
  const lu = findStatut(autre)
  return lu ? { statut: lu.actuel, version: 0, auteur: lu.auteur, instant: lu.instant } : null
}

/** A status one changes in place: two presses, saved by itself, with a way back. */
export function MenuStatut({ convention, fiche, etape, version, statut, sujet, glyphe }: Props) {
  const [demande, setDemande] = useState(statut)
  const [conflit, setConflit] = useState<Conflit | null>(null)
  // Fifty rows do not carry fifty dialogues: one comes with the first conflict, and stays to give the focus back.
  const [contestee, setContestee] = useState(false)
  const router = useRouter()
  const envoi = useEnvoi<Parameters<typeof updateFiche>[0], { version: number }, Autre>(updateFiche, { gardee: true })
  // What was asked shows at once, until the answer is there.
  const affiche = envoi.enCours ? demande : statut
  const { label, tone, couleur } = MOTS_STATUT[affiche]

  /** @param depuis what it is changed over */
  function change(voulu: StatutFiche, depuis: Actuel, annulable = true) {
    if (envoi.enCours) return
    setDemande(voulu)
    const suite = {
      message: () =>
        `${sujet} : ${MOTS_STATUT[voulu].label.toLowerCase()}. Enregistré à ${formatMinuteParis(new Date())}.`,
      annuler: annulable
        ? (ecrit: { version: number }) => change(depuis.statut, { statut: voulu, version: ecrit.version }, false)
        : undefined,
      onRefus: (refus: Refus<Autre>) => {
        const actuel = refus.tag === 'CONFLIT' && refus.actuel ? readActuel(refus.actuel) : null
        if (actuel) {
          setContestee(true)
          setConflit({ voulu, actuel })
        } else notifyRefus(refus, envoi.reessayer)
      },
    }
    if (etape === undefined)
      envoi.envoyer({ convention, fiche, champs: { statut: { avant: depuis.statut, apres: voulu } } }, suite)
    else envoi.avec(updateStatutEtape, { convention, fiche, etape, version: depuis.version, statut: voulu }, suite)
  }

  function keepActuel() {
    setConflit(null)
    router.refresh()
  }

  return (
    <>
      <Menu
        label={glyphe ? `Statut de ${sujet} : ${label}. Changer` : undefined}
        className={glyphe ? `btn btn-ghost btn-icon btn-sm ${couleur}` : `badge badge-button tone-${tone}`}
        align={glyphe ? 'start' : 'end'}
        trigger={
          glyphe ? (
            <GlypheStatut statut={affiche} large />
          ) : (
            <>
              <GlypheStatut statut={affiche} />
              <span>
                <span className="visually-hidden">Statut de {sujet} : </span>
                {label}
              </span>
              <IconChevronDown />
            </>
          )
        }
        items={() =>
          STATUTS.map((choix) => ({
            label: MOTS_STATUT[choix].label,
            icon: <GlypheStatut statut={choix} />,
            checked: choix === affiche,
            separated: choix === 'A_PRECISER',
            onSelect: () => {
              if (choix !== affiche) change(choix, { statut: affiche, version })
            },
          }))
        }
      />
      {contestee ? (
        <DialogueStatut
          conflit={conflit}
          onGarder={keepActuel}
          onEnregistrer={() => {
            if (conflit) change(conflit.voulu, conflit.actuel)
            setConflit(null)
          }}
        />
      ) : null}
    </>
  )
}
