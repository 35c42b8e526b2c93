'use client'

import { useEffect, useRef, useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import { createPointsProposes } from '@/lib/gouvernance/seance/actions/agenda'
import type { GroupePropositions, Proposition } from '@/lib/gouvernance/seance/types/agenda'
import { formatCompte } from '@/lib/platform/typographie'

/** A group of more than that opens when asked for. */
const DEPLIEES = 3

interface ChoixProps {
  choisies: ReadonlySet<string>
  onChange: (cle: string, choisie: boolean) => void
}

function Ligne({
  proposition: { cle, titre, raison },
  incluse,
  choisies,
  onChange,
}: ChoixProps & { proposition: Proposition; incluse?: boolean }) {
  return (
    <li>
      <Checkbox
        name={`proposition-${cle}`}
        label={titre}
        hint={raison}
        disabled={incluse}
        checked={incluse === true || choisies.has(cle)}
        onChange={(event) => onChange(cle, event.target.checked)}
      />
    </li>
  )
}

function Groupe({ groupe, ...choix }: ChoixProps & { groupe: GroupePropositions }) {
  const { titre, ensemble, propositions } = groupe
  const incluses = ensemble !== null && choix.choisies.has(ensemble.cle)
  const liste = (
    <ul className="grid gap-3">
      {propositions.map((une) => (
        <Ligne key={une.cle} proposition={une} incluse={incluses} {...choix} />
      ))}
    </ul>
  )
  return (
    <li className="grid gap-3">
      <h3 className="text-base">{titre}</h3>
      {ensemble ? (
        <ul>
          <Ligne proposition={ensemble} {...choix} />
        </ul>
      ) : null}
      {propositions.length > DEPLIEES ? (
        <details>
          <summary className="w-fit text-primary underline underline-offset-4">
            {ensemble ? 'Les choisir une à une' : `Voir les ${propositions.length}`}
          </summary>
          <div className="mt-3">{liste}</div>
        </details>
      ) : (
        liste
      )}
    </li>
  )
}

export interface PropositionsProps {
  convention: string
  reunion: number
  groupes: GroupePropositions[]
  /** The meeting is over: what could have been added is there for who looks for it. */
  replie: boolean
}

/** What is due and may be put on the agenda, each with its reason; nothing is added that nobody chose. */
export function Propositions({ convention, reunion, groupes, replie }: PropositionsProps) {
  const [cochees, setCochees] = useState<ReadonlySet<string>>(new Set())
  const ajout = useGeste(createPointsProposes)
  const { enCours } = ajout
  // The line that was chosen is gone: focus goes to the point it became, once it is drawn.
  const ajoute = useRef<number | null>(null)
  useEffect(() => {
    if (enCours || ajoute.current === null) return
    document.getElementById(`point-titre-${ajoute.current}`)?.focus()
    ajoute.current = null
  }, [enCours, groupes])
  if (groupes.length === 0) return null

  // What was chosen and is no longer proposed counts no more; one point for all counts once.
  const proposees = groupes.flatMap(({ ensemble, propositions }) => {
    const cle = ensemble?.cle
    return cle !== undefined && cochees.has(cle) ? [cle] : propositions.map((une) => une.cle)
  })
  const cles = proposees.filter((cle) => cochees.has(cle))

  function handleChange(cle: string, choisie: boolean) {
    const suite = new Set(cochees)
    if (choisie) suite.add(cle)
    else suite.delete(cle)
    setCochees(suite)
  }
  function handleAdd() {
    if (cles.length === 0) return
    ajout.envoyer(
      { convention, reunion, cles },
      {
        onEcrit: ({ points }) => {
          setCochees(new Set())
          ajoute.current = points[0] ?? null
        },
      },
    )
  }

  const contenu = (
    <>
      <ul className="rows">
        {groupes.map((groupe) => (
          <Groupe key={groupe.genre} groupe={groupe} choisies={cochees} onChange={handleChange} />
        ))}
      </ul>
      <div className="form-actions mt-4">
        <Button variant="primary" busy={enCours} aria-disabled={cles.length === 0 || enCours} onClick={handleAdd}>
          {cles.length === 0 ? 'Ajouter les points choisis' : `Ajouter ${formatCompte(cles.length, 'point')}`}
        </Button>
      </div>
    </>
  )
  const nombre = groupes.reduce((somme, { propositions }) => somme + propositions.length, 0)
  return (
    <Panneau
      className="no-print"
      titre="À mettre à l’ordre du jour"
      id="propositions"
      sousTitre="Proposé d’après ce qui est attendu. Choisissez ce qui mérite un point."
    >
      {replie ? (
        <details>
          <summary className="w-fit text-primary underline underline-offset-4">{`Voir ${formatCompte(nombre, 'proposition')}`}</summary>
          <div className="mt-3">{contenu}</div>
        </details>
      ) : (
        contenu
      )}
    </Panneau>
  )
}
