'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { IconEllipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Menu, type MenuItem } from '@/components/ui/flottant/menu'
import { Table, Td, Th } from '@/components/ui/table'
import type { ReunionEcrite, VueReunion } from '@/lib/gouvernance/instances/types/ecran'
import { readEtatReunion } from '@/components/gouvernance/mots'
import { DIALOGUES, listGestes, type Geste } from '@/components/gouvernance/seance/gestes'

interface LigneProps {
  reunion: VueReunion
  base: string
  nommer: boolean
  peutEcrire: boolean
  onGeste: (geste: Geste) => void
}

function Precisions({ reunion }: { reunion: VueReunion }) {
  const { objet, lieu, groupe, motifAnnulation, compteRendu, derogations } = reunion
  const faits = [groupe, objet].filter((fait) => fait !== null)
  return (
    <>
      {faits.length > 0 ? <p>{faits.join(' · ')}</p> : null}
      {lieu ? <p className="text-sm text-muted">{lieu}</p> : null}
      {motifAnnulation ? <p className="text-sm text-muted">Motif de l’annulation : {motifAnnulation}</p> : null}
      {derogations.map(({ regle, motif }) => (
        <p key={regle + motif} className="text-sm">
          <Badge tone="warn">Dérogation</Badge>{' '}
          <span className="text-muted">
            {regle} : {motif}
          </span>
        </p>
      ))}
      {compteRendu ? (
        <details className="text-sm">
          <summary className="w-fit text-primary underline underline-offset-4">Note de la réunion</summary>
          <p className="mt-1 whitespace-pre-line">{compteRendu}</p>
        </details>
      ) : null}
    </>
  )
}

function Ligne({ reunion, base, nommer, peutEcrire, onGeste }: LigneProps) {
  const { id, ref, instance, dateTexte, horaire, figee } = reunion
  const { mots, tone, shape } = readEtatReunion(reunion)
  const gestes = peutEcrire ? listGestes(reunion) : []
  const items = gestes.map(
    ({ geste, label }): MenuItem => ({ label, onSelect: () => onGeste(geste), danger: geste === 'annuler' }),
  )
  return (
    <tr>
      <Th scope="row" className="lg:w-60">
        <span id={`reunion-${id}`} tabIndex={-1} className="block font-semibold">
          <Link className="link-quiet inline-block first-letter:uppercase" href={`${base}/reunions/${ref}`}>
            {dateTexte}
          </Link>
        </span>
        {horaire ? <span className="block text-sm text-muted">{horaire}</span> : null}
      </Th>
      {nommer ? (
        <Td label="Instance" className="lg:w-56">
          <Link className="link-quiet" href={`${base}/gouvernance/${instance.ref}`}>
            {instance.nom}
          </Link>
        </Td>
      ) : null}
      <Td label="État" className="lg:w-36">
        <Badge tone={tone} shape={shape}>
          {mots}
        </Badge>
        {figee ? <span className="block text-sm text-muted">compte rendu validé</span> : null}
      </Td>
      <Td>
        <Precisions reunion={reunion} />
        {peutEcrire && reunion.aDeclarer ? (
          <p className="no-print mt-1">
            <Button
              size="sm"
              aria-label={`Marquer comme tenue, ${instance.nom}, ${dateTexte}`}
              onClick={() => onGeste('tenir')}
            >
              Marquer comme tenue
            </Button>
          </p>
        ) : null}
      </Td>
      {peutEcrire ? (
        <Td className="no-print w-10 text-end">
          {items.length > 0 ? (
            <Menu
              trigger={<IconEllipsis />}
              label={`Actions, ${instance.nom}, ${dateTexte}`}
              className="btn btn-ghost btn-icon btn-sm"
              align="end"
              items={items}
            />
          ) : null}
        </Td>
      ) : null}
    </tr>
  )
}

export interface ReunionsAnneeProps {
  lignes: VueReunion[]
  annee: number
  convention: { slug: string; today: string }
  /** Shows which instance each meeting is of. */
  nommer: boolean
  peutEcrire: boolean
  /** What stands where no meeting is left; the place itself stays, for focus to come back to. */
  vide: ReactNode
}

/** Meetings shown before the rest of a busy year is asked for. */
const PREMIERES = 15

/** The meetings of one year, and what may be done of each. */
export function ReunionsAnnee({ lignes, annee, convention, nommer, peutEcrire, vide }: ReunionsAnneeProps) {
  const [toutes, setToutes] = useState(false)
  const [choix, setChoix] = useState<{ geste: Geste; reunion: VueReunion } | null>(null)
  const [ouvert, setOuvert] = useState(false)
  const ecrite = useRef<{ reunion: number; version: number } | null>(null)
  const boite = useRef<HTMLDivElement>(null)

  // The button that opened a form may be gone with the change it made: focus goes to the meeting, or to its list.
  useEffect(() => {
    if (ecrite.current === null || ouvert) return
    const { reunion, version } = ecrite.current
    const perdu = document.activeElement === null || document.activeElement === document.body
    if (perdu) (document.getElementById(`reunion-${reunion}`) ?? boite.current)?.focus()
    const montree = lignes.find(({ id }) => id === reunion)
    if (montree === undefined || montree.version >= version) ecrite.current = null
  }, [lignes, ouvert])

  // A few more than the fold are shown at once rather than hidden behind a button.
  const pliees = !toutes && lignes.length > PREMIERES + 5
  const montrees = pliees ? lignes.slice(0, PREMIERES) : lignes
  function handleToutes() {
    setToutes(true)
    // The button goes; focus stays where reading stopped.
    document.getElementById(`reunion-${lignes[PREMIERES - 1]?.id}`)?.focus()
  }
  function handleGeste(geste: Geste, reunion: VueReunion) {
    ecrite.current = null
    setChoix({ geste, reunion })
    setOuvert(true)
  }
  function handleFini(reponse?: ReunionEcrite) {
    ecrite.current = reponse ?? null
    setOuvert(false)
  }
  // The box last opened stays in the page: it is what gives focus back.
  const { titre, Boite, Formulaire } = DIALOGUES[choix?.geste ?? 'tenir']
  return (
    <div ref={boite} tabIndex={-1}>
      {lignes.length === 0 ? (
        vide
      ) : (
        <Table caption={`Réunions de ${annee}`} stacked>
          <thead>
            <tr>
              <Th>Date</Th>
              {nommer ? <Th>Instance</Th> : null}
              <Th>État</Th>
              <Th>Précisions</Th>
              {peutEcrire ? (
                <Th className="no-print">
                  <span className="visually-hidden">Actions</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {montrees.map((reunion) => (
              <Ligne
                key={reunion.id}
                reunion={reunion}
                base={`/conventions/${convention.slug}`}
                nommer={nommer}
                peutEcrire={peutEcrire}
                onGeste={(geste) => handleGeste(geste, reunion)}
              />
            ))}
          </tbody>
        </Table>
      )}
      {pliees ? (
        <p className="no-print mt-3">
          <Button
            onClick={handleToutes}
          >{`Afficher les ${lignes.length - PREMIERES} autres réunions de ${annee}`}</Button>
        </p>
      ) : null}
      <Boite open={ouvert} onClose={() => setOuvert(false)} titre={titre}>
        {choix ? (
          <Formulaire slug={convention.slug} today={convention.today} reunion={choix.reunion} onFini={handleFini} />
        ) : null}
      </Boite>
    </div>
  )
}
