'use client'

import { useRef, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldAria, fieldId, type FieldProps } from '@/components/ui/saisie/field'
import { IconLink, IconListTree } from '@/components/ui/icons'
import { Input } from '@/components/ui/saisie/inputs'
import { insertLien, readAdresse, toggleGras, toggleListe, type Remplacement, type Selection } from './gestes'

type Props = Omit<ComponentProps<'textarea'>, 'name' | 'value' | 'onChange'> &
  FieldProps & {
    name: string
    value: string
    onTexte: (texte: string) => void
  }

/** Puts words in a text as if they were typed, so that the browser’s own undo (Ctrl+Z) takes them back. */
function apply(zone: HTMLTextAreaElement, { de, a, par, debut, fin }: Remplacement) {
  zone.focus()
  zone.setSelectionRange(de, a)
  if (!document.execCommand('insertText', false, par)) {
    zone.setRangeText(par, de, a, 'end')
    zone.dispatchEvent(new Event('input', { bubbles: true }))
  }
  zone.setSelectionRange(debut, fin)
}

const readSelection = (zone: HTMLTextAreaElement): Selection => ({
  texte: zone.value,
  debut: zone.selectionStart,
  fin: zone.selectionEnd,
})

/** The address of a link, asked for in place. */
function DemandeLien({
  id,
  onLien,
  onFermer,
}: {
  id: string
  onLien: (adresse: string) => void
  onFermer: () => void
}) {
  const [saisie, setSaisie] = useState('')
  const [erreur, setErreur] = useState<string>()
  function add() {
    const adresse = readAdresse(saisie)
    if (adresse) onLien(adresse)
    else setErreur('Écrivez une adresse, par exemple https://www.exemple.fr ou nom@exemple.fr.')
  }
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') add()
    else onFermer()
  }
  return (
    <div className="flex flex-wrap items-end gap-2" onKeyDown={handleKey}>
      <Input
        label="Adresse du lien"
        name={`${id}-lien`}
        inputMode="url"
        value={saisie}
        onChange={(event) => setSaisie(event.target.value)}
        error={erreur}
        autoFocus
      />
      <Button size="sm" onClick={add}>
        Ajouter le lien
      </Button>
      <Button size="sm" variant="ghost" onClick={onFermer}>
        Annuler
      </Button>
    </div>
  )
}

/** A text with bold, lists and links, typed as plain text: buttons, Ctrl+B, everything by keyboard. */
export function ChampTexteRiche({
  label,
  labelHidden,
  hint,
  error,
  optional,
  name,
  value,
  onTexte,
  onBlur,
  ...props
}: Props) {
  const id = fieldId(name)
  const zone = useRef<HTMLTextAreaElement>(null)
  const [lien, setLien] = useState<Selection | null>(null)

  function change(geste: (selection: Selection) => Remplacement) {
    if (zone.current) apply(zone.current, geste(readSelection(zone.current)))
  }

  function closeLien(remplacement?: Remplacement) {
    setLien(null)
    if (!zone.current) return
    if (remplacement) apply(zone.current, remplacement)
    else zone.current.focus()
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 'b' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    change(toggleGras)
  }

  return (
    <Field id={id} label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      <div role="group" aria-label="Mise en forme" className="flex flex-wrap gap-1">
        <Button
          size="sm"
          variant="ghost"
          aria-keyshortcuts="Control+B"
          title="Gras (Ctrl+B)"
          onClick={() => change(toggleGras)}
        >
          <strong>Gras</strong>
        </Button>
        <Button size="sm" variant="ghost" icon={<IconListTree />} onClick={() => change(toggleListe)}>
          Liste
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<IconLink />}
          aria-expanded={lien !== null}
          onClick={() => setLien(zone.current ? readSelection(zone.current) : null)}
        >
          Lien
        </Button>
      </div>
      {lien ? (
        <DemandeLien
          id={name}
          onLien={(adresse) => closeLien(insertLien(lien, adresse))}
          onFermer={() => closeLien()}
        />
      ) : null}
      <textarea
        ref={zone}
        id={id}
        name={name}
        rows={8}
        className="control"
        {...fieldAria(id, { hint, error })}
        {...props}
        value={value}
        onChange={(event) => onTexte(event.target.value)}
        onKeyDown={handleKey}
        onBlur={onBlur}
      />
    </Field>
  )
}
