'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Checkbox, Input } from '@/components/ui/saisie/inputs'
import { createAffectation, createAffectations } from '@/lib/cooperation/schemas/actions/saisie'
import type { LigneSchema } from '@/lib/cooperation/schemas/rules/enregistre'
import type { PorteurPossible, ThemePossible } from '@/lib/cooperation/schemas/types/choix'
import type { Marge } from '@/lib/cooperation/schemas/rules/equilibre'
import { foldTexte } from '@/lib/platform/texte'
import type { Cible } from './lignes'

interface AjouterLignesProps extends Cible {
  marge: Marge
  /** the lines of this margin already there */
  lignes: LigneSchema[]
  porteurs: PorteurPossible[]
  themes: ThemePossible[]
}

/** One thing that may be added, and the key that the action knows it by. */
interface Choix {
  cle: string
  nom: string
  /** taken by « all the communes », « all the themes » */
  ensemble: boolean
}

const isMeme = (a: string, b: string): boolean => foldTexte(a) === foldTexte(b)

function listChoix({ marge, lignes, porteurs, themes }: AjouterLignesProps): Choix[] {
  if (marge === 'THEMATIQUE')
    return themes
      .filter(({ code, nom }) => !lignes.some((l) => l.theme === code || isMeme(l.libelle, nom)))
      .map(({ code, nom }) => ({ cle: code, nom, ensemble: true }))
  return porteurs
    .filter(
      ({ organisme, nom }) =>
        !lignes.some((l) => (organisme !== null && l.organisme === organisme) || isMeme(l.libelle, nom)),
    )
    .map(({ organisme, commune, nom }) => ({
      cle: organisme === null ? `c${commune}` : `o${organisme}`,
      nom,
      ensemble: commune !== null,
    }))
}

/** Adds lines to one margin: several at once from the list of the territory or of the themes, or one in free words. */
export function AjouterLignes(props: AjouterLignesProps) {
  return (
    <DialogButton
      label="Ajouter des lignes"
      titre={props.marge === 'PORTEUR' ? 'Ajouter des porteurs' : 'Ajouter des thématiques'}
      size="sm"
    >
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}

function Formulaire(props: AjouterLignesProps & { onFait: () => void }) {
  const { marge, slug, schema, version, onVersion, onFait, themes } = props
  const choix = listChoix(props)
  const [coches, setCoches] = useState<ReadonlySet<string>>(new Set())
  const [libelle, setLibelle] = useState('')
  const parPorteur = marge === 'PORTEUR'
  // Behind the window, the draft shows what somebody else saved first.
  const envoi = useEnvoi(createAffectation, {
    titre: 'La ligne écrite n’est pas ajoutée',
    relire: true,
    onEcrit: (ecrite) => {
      onVersion(ecrite.version)
      onFait()
    },
  })

  const addEcrite = (depuis: number) => envoi.envoyer({ convention: slug, schema, version: depuis, marge, libelle })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (coches.size === 0) return addEcrite(version)
    envoi.avec(
      createAffectations,
      {
        convention: slug,
        schema,
        version,
        organismes: [...coches].filter((cle) => parPorteur && cle.startsWith('o')).map((cle) => Number(cle.slice(1))),
        communes: [...coches].filter((cle) => parPorteur && cle.startsWith('c')).map((cle) => cle.slice(1)),
        themes: themes.filter(({ code }) => !parPorteur && coches.has(code)).map(({ code }) => code),
      },
      {
        titre: 'Les lignes choisies ne sont pas ajoutées',
        relire: true,
        onEcrit: (ecrite) => {
          onVersion(ecrite.version)
          setCoches(new Set())
          // Both ways may be used at once; the second starts from the version that the first gives.
          if (libelle.trim() === '') onFait()
          else addEcrite(ecrite.version)
        },
      },
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {choix.length > 0 ? (
        <fieldset className="choices">
          <legend>{parPorteur ? 'Communes et organismes du territoire' : 'Thématiques AFAS'}</legend>
          <div>
            <Button
              size="sm"
              onClick={() => setCoches(new Set(choix.filter(({ ensemble }) => ensemble).map(({ cle }) => cle)))}
            >
              {parPorteur ? 'Choisir toutes les communes du territoire' : 'Choisir toutes les thématiques AFAS'}
            </Button>
          </div>
          {choix.map(({ cle, nom }) => (
            <Checkbox
              key={cle}
              label={nom}
              name={`choix-${cle}`}
              checked={coches.has(cle)}
              onChange={({ target }) =>
                setCoches(
                  (avant) => new Set(target.checked ? [...avant, cle] : [...avant].filter((autre) => autre !== cle)),
                )
              }
            />
          ))}
        </fieldset>
      ) : null}
      <Input
        label={parPorteur ? 'Autre commune ou organisme, en toutes lettres' : 'Autre thématique, en toutes lettres'}
        name="libelle"
        maxLength={200}
        optional={choix.length > 0}
        value={libelle}
        onChange={({ target }) => setLibelle(target.value)}
        error={envoi.readErreur('libelle')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Ajouter
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
