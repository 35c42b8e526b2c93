'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { isTexte, MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampFiche } from '@/lib/plan-action/champs/schema'
import type { ChampEnConflit } from '@/lib/plan-action/fiche/types/edition'
import { formatInstant } from '@/lib/platform/heures'
import type { EditionFiche } from './use-edition'
import { formatChamp, type NomsChamps } from './valeur-champ'

interface Props {
  edition: Pick<EditionFiche, 'conflit' | 'valeurs' | 'settle'>
  /** what codes and ids are called here */
  noms?: NomsChamps
  /** only these fields: each section shows its own */
  champs?: readonly ChampFiche[]
}

/** 'Nour Belkacem, le 22 novembre 2026 à 14 h 05', or what may be said of it. */
function formatAuteur({ auteur, instant }: ChampEnConflit): string {
  return [auteur ?? 'Quelqu’un d’autre', instant && `le ${formatInstant(instant)}`].filter(Boolean).join(', ')
}

function Version({ titre, texte }: { titre: string; texte: string }) {
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold">{titre}</p>
      <p
        className="max-h-72 overflow-y-auto break-words whitespace-pre-line"
        tabIndex={texte.length > 600 ? 0 : undefined}
      >
        {texte}
      </p>
    </div>
  )
}

/** One field that two people changed: both versions, who, when, and what to keep. */
function ChampOppose({
  conflit,
  edition,
  noms,
}: {
  conflit: ChampEnConflit
  edition: Props['edition']
  noms?: NomsChamps
}) {
  const id = useId().replace(/[^\w-]/g, '')
  const [fusion, setFusion] = useState<string | null>(null)
  const { champ, actuel } = conflit
  // What one went on typing since, rather than what was sent.
  const voulu = edition.valeurs[champ] ?? null
  const nom = <span className="visually-hidden"> : {MOTS_CHAMP[champ]}</span>
  return (
    <li className="grid gap-2">
      <h3 className="text-base">{MOTS_CHAMP[champ]}</h3>
      <div className="grid gap-3 md:grid-cols-2">
        <Version titre={formatAuteur(conflit)} texte={formatChamp(champ, actuel, noms)} />
        <Version titre="Vous" texte={formatChamp(champ, voulu as never, noms)} />
      </div>
      {fusion === null ? null : (
        <Textarea
          label="Texte à garder"
          name={`fusion-${id}`}
          rows={5}
          value={fusion}
          onChange={(event) => setFusion(event.target.value)}
          autoFocus
        />
      )}
      <div className="form-actions">
        {fusion === null ? (
          <>
            <Button size="sm" variant="primary" onClick={() => edition.settle(champ, voulu as never)}>
              Garder la mienne{nom}
            </Button>
            <Button size="sm" onClick={() => edition.settle(champ, actuel)}>
              Garder l’autre{nom}
            </Button>
            {isTexte(champ) ? (
              <Button size="sm" onClick={() => setFusion(typeof voulu === 'string' ? voulu : '')}>
                Fusionner les deux{nom}
              </Button>
            ) : null}
          </>
        ) : (
          <>
            <Button size="sm" variant="primary" onClick={() => edition.settle(champ, fusion as never)}>
              Enregistrer ce texte{nom}
            </Button>
            <Button size="sm" onClick={() => setFusion(null)}>
              Revenir au choix{nom}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

/** Both versions of each field that somebody else changed meanwhile; fields without conflict are already saved. */
export function ConflitFiche({ edition, noms, champs }: Props) {
  const conflits = (edition.conflit?.conflits ?? []).filter(({ champ }) => !champs || champs.includes(champ))
  if (conflits.length === 0) return null
  return (
    <Notice tone="warn" titre="Modifié entre-temps par quelqu’un d’autre" role="alert">
      <p className="text-sm">Rien n’est perdu : choisissez ce qu’il faut garder.</p>
      <ul className="mt-2 grid gap-4">
        {conflits.map((conflit) => (
          <ChampOppose key={conflit.champ} conflit={conflit} edition={edition} noms={noms} />
        ))}
      </ul>
    </Notice>
  )
}
