'use client'

import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Input, Textarea } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { SaveStatus, type SaveState } from '@/components/ui/save-status'
import { updateSuiviFiche } from '@/lib/plan-action/actions'
import { LONGUEUR_SUIVI } from '@/lib/plan-action/schema-mots'
import { formatHeure } from '../heure'

interface Note {
  suivi: string
  avancement: string
}

interface Props {
  convention: string
  fiche: number
  version: number
  suivi: string | null
  avancement: number | null
}

const same = (a: Note, b: Note) => a.suivi.trim() === b.suivi.trim() && a.avancement.trim() === b.avancement.trim()

/** What somebody else saved meanwhile, as the action tells it. */
function readActuel(actuel: unknown): { note: Note; version: number } | null {
  if (typeof actuel !== 'object' || actuel === null || !('version' in actuel)) return null
  const { version, suivi, avancement } = actuel as Record<string, unknown>
  if (typeof version !== 'number') return null
  return { version, note: { suivi: typeof suivi === 'string' ? suivi : '', avancement: typeof avancement === 'number' ? String(avancement) : '' } }
}

/** The follow-up of a fiche: saved by itself when one leaves it, undone in one press, never lost. */
export function Suivi({ convention, fiche, version, suivi, avancement }: Props) {
  const recue: Note = { suivi: suivi ?? '', avancement: avancement === null ? '' : String(avancement) }
  // What is being typed, and what it was typed over; null while nothing is.
  const [saisie, setSaisie] = useState<Note | null>(null)
  const [base, setBase] = useState<{ note: Note; version: number } | null>(null)
  const [avant, setAvant] = useState<Note | null>(null)
  const [autre, setAutre] = useState<{ note: Note; version: number } | null>(null)
  const [etat, setEtat] = useState<{ state: SaveState; heure?: string; message?: string }>({ state: 'idle' })
  const [erreurs, setErreurs] = useState<Record<string, string>>({})
  const envoi = useRef(false)
  const courante = saisie ?? recue
  const modifiee = saisie !== null && !same(saisie, base?.note ?? recue)

  // Leaving the page with something unsaved asks first.
  useEffect(() => {
    if (!modifiee) return
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [modifiee])

  function edit(champs: Partial<Note>) {
    if (saisie === null) setBase({ note: recue, version })
    setSaisie({ ...courante, ...champs })
    setEtat({ state: 'idle' })
  }

  async function save(note: Note, depuis: { note: Note; version: number }) {
    const pourcent = note.avancement.trim() === '' ? null : Number(note.avancement.trim().replace('%', ''))
    envoi.current = true
    setEtat({ state: 'saving' })
    // Another field of the fiche may have been saved since, by oneself: only a changed note is a conflict.
    const jusqua = same(recue, depuis.note) ? Math.max(version, depuis.version) : depuis.version
    const resultat = await updateSuiviFiche({ convention, fiche, version: jusqua, suivi: note.suivi, avancement: pourcent }).catch(() => null)
    envoi.current = false
    if (resultat?.ok) {
      setErreurs({})
      setAutre(null)
      setAvant(depuis.note)
      setBase({ note, version: resultat.data.version })
      setEtat({ state: 'saved', heure: formatHeure(new Date()) })
      return
    }
    setErreurs(resultat?.tag === 'INVALIDE' ? Object.fromEntries(resultat.champs.map(({ champ, message }) => [champ, message])) : {})
    if (resultat?.tag === 'CONFLIT') setAutre(readActuel(resultat.actuel))
    setEtat({ state: 'error', message: resultat?.message })
  }

  function handleBlur(event: FocusEvent<HTMLDivElement>) {
    if (event.currentTarget.contains(event.relatedTarget) || !saisie || !base || !modifiee || autre || envoi.current) return
    void save(saisie, base)
  }

  function undo() {
    if (!avant || !base) return
    setSaisie(avant)
    void save(avant, base).then(() => setAvant(null))
  }

  return (
    <div className="form" onBlur={handleBlur}>
      <Textarea
        label="Note de suivi"
        name="suivi"
        rows={5}
        maxLength={LONGUEUR_SUIVI}
        hint="S’enregistre quand vous quittez le champ."
        value={courante.suivi}
        onChange={(event) => edit({ suivi: event.target.value })}
        error={erreurs.suivi}
      />
      <Input
        label="Avancement (%)"
        name="avancement"
        inputMode="numeric"
        className="max-w-24"
        optional
        value={courante.avancement}
        onChange={(event) => edit({ avancement: event.target.value })}
        error={erreurs.avancement}
      />
      {autre && saisie ? (
        <Notice tone="warn" titre="Version enregistrée entre-temps">
          <p className="whitespace-pre-line">{autre.note.suivi || 'Note vide'}</p>
          <p className="text-sm text-muted">Avancement : {autre.note.avancement ? `${autre.note.avancement}\u202F%` : 'non précisé'}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={() => void save(saisie, autre)}>
              Enregistrer la mienne
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setSaisie(autre.note)
                setBase(autre)
                setAutre(null)
                setEtat({ state: 'idle' })
              }}
            >
              Garder celle-ci
            </Button>
          </div>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <SaveStatus {...etat} />
        {etat.state === 'saved' && avant ? (
          <Button size="sm" variant="ghost" onClick={undo}>
            Annuler
          </Button>
        ) : null}
        {etat.state === 'error' && saisie && base && !autre ? (
          <Button size="sm" onClick={() => void save(saisie, base)}>
            Réessayer
          </Button>
        ) : null}
      </div>
    </div>
  )
}
