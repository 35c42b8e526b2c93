'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { removeSchema, updateIdentite } from '@/lib/cooperation/schemas/actions/creation'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { Cible } from './lignes'
import { formatPeriode } from '@/components/cooperation/mots'
import { ChampsDocument, ChampsIdentite, readIdentite } from './nouveau-schema-champs'

/** Changes what a draft says of itself. */
export function IdentiteSchema(props: Cible & { lu: SchemaLu }) {
  return (
    <DialogButton label="Nom, dates et source" titre={`Modifier « ${props.lu.libelle} »`} size="sm">
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}

function Formulaire({ slug, schema, version, onVersion, lu, onFait }: Cible & { lu: SchemaLu; onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [autre, setAutre] = useState<SchemaLu | null>(null)
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = readIdentite(new FormData(event.currentTarget))
    start(async () => {
      const resultat = await updateIdentite({ convention: slug, schema, version: autre?.version ?? version, ...saisie })
      if (!resultat.ok) {
        if (resultat.tag === 'CONFLIT' && resultat.actuel !== null) setAutre(resultat.actuel as SchemaLu)
        return setErreurs(readErreurs(resultat))
      }
      onVersion(resultat.data.version)
      router.refresh()
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {autre ? (
        <Notice tone="warn" titre="Version enregistrée entre-temps">
          « {autre.libelle} », {formatPeriode(autre)}
          {autre.note ? `, ${autre.note}` : ''}. Enregistrer garde votre saisie.
        </Notice>
      ) : null}
      <ChampsIdentite erreurs={erreurs} lu={lu} />
      <ChampsDocument erreurs={erreurs} lu={lu} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Enregistrer
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** Removes a draft, after a question. */
export function SupprimerBrouillon({ slug, schema, version, libelle }: Cible & { libelle: string }) {
  const router = useRouter()
  const [refus, setRefus] = useState<string | null>(null)
  const [envoi, start] = useTransition()
  const supprimer = () =>
    start(async () => {
      const resultat = await removeSchema({ convention: slug, schema, version })
      if (!resultat.ok) return setRefus(resultat.message)
      notify({ message: `Brouillon « ${libelle} » supprimé.` })
      router.push(`/conventions/${slug}/etp`)
    })
  return (
    <DialogButton label="Supprimer le brouillon" titre={`Supprimer « ${libelle} »`} size="sm">
      {(close) => (
        <div className="form">
          {refus ? (
            <Notice tone="bad" role="alert">
              {refus}
            </Notice>
          ) : null}
          <p>Ses lignes et ses chiffres disparaîtront. Les autres schémas ne changent pas.</p>
          <div className="form-actions">
            <Button variant="danger" onClick={supprimer} busy={envoi}>
              Supprimer
            </Button>
            <Button onClick={close}>Annuler</Button>
          </div>
        </div>
      )}
    </DialogButton>
  )
}
