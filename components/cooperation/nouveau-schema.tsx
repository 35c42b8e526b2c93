'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/decimal-input'
import { DialogButton } from '@/components/ui/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/error-summary'
import { DateInput, Input, Select } from '@/components/ui/inputs'
import { createSchema } from '@/lib/cooperation/actions'

interface Modele {
  id: number
  libelle: string
}

/** Prepares the next schéma, from nothing or from the lines of another. */
export function NouveauSchema({ slug, modeles }: { slug: string; modeles: Modele[] }) {
  return (
    <DialogButton label="Préparer un schéma" titre="Préparer un nouveau schéma">
      {(close) => <Formulaire slug={slug} modeles={modeles} onFait={close} />}
    </DialogButton>
  )
}

function Formulaire({ slug, modeles, onFait }: { slug: string; modeles: Modele[]; onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const read = (champ: string) => String(saisie.get(champ) ?? '')
    start(async () => {
      const resultat = await createSchema({
        convention: slug,
        modele: Number(read('modele')) || null,
        libelle: read('libelle'),
        debut: read('debut'),
        fin: read('fin'),
        total: read('total'),
      })
      if (!resultat.ok) {
        setErreurs(readErreurs(resultat))
        return
      }
      onFait()
      router.push(`/conventions/${slug}/etp?schema=${resultat.data.ref}`)
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <Input label="Nom" name="libelle" hint="Par exemple « Schéma 2031-2035 »" maxLength={200} error={readErreur(erreurs, 'libelle')} />
      <div className="form-row">
        <DateInput label="Premier jour" name="debut" optional error={readErreur(erreurs, 'debut')} />
        <DateInput label="Dernier jour" name="fin" optional error={readErreur(erreurs, 'fin')} />
      </div>
      <DecimalInput label="Total convenu avec la Caf" name="total" unite="ETP" optional error={readErreur(erreurs, 'total')} />
      <Select label="Reprendre les lignes de" name="modele" vide="Aucun schéma" options={modeles.map(({ id, libelle }) => ({ value: String(id), label: libelle }))} defaultValue={String(modeles.at(-1)?.id ?? '')} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Créer le brouillon
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
