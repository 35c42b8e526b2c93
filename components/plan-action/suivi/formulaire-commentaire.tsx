'use client'

import { useId, useRef, useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Select, Textarea } from '@/components/ui/saisie/inputs'
import { Menu } from '@/components/ui/flottant/menu'
import { createCommentaire } from '@/lib/plan-action/suivi/actions/suivi'
import { LONGUEUR_COMMENTAIRE, MOTS_VISIBILITE, VISIBILITES } from '@/lib/plan-action/suivi/words/suivi'
import type { DroitsCommentaire } from '@/lib/plan-action/suivi/types/suivi'
import { formatListe } from '@/lib/platform/typographie'
import {
  forgetBrouillonCommentaire,
  keepBrouillonCommentaire,
  readBrouillonCommentaire,
  type BrouillonCommentaire,
} from './brouillon-commentaire'
import { useCitation } from './use-citation'

const REFUS = 'Commentaire non publié'

interface Props {
  convention: string
  fiche: number
  acteur: number
  droits: DroitsCommentaire
  /** begun earlier and found on this device */
  repris: boolean
  onOuvert: () => void
  onFerme: () => void
}

/** A comment being written: for whom, whom it names, kept on the device until it is posted. */
export function FormulaireCommentaire({ convention, fiche, acteur, droits, repris, onOuvert, onFerme }: Props) {
  const [saisie, setSaisie] = useState((): BrouillonCommentaire => {
    const garde = readBrouillonCommentaire(acteur, convention, fiche)
    const premiere = droits.visibilites[0] ?? 'TOUS'
    return garde && droits.visibilites.includes(garde.visibilite)
      ? garde
      : { texte: garde?.texte ?? '', cites: garde?.cites ?? [], visibilite: premiere }
  })
  const [retrouve] = useState(repris)
  const liste = useId()
  const champ = useRef<HTMLTextAreaElement>(null)
  const personnes = droits.citables[saisie.visibilite] ?? []
  // Whoever was chosen is named as long as the text says so.
  const cites = saisie.cites.filter(({ nom }) => saisie.texte.includes(`@${nom}`))
  const exclus = cites.filter(({ id }) => personnes.every((personne) => personne.id !== id))
  const exclusion =
    exclus.length > 0
      ? `${formatListe(exclus.map(({ nom }) => nom))} ne ${exclus.length > 1 ? 'liront' : 'lira'} pas ce commentaire : retirez ${exclus.length > 1 ? 'ces noms' : 'ce nom'} du texte, ou élargissez qui le lit.`
      : null

  const envoi = useEnvoi(createCommentaire, {
    titre: `${REFUS} : rien de votre saisie n’est perdu`,
    titreChamps: REFUS,
    champ: (nom) => (nom === 'mentions' ? 'texte' : nom),
    message:
      cites.length > 0
        ? `Commentaire publié. ${formatListe(cites.map(({ nom }) => nom))} : prévenu${cites.length > 1 ? 's' : ''} dans Copilote CTG.`
        : 'Commentaire publié.',
    onEcrit: () => {
      forgetBrouillonCommentaire(acteur, convention, fiche)
      onFerme()
    },
  })

  function edit(champs: Partial<BrouillonCommentaire>) {
    const neuve = { ...saisie, ...champs }
    setSaisie(neuve)
    envoi.oublier()
    keepBrouillonCommentaire(acteur, convention, fiche, neuve)
    onOuvert()
  }

  const citation = useCitation(champ, saisie.texte, personnes, (texte, personne) =>
    edit({
      texte,
      cites: saisie.cites.every(({ id }) => id !== personne.id)
        ? [...saisie.cites, { id: personne.id, nom: personne.nom }]
        : saisie.cites,
    }),
  )

  function post() {
    if (exclusion) {
      envoi.refuser([{ champ: 'visibilite', message: exclusion }], REFUS)
      return
    }
    const { texte, visibilite } = saisie
    envoi.envoyer({ convention, fiche, texte, visibilite, mentions: [...new Set(cites.map(({ id }) => id))] })
  }

  function cancel() {
    forgetBrouillonCommentaire(acteur, convention, fiche)
    onFerme()
  }

  const index = citation.choisie ? citation.propositions.indexOf(citation.choisie) : -1
  return (
    <form
      className="form no-print"
      aria-label="Nouveau commentaire"
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      <Refus envoi={envoi} />
      {retrouve ? (
        <p role="status" className="text-sm text-muted">
          Vous aviez commencé ce commentaire sur cet appareil.
        </p>
      ) : null}
      <Textarea
        ref={champ}
        label="Commentaire"
        name="texte"
        rows={4}
        autoFocus={!retrouve}
        maxLength={LONGUEUR_COMMENTAIRE}
        hint={personnes.length > 0 ? 'Écrivez @ puis un nom pour citer quelqu’un.' : undefined}
        value={saisie.texte}
        error={envoi.readErreur('texte')}
        aria-autocomplete="list"
        aria-controls={citation.propositions.length > 0 ? liste : undefined}
        aria-activedescendant={index >= 0 ? `${liste}-${index}` : undefined}
        onChange={(event) => {
          edit({ texte: event.target.value })
          citation.follow(event.target.selectionStart)
        }}
        onKeyDown={citation.handleKey}
        onBlur={() => citation.follow(null)}
      />
      {citation.propositions.length > 0 ? (
        <ul
          id={liste}
          role="listbox"
          aria-label="Personnes à citer"
          className="rounded-md border border-line bg-surface p-1"
        >
          {citation.propositions.map((personne, rang) => (
            <li
              key={personne.id}
              id={`${liste}-${rang}`}
              role="option"
              aria-selected={rang === index}
              className={`menu-item cursor-pointer ${rang === index ? 'bg-hover' : ''}`}
              // Before the field loses the focus: the choice is made where one types.
              onMouseDown={(event) => {
                event.preventDefault()
                citation.choose(personne)
              }}
            >
              <span>
                {personne.nom}
                {personne.fonction ? <small>{personne.fonction}</small> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className={cites.length > 0 ? 'text-sm text-muted' : 'visually-hidden'}>
        {citation.propositions.length > 0 ? `${citation.propositions.length} à citer, flèches puis Entrée. ` : ''}
        {cites.length > 0 ? `Cite ${formatListe(cites.map(({ nom }) => nom))}.` : ''}
      </p>
      {droits.visibilites.length > 1 ? (
        <Select
          label="Qui le lit"
          name="visibilite"
          options={VISIBILITES.filter((une) => droits.visibilites.includes(une)).map((une) => ({
            value: une,
            label: MOTS_VISIBILITE[une],
          }))}
          value={saisie.visibilite}
          error={exclusion ?? envoi.readErreur('visibilite')}
          onChange={(event) =>
            edit({ visibilite: VISIBILITES.find((une) => une === event.target.value) ?? saisie.visibilite })
          }
        />
      ) : (
        <p className="text-sm text-muted">Tous ceux qui lisent la convention le liront.</p>
      )}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Publier
        </Button>
        {personnes.length > 0 ? (
          <Menu
            trigger="Citer quelqu’un"
            align="start"
            items={personnes.map((personne) => ({
              label: personne.nom,
              hint: personne.fonction ?? undefined,
              onSelect: () => citation.choose(personne),
            }))}
          />
        ) : null}
        <Button variant="ghost" onClick={cancel}>
          Abandonner
        </Button>
      </div>
    </form>
  )
}
