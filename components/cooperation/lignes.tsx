'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button, IconButton } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/error-summary'
import { IconX } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/inputs'
import { notify } from '@/components/ui/toast'
import { createAffectation, removeAffectation } from '@/lib/cooperation/actions'
import type { LigneSchema } from '@/lib/cooperation/schema-lu'
import { MOTIFS_ZERO, MOTS_MOTIF, type MotifZero } from '@/lib/cooperation/schema-motifs'
import type { Marge } from '@/lib/cooperation/rules'

interface Cible {
  slug: string
  schema: number
  version: number
  onVersion: (version: number) => void
}

/** Why a line is at zero: number and reason are both kept. */
export function MotifLigne({ ligne, motif, onMotif }: { ligne: LigneSchema; motif: MotifZero | null; onMotif: (motif: MotifZero | null) => void }) {
  return (
    <Select
      label={`Motif pour ${ligne.libelle}`}
      labelHidden
      name={`motif-${ligne.id}`}
      vide="Motif à préciser"
      value={motif ?? ''}
      onChange={(event) => onMotif(MOTIFS_ZERO.find((choix) => choix === event.target.value) ?? null)}
      options={MOTIFS_ZERO.map((choix) => ({ value: choix, label: MOTS_MOTIF[choix] }))}
    />
  )
}

export function RetirerLigne({ ligne, slug, schema, version, onVersion }: Cible & { ligne: LigneSchema }) {
  const router = useRouter()
  const [envoi, start] = useTransition()
  return (
    <IconButton
      label={`Retirer la ligne ${ligne.libelle}`}
      size="sm"
      aria-disabled={envoi}
      onClick={() =>
        start(async () => {
          const resultat = await removeAffectation({ convention: slug, schema, version, affectation: ligne.id })
          if (resultat.ok) {
            onVersion(resultat.data.version)
            router.refresh()
          }
          notify(resultat.ok ? { message: `Ligne « ${ligne.libelle} » retirée.` } : { tone: 'bad', message: resultat.message })
        })
      }
    >
      <IconX />
    </IconButton>
  )
}

export function AjouterLigne(cible: Cible & { marge: Marge }) {
  return (
    <DialogButton label="Ajouter une ligne" titre={cible.marge === 'PORTEUR' ? 'Ajouter un porteur' : 'Ajouter une thématique'} size="sm">
      {(close) => <FormulaireLigne {...cible} onFait={close} />}
    </DialogButton>
  )
}

function FormulaireLigne({ marge, slug, schema, version, onVersion, onFait }: Cible & { marge: Marge; onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const libelle = String(new FormData(event.currentTarget).get('libelle') ?? '')
    start(async () => {
      const resultat = await createAffectation({ convention: slug, schema, version, marge, libelle })
      if (!resultat.ok) {
        setErreurs(readErreurs(resultat))
        return
      }
      onVersion(resultat.data.version)
      router.refresh()
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <Input label={marge === 'PORTEUR' ? 'Commune ou organisme' : 'Thématique'} name="libelle" maxLength={200} error={readErreur(erreurs, 'libelle')} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Ajouter
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
