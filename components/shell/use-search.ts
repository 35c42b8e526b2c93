'use client'

import { useEffect, useRef, useState } from 'react'
import type { SearchFunction, SearchGroup } from './types'

const DEBOUNCE = 160

/** Where a search stands; `groups` are the last answers, kept in sight while the next ones come. */
export type SearchState = {
  status: 'idle' | 'loading' | 'done' | 'error'
  groups: SearchGroup[]
  /** The text these answers are for. */
  texte: string
}

const IDLE: SearchState = { status: 'idle', groups: [], texte: '' }

/**
 * Runs a search a moment after the last key; an answer that comes late, after a newer
 * question, is dropped.
 * @param rechercher the search
 * @returns the state, `ask(text)` to change the question
 */
export function useSearch(rechercher: SearchFunction) {
  const [state, setState] = useState(IDLE)
  const latest = useRef(0)
  const timer = useRef(0)

  useEffect(() => () => window.clearTimeout(timer.current), [])

  async function run(texte: string, turn: number) {
    try {
      const groups = (await rechercher(texte)).filter((g) => g.resultats.length > 0)
      if (turn === latest.current) setState({ status: 'done', groups, texte })
    } catch {
      if (turn === latest.current) setState({ status: 'error', groups: [], texte })
    }
  }

  function ask(text: string, delay = DEBOUNCE) {
    const texte = text.trim()
    const turn = ++latest.current
    window.clearTimeout(timer.current)
    if (texte === '') {
      setState(IDLE)
      return
    }
    setState((now) => ({ ...now, status: 'loading' }))
    timer.current = window.setTimeout(() => void run(texte, turn), delay)
  }

  return { state, ask }
}
