'use client'

import { useEffect, useState, type KeyboardEvent } from 'react'
import { ask } from '@/components/formulaire/send'
import { Input, Radios } from '@/components/ui/saisie/inputs'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formatCompte } from '@/lib/platform/typographie'
import { searchCibles } from '@/lib/utilisateurs/actions/recherche'
import type { CibleRole } from '@/lib/utilisateurs/read/cibles'
import type { ObjetRole } from '@/lib/utilisateurs/rules'
import { OBJETS } from './mots'

/** Time after the last letter before asking. */
const REPOS_MS = 250
const COUPEE = 'La recherche n’a pas abouti : vérifiez le réseau, puis changez le texte cherché.'

interface ChoisirCibleProps {
  objet: ObjetRole
  choisie: CibleRole | null
  onChoix: (cible: CibleRole) => void
  error: string | undefined
}

/** What a role is held on: a few letters, then one among the answers. What was chosen stays in sight while searching further. */
export function ChoisirCible({ objet, choisie, onChoix, error }: ChoisirCibleProps) {
  const [texte, setTexte] = useState('')
  const [trouvees, setTrouvees] = useState<CibleRole[] | null>(null)
  const [incident, setIncident] = useState<string | null>(null)
  const { label, aide, vide } = OBJETS[objet]

  useEffect(() => {
    let courante = true
    const attente = window.setTimeout(
      () => {
        void ask(searchCibles, { objet, q: texte }).then((issue) => {
          if (!courante) return
          setTrouvees(issue.ok ? issue.data.cibles : [])
          setIncident(issue.ok ? null : issue.tag === 'COUPURE' ? COUPEE : issue.message)
        })
      },
      texte === '' ? 0 : REPOS_MS,
    )
    return () => {
      courante = false
      window.clearTimeout(attente)
    }
  }, [objet, texte])

  /** Enter looks for the text: it must not send the form around. */
  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter') event.preventDefault()
  }

  const autres = (trouvees ?? []).filter(({ id }) => id !== choisie?.id)
  const proposees = choisie ? [choisie, ...autres] : autres
  return (
    <>
      <Input
        label={`Chercher : ${label}`}
        name="recherche-cible"
        type="search"
        hint={aide}
        value={texte}
        onChange={(event) => setTexte(event.target.value)}
        onKeyDown={handleKey}
        maxLength={100}
      />
      <p className="m-0 text-sm text-muted" role="status">
        {incident ??
          (trouvees === null ? (
            'Recherche…'
          ) : trouvees.length === 0 ? (
            vide
          ) : (
            <VisuallyHidden>{formatCompte(trouvees.length, 'réponse')}</VisuallyHidden>
          ))}
      </p>
      <Radios
        label={label}
        name="cible"
        options={proposees.map(({ id, nom, precision }) => ({
          value: String(id),
          label: nom,
          hint: precision ?? undefined,
        }))}
        value={choisie ? String(choisie.id) : ''}
        onChange={(event) => {
          const cible = proposees.find(({ id }) => String(id) === event.target.value)
          if (cible) onChoix(cible)
        }}
        error={error}
      />
    </>
  )
}
