'use client'

import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { insertMention, listPropositions, readRecherche } from '@/lib/plan-action/suivi/rules/mentions'
import type { PersonneCitable } from '@/lib/plan-action/suivi/types/suivi'

/**
 * Naming somebody while one writes: after an « @ », the people whose name begins so, chosen with the arrows and Enter, or
 * pressed.
 */
export function useCitation(
  champ: RefObject<HTMLTextAreaElement | null>,
  texte: string,
  personnes: readonly PersonneCitable[],
  onTexte: (texte: string, cite: PersonneCitable) => void,
) {
  const [curseur, setCurseur] = useState<number | null>(null)
  const [rang, setRang] = useState(0)
  const placer = useRef<number | null>(null)
  const recherche = curseur === null ? null : readRecherche(texte, curseur)
  const propositions = recherche === null ? [] : listPropositions(personnes, recherche.mot)
  const choisie = propositions[Math.min(rang, propositions.length - 1)]

  // The caret goes after the name once the field holds it.
  useLayoutEffect(() => {
    if (placer.current === null) return
    champ.current?.focus()
    champ.current?.setSelectionRange(placer.current, placer.current)
    placer.current = null
  }, [champ, texte])

  function choose(personne: PersonneCitable) {
    const ici = recherche ?? { debut: champ.current?.selectionStart ?? texte.length, mot: '' }
    const sansArobase = recherche === null
    const avant =
      sansArobase && ici.debut > 0 && !/\s$/.test(texte.slice(0, ici.debut))
        ? `${texte.slice(0, ici.debut)} `
        : texte.slice(0, ici.debut)
    const reste = texte.slice(ici.debut + (sansArobase ? 0 : ici.mot.length + 1))
    const insere = insertMention(`${avant}@${ici.mot}${reste}`, { debut: avant.length, mot: ici.mot }, personne.nom)
    placer.current = insere.curseur
    setCurseur(null)
    setRang(0)
    onTexte(insere.texte, personne)
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (propositions.length === 0 || !choisie) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const pas = event.key === 'ArrowDown' ? 1 : propositions.length - 1
        setRang((Math.min(rang, propositions.length - 1) + pas) % propositions.length)
        break
      }
      case 'Enter':
      case 'Tab':
        choose(choisie)
        break
      case 'Escape':
        setCurseur(null)
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function follow(position: number | null) {
    setCurseur(position)
    setRang(0)
  }

  return { propositions, choisie, choose, handleKey, follow }
}
