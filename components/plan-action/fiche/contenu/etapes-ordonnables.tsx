'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { createSender, isReessayable } from '@/components/formulaire/send'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { notifyRefus } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/flottant/dialog'
import { IconArrowDown, IconArrowUp, IconEllipsis, IconPencil, IconPlus, IconTrash } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { notify } from '@/components/ui/flottant/toast'
import { removeEtape, updateOrdreEtapes } from '@/lib/plan-action/fiche/actions/etape'
import type { ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { EtapeActuelle } from '@/lib/plan-action/fiche/types/contenu'
import { move } from './ordre'

const FormulaireEtape = dynamic(() => import('./formulaire-etape').then((module) => module.FormulaireEtape), {
  loading: () => (
    <p role="status" className="text-muted">
      Ouverture…
    </p>
  ),
})

interface EtapePlacee {
  etape: EtapeActuelle & { id: number }
  /** indicators that hang on it: it is not taken away then */
  indicateurs: number
  /** the étape as it is read, without its `li` */
  lecture: ReactNode
}

interface Props {
  slug: string
  fiche: number
  etapes: EtapePlacee[]
  contexte: ContextePeriode
  /** « actions », « étapes »: the convention’s own word, in small letters */
  noms: string
}

/** The number that follows, when the last one is a number. */
function nextNumero(etapes: readonly EtapePlacee[]): string | null {
  const numeros = etapes.map(({ etape }) => etape.numero)
  if (numeros.length > 0 && !numeros.some(Boolean)) return null
  const suivant =
    Math.max(0, ...numeros.map((numero) => (numero !== null && /^\d{1,3}$/.test(numero) ? Number(numero) : 0))) + 1
  return String(suivant)
}

/**
 * The étapes of a fiche, that one adds, edits, takes away, and puts in order: by dragging, with the arrows on the handle,
 * or from the menu of each.
 */
export function EtapesOrdonnables({ slug, fiche, etapes, contexte, noms }: Props) {
  const recu = etapes.map(({ etape }) => etape.id)
  // The order wanted, over the one the page was given; forgotten when the page brings another.
  const [voulu, setVoulu] = useState<{ recu: string; ordre: number[] } | null>(null)
  const ordre = voulu?.recu === recu.join() ? voulu.ordre : recu
  const enregistre = useRef(recu)
  const file = useRef<Promise<void>>(Promise.resolve())
  const dernier = useRef<number[] | null>(null)
  const [send] = useState(createSender)
  const router = useRouter()
  const retrait = useEnvoi(removeEtape, {
    gardee: true,
    onRefus: (refus) => {
      if (!isReessayable(refus)) router.refresh()
      if (refus.tag === 'CONFLIT' && refus.actuel)
        notify({
          tone: 'bad',
          message: 'Quelqu’un a modifié cette étape entre-temps : relisez-la avant de la retirer.',
        })
      else notifyRefus(refus, retrait.reessayer)
    },
  })
  const [annonce, setAnnonce] = useState('')
  const [prise, setPrise] = useState<number | null>(null)
  const [edition, setEdition] = useState<EtapePlacee | 'NOUVELLE' | null>(null)
  const cle = recu.join()
  useEffect(() => {
    enregistre.current = cle === '' ? [] : cle.split(',').map(Number)
  }, [cle])

  function save(apres: number[]) {
    setVoulu({ recu: cle, ordre: apres })
    dernier.current = apres
    // One after the other: each move is made over what the former left.
    file.current = file.current.then(async () => {
      const issue = await send(updateOrdreEtapes, { convention: slug, fiche, avant: enregistre.current, apres })
      if (issue.ok) {
        enregistre.current = apres
        return
      }
      setVoulu(null)
      if (issue.tag === 'CONFLIT' && issue.actuel)
        notify({
          tone: 'bad',
          message:
            'Ces étapes ont changé entre-temps : l’ordre enregistré est affiché, refaites le déplacement s’il le faut.',
        })
      else
        notifyRefus(issue, () => {
          // Unless they were moved again since.
          if (dernier.current === apres) save(apres)
        })
      if (!isReessayable(issue)) router.refresh()
    })
  }

  function put(id: number, place: number) {
    const apres = move(ordre, id, place)
    if (apres.join() === ordre.join()) return
    const titre = etapes.find(({ etape }) => etape.id === id)?.etape.titre ?? ''
    setAnnonce(`« ${titre} » : place ${apres.indexOf(id) + 1} sur ${apres.length}.`)
    save(apres)
  }

  const placees = ordre.flatMap((id) => etapes.find(({ etape }) => etape.id === id) ?? [])
  return (
    <>
      <div role="status" className="visually-hidden">
        {annonce}
      </div>
      {placees.length > 0 ? (
        <ol className="rows">
          {placees.map((placee, rang) => (
            <li
              key={placee.etape.id}
              className={cx('keep group flex items-start gap-1', prise === placee.etape.id && 'opacity-60')}
              onDragOver={(event) => {
                if (prise !== null) event.preventDefault()
              }}
              onDrop={(event: DragEvent) => {
                event.preventDefault()
                if (prise !== null) put(prise, rang)
                setPrise(null)
              }}
            >
              {placees.length > 1 ? (
                <Poignee
                  titre={placee.etape.titre}
                  rang={rang}
                  total={placees.length}
                  onPlace={(place) => put(placee.etape.id, place)}
                  onPrise={(tenue) => setPrise(tenue ? placee.etape.id : null)}
                />
              ) : null}
              <div className="flex min-w-0 flex-1 items-start gap-2">{placee.lecture}</div>
              <Menu
                className="btn btn-ghost btn-icon btn-sm no-print"
                label={`${placee.etape.titre} : modifier, déplacer ou retirer`}
                trigger={<IconEllipsis />}
                items={[
                  { label: 'Modifier', icon: <IconPencil />, onSelect: () => setEdition(placee) },
                  {
                    label: 'Monter',
                    icon: <IconArrowUp />,
                    disabled: rang === 0,
                    onSelect: () => put(placee.etape.id, rang - 1),
                  },
                  {
                    label: 'Descendre',
                    icon: <IconArrowDown />,
                    disabled: rang === placees.length - 1,
                    onSelect: () => put(placee.etape.id, rang + 1),
                  },
                  {
                    label: 'Retirer',
                    icon: <IconTrash />,
                    danger: true,
                    separated: true,
                    disabled: placee.indicateurs > 0,
                    hint:
                      placee.indicateurs > 0
                        ? 'Des indicateurs en dépendent : rattachez-les d’abord à la fiche.'
                        : undefined,
                    onSelect: () =>
                      retrait.envoyer({
                        convention: slug,
                        fiche,
                        etape: placee.etape.id,
                        version: placee.etape.version,
                      }),
                  },
                ]}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <div className="no-print mt-3">
        <Button size="sm" icon={<IconPlus />} aria-haspopup="dialog" onClick={() => setEdition('NOUVELLE')}>
          Ajouter aux {noms}
        </Button>
      </div>
      <Dialog
        open={edition !== null}
        onClose={() => setEdition(null)}
        titre={edition === 'NOUVELLE' || edition === null ? `Ajouter aux ${noms}` : edition.etape.titre}
        wide
      >
        {edition === null ? null : (
          <FormulaireEtape
            slug={slug}
            fiche={fiche}
            contexte={contexte}
            numero={nextNumero(etapes)}
            etape={edition === 'NOUVELLE' ? null : edition.etape}
            onFini={() => setEdition(null)}
          />
        )}
      </Dialog>
    </>
  )
}

interface PoigneeProps {
  titre: string
  rang: number
  total: number
  onPlace: (place: number) => void
  onPrise: (tenue: boolean) => void
}

/** What one drags an étape by; with the keyboard, the arrows move it. */
function Poignee({ titre, rang, total, onPlace, onPrise }: PoigneeProps) {
  function handleKey(event: KeyboardEvent) {
    const place = event.key === 'ArrowUp' ? rang - 1 : event.key === 'ArrowDown' ? rang + 1 : null
    if (place === null) return
    event.preventDefault()
    if (place >= 0 && place < total) onPlace(place)
  }
  return (
    <button
      type="button"
      draggable
      className="btn btn-ghost btn-icon btn-sm no-print cursor-grab text-muted max-sm:hidden"
      aria-label={`Déplacer ${titre} : place ${rang + 1} sur ${total}. Flèches haut et bas`}
      title="Faire glisser, ou flèches haut et bas"
      onKeyDown={handleKey}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', titre)
        onPrise(true)
      }}
      onDragEnd={() => onPrise(false)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
        {[4, 8, 12].flatMap((y) => [6, 10].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.2" />))}
      </svg>
    </button>
  )
}
