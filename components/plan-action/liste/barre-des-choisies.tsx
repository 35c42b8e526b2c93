'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { ActionBar } from '@/components/ui/action-bar'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { IconChevronDown } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/flottant/menu'
import { notify } from '@/components/ui/flottant/toast'
import { formatMinute } from '@/lib/platform/heures'
import { formatAccord } from '@/lib/platform/typographie'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { updateFiches } from '@/lib/plan-action/liste/actions/lot'
import { buildChangements } from '@/lib/plan-action/liste/rules/lot'
import type { Geste } from '@/lib/plan-action/liste/schema/lot'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import type { LotModifie } from '@/lib/plan-action/liste/types'
import { buildHrefFiche } from '../adresses'
import { formatCompteNom } from '../noms'
import { GlypheStatut, MOTS_STATUT } from '@/components/plan-action/champs/statuts'
import type { SaisieLot } from './geste-en-lot'
import { TITRES, type GenreSaisi } from './mots'
import { useSelection } from './selection'

// Only who changes many at once needs its forms.
const GesteEnLot = dynamic(() => import('./geste-en-lot').then((module) => module.GesteEnLot), { loading: () => null })

export interface PropsBarre {
  slug: string
  /** query of the present address: what « all » means */
  parametres: string
  filtrees: number
  nomFiche: string
  themes: { code: string; nom: string }[]
  bornes: { debut: string | null; fin: string | null }
}

/** Most that is changed in one go: what the action accepts. */
const TAILLE_LOT = 500

/** '12 fiches modifiées, 2 l’étaient déjà, 1 non modifiée'. */
function formatBilan({ modifiees, inchangees, echecs }: LotModifie, nomFiche: string): string {
  return [
    `${formatCompteNom(modifiees, nomFiche)} ${formatAccord(modifiees, 'modifiée')}`,
    inchangees > 0 && `${inchangees} déjà ainsi`,
    echecs.length > 0 && `${echecs.length} non ${formatAccord(echecs.length, 'modifiée')}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What stayed as it was, and why, each with its way in. */
function Echecs({
  bilan,
  slug,
  titre,
  onClose,
  onUndo,
}: {
  bilan: LotModifie
  slug: string
  titre: string
  onClose: () => void
  onUndo: () => void
}) {
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      titre={titre}
      actions={
        <>
          {bilan.retour.length > 0 ? <Button onClick={onUndo}>Annuler les modifications</Button> : null}
          <Button variant="primary" onClick={onClose}>
            Fermer
          </Button>
        </>
      }
    >
      <ul className="rows">
        {bilan.echecs.map(({ fiche, ref, numero, titre: nom, raison }) => (
          <li key={fiche}>
            {ref ? (
              <Link href={buildHrefFiche(slug, ref)} className="font-semibold">
                {[numero, nom].filter(Boolean).join(' – ')}
              </Link>
            ) : (
              <span className="font-semibold">Fiche retirée</span>
            )}
            <span className="block text-sm text-muted">{raison}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What may be done to the rows chosen. */
export function BarreDesChoisies({ slug, parametres, filtrees, nomFiche, themes, bornes }: PropsBarre) {
  const selection = useSelection()
  const [saisie, setSaisie] = useState<GenreSaisi | null>(null)
  const [bilan, setBilan] = useState<LotModifie | null>(null)
  const envoi = useGeste(updateFiches)
  const occupe = envoi.enCours
  if (!selection) return null
  const { choix, ordre, choosePage, chooseTout, clear } = selection
  const nombre = choix.genre === 'TOUT' ? choix.nombre : choix.fiches.size

  function undo(retour: LotModifie['retour']) {
    envoi.envoyer(
      { convention: slug, lot: { genre: 'FICHES', fiches: retour } },
      {
        message: (data) => (data.echecs.length > 0 ? null : `Annulé : ${formatBilan(data, nomFiche)}.`),
        onEcrit: (data) => {
          if (data.echecs.length > 0) setBilan({ ...data, retour: [] })
        },
      },
    )
  }

  function finish(data: LotModifie) {
    setSaisie(null)
    clear()
    if (data.echecs.length > 0) return setBilan(data)
    notify({
      message: `${formatBilan(data, nomFiche)}.${data.heure ? ` Enregistré à ${formatMinute(data.heure)}.` : ''}`,
      action: data.retour.length > 0 ? { label: 'Annuler', onAction: () => undo(data.retour) } : undefined,
    })
  }

  const buildInput = (geste: Geste): SaisieLot => ({
    convention: slug,
    lot:
      choix.genre === 'TOUT'
        ? { genre: 'FILTRES', parametres, attendu: choix.nombre, geste }
        : // Over what one sees: what somebody changed since is not written over.
          {
            genre: 'FICHES',
            fiches: [...choix.fiches.values()].map((fiche) => ({
              fiche: fiche.id,
              champs: buildChangements(geste, fiche),
            })),
          },
  })

  function closeBilan() {
    setBilan(null)
  }
  const page = new Set(ordre).size
  return (
    <>
      {nombre > 0 ? (
        <ActionBar
          label="Fiches choisies"
          actions={
            <>
              <Menu
                trigger={
                  <>
                    {MOTS_CHAMP.statut} <IconChevronDown />
                  </>
                }
                disabled={occupe}
                items={STATUTS.map((statut) => ({
                  label: MOTS_STATUT[statut].label,
                  icon: <GlypheStatut statut={statut} />,
                  separated: statut === 'A_PRECISER',
                  onSelect: () => envoi.envoyer(buildInput({ genre: 'STATUT', statut }), { onEcrit: finish }),
                }))}
              />
              {(['PILOTE', 'THEME', 'PERIODE'] as const).map((genre) => (
                <Button key={genre} disabled={occupe} aria-haspopup="dialog" onClick={() => setSaisie(genre)}>
                  {TITRES[genre]}
                </Button>
              ))}
              <Button variant="ghost" onClick={clear} disabled={occupe}>
                Ne rien choisir
              </Button>
            </>
          }
        >
          <strong>
            {formatCompteNom(nombre, nomFiche)} {formatAccord(nombre, 'choisie')}
          </strong>{' '}
          {choix.genre === 'RANGEES' && nombre < page ? (
            <Button variant="ghost" size="sm" onClick={choosePage}>
              Choisir toute la page
            </Button>
          ) : null}
          {choix.genre === 'RANGEES' && filtrees > page && filtrees <= TAILLE_LOT ? (
            <Button variant="ghost" size="sm" onClick={() => chooseTout(filtrees)}>
              Choisir les {filtrees} de la liste
            </Button>
          ) : null}
        </ActionBar>
      ) : null}
      {saisie ? (
        <GesteEnLot
          genre={saisie}
          nombre={nombre}
          nomFiche={nomFiche}
          themes={themes}
          bornes={bornes}
          buildInput={buildInput}
          onClose={() => setSaisie(null)}
          onEcrit={finish}
        />
      ) : null}
      {bilan ? (
        <Echecs
          bilan={bilan}
          slug={slug}
          titre={formatBilan(bilan, nomFiche)}
          onClose={closeBilan}
          onUndo={() => {
            closeBilan()
            undo(bilan.retour)
          }}
        />
      ) : null}
    </>
  )
}
