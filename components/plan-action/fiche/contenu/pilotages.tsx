'use client'

import { useId, useRef, useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox, Input, Select } from '@/components/ui/saisie/inputs'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@/components/ui/icons'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import { LABELS_ROLE, ROLES_PILOTAGE } from '@/lib/plan-action/champs/words/roles'
import type { ChoixContenu } from '@/lib/plan-action/fiche/types/contenu'
import { foldTexte } from '@/lib/platform/texte'

type Pilotage = ValeursFiche['pilotages'][number]
type Ligne = Pilotage & { cle: number }

interface Props {
  valeur: Pilotage[]
  onChange: (pilotages: Pilotage[], options?: { pause?: boolean }) => void
  onBlur?: () => void
  organismes: ChoixContenu['organismes']
  error?: string | null
}

const strip = ({ role, texte, organisme, aDefinir }: Pilotage): Pilotage => ({ role, texte, organisme, aDefinir })
const same = (a: readonly Pilotage[], b: readonly Pilotage[]): boolean =>
  JSON.stringify(a.map(strip)) === JSON.stringify(b.map(strip))
const isEcrite = ({ texte }: Pilotage): boolean => texte.trim() !== ''

/**
 * Who leads, carries or joins, in the words of the document: « CCVA : facilitateur ? » stays as it is written, tied to an
 * organisme of the convention or to none. A line without words is not kept.
 */
export function EditeurPilotages({ valeur, onChange, onBlur, organismes, error }: Props) {
  const suivante = useRef(0)
  const give = (pilotages: readonly Pilotage[]): Ligne[] =>
    pilotages.map((pilotage) => ({ ...pilotage, cle: (suivante.current += 1) }))
  // Lines being written, empty ones included, as long as they say what is given.
  const [lignes, setLignes] = useState<Ligne[]>(() => valeur.map((pilotage, cle) => ({ ...pilotage, cle: -1 - cle })))
  const [donnees, setDonnees] = useState(valeur)
  const liste = useId()
  const ajouter = useRef<HTMLButtonElement>(null)
  if (!same(donnees, valeur)) {
    setDonnees(valeur)
    if (!same(lignes.filter(isEcrite), valeur))
      setLignes(valeur.map((pilotage, cle) => ({ ...pilotage, cle: -1000 - cle })))
  }

  function write(nouvelles: Ligne[], options?: { pause?: boolean }) {
    setLignes(nouvelles)
    const ecrites = nouvelles.filter(isEcrite).map(strip)
    setDonnees(ecrites)
    if (!same(ecrites, valeur)) onChange(ecrites, options)
  }
  function edit(cle: number, champs: Partial<Pilotage>, options?: { pause?: boolean }) {
    write(
      lignes.map((ligne) => (ligne.cle === cle ? { ...ligne, ...champs } : ligne)),
      options,
    )
  }
  function writeTexte(ligne: Ligne, texte: string) {
    // The very name of an organisme ties the line to it; other words leave the tie as it is.
    const nomme = organismes.find(({ nom }) => foldTexte(nom) === foldTexte(texte.trim()))
    edit(ligne.cle, { texte, organisme: nomme?.id ?? ligne.organisme }, { pause: true })
  }
  function remove(cle: number) {
    write(lignes.filter((ligne) => ligne.cle !== cle))
    // The button pressed goes with its line: the focus stays in the editor.
    ajouter.current?.focus()
  }
  function swap(rang: number, pas: 1 | -1) {
    const autres = [...lignes]
    const [ligne] = autres.splice(rang, 1)
    if (ligne) write([...autres.slice(0, rang + pas), ligne, ...autres.slice(rang + pas)])
  }

  return (
    <div className="grid gap-4">
      <datalist id={liste}>
        {organismes.map(({ id, nom }) => (
          <option key={id} value={nom} />
        ))}
      </datalist>
      {lignes.length === 0 ? <p className="text-muted">Personne n’est désigné.</p> : null}
      <ul className="grid gap-4">
        {lignes.map((ligne, rang) => {
          const qui = ligne.texte.trim() || `ligne ${rang + 1}`
          return (
            <li key={ligne.cle} className="grid gap-2 border-b border-line pb-4">
              <Select
                label="Rôle"
                name={`role-${ligne.cle}`}
                value={ligne.role}
                options={ROLES_PILOTAGE.map((role) => ({ value: role, label: LABELS_ROLE[role] }))}
                onChange={({ target }) =>
                  edit(ligne.cle, { role: ROLES_PILOTAGE.find((role) => role === target.value) ?? ligne.role })
                }
              />
              <Input
                label="Qui, comme le document l’écrit"
                name={`qui-${ligne.cle}`}
                list={liste}
                maxLength={300}
                autoComplete="off"
                value={ligne.texte}
                error={isEcrite(ligne) ? null : rang < lignes.length - 1 ? 'Écrivez qui, ou retirez la ligne.' : null}
                onChange={({ target }) => writeTexte(ligne, target.value)}
                onBlur={onBlur}
              />
              <Select
                label="Organisme de la convention"
                name={`organisme-${ligne.cle}`}
                vide="Aucun en particulier"
                value={ligne.organisme ?? ''}
                options={organismes.map(({ id, nom }) => ({ value: String(id), label: nom }))}
                onChange={({ target }) =>
                  edit(ligne.cle, { organisme: target.value === '' ? null : Number(target.value) })
                }
              />
              <Checkbox
                label="Reste à définir"
                name={`a-definir-${ligne.cle}`}
                checked={ligne.aDefinir}
                onChange={({ target }) => edit(ligne.cle, { aDefinir: target.checked })}
              />
              <div className="form-actions">
                <IconButton size="sm" label={`Monter ${qui}`} disabled={rang === 0} onClick={() => swap(rang, -1)}>
                  <IconArrowUp />
                </IconButton>
                <IconButton
                  size="sm"
                  label={`Descendre ${qui}`}
                  disabled={rang === lignes.length - 1}
                  onClick={() => swap(rang, 1)}
                >
                  <IconArrowDown />
                </IconButton>
                <IconButton size="sm" label={`Retirer ${qui}`} onClick={() => remove(ligne.cle)}>
                  <IconTrash />
                </IconButton>
              </div>
            </li>
          )
        })}
      </ul>
      {error ? (
        <p role="alert" className="text-sm text-bad">
          {error}
        </p>
      ) : null}
      <div>
        <Button
          ref={ajouter}
          size="sm"
          icon={<IconPlus />}
          onClick={() =>
            setLignes([
              ...lignes,
              ...give([
                {
                  role: lignes.some(({ role }) => role === 'PILOTE') ? 'PARTENAIRE' : 'PILOTE',
                  texte: '',
                  organisme: null,
                  aDefinir: false,
                },
              ]),
            ])
          }
        >
          Ajouter un pilote, un porteur ou un partenaire
        </Button>
      </div>
    </div>
  )
}
