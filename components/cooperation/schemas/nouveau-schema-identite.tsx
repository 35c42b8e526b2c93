'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Notice } from '@/components/ui/notice'
import { removeSchema, updateIdentite } from '@/lib/cooperation/schemas/actions/creation'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { Cible } from './lignes'
import { formatPeriode } from '@/components/cooperation/mots'
import { ChampsDocument, ChampsIdentite, readIdentite } from './nouveau-schema-champs'

/** Changes what a draft says of itself. */
export function IdentiteSchema(props: Cible & { lu: SchemaLu }) {
  return (
    <DialogButton label="Nom, dates et source" titre={`Modifier « ${props.lu.libelle} »`} size="sm">
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}

function Formulaire({ slug, schema, version, onVersion, lu, onFait }: Cible & { lu: SchemaLu; onFait: () => void }) {
  const envoi = useEnvoi(updateIdentite, {
    onEcrit: (ecrite) => {
      onVersion(ecrite.version)
      onFait()
    },
  })
  const autre = envoi.conflit
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = readIdentite(new FormData(event.currentTarget))
    envoi.envoyer({ convention: slug, schema, version: autre?.version ?? version, ...saisie })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {autre ? (
        <Notice tone="warn" titre="Version enregistrée entre-temps">
          « {autre.libelle} », {formatPeriode(autre)}
          {autre.note ? `, ${autre.note}` : ''}. Enregistrer garde votre saisie.
        </Notice>
      ) : null}
      <ChampsIdentite erreurs={envoi.erreurs} lu={lu} />
      <ChampsDocument erreurs={envoi.erreurs} lu={lu} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
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
  const envoi = useEnvoi(removeSchema, {
    titre: 'Le brouillon n’est pas supprimé',
    message: `Brouillon « ${libelle} » supprimé.`,
    relire: true,
    onEcrit: () => router.push(`/conventions/${slug}/etp`),
  })
  // Told that somebody changed it, one presses again over what is there now.
  const supprimer = () => envoi.envoyer({ convention: slug, schema, version: envoi.conflit?.version ?? version })
  return (
    <DialogButton label="Supprimer le brouillon" titre={`Supprimer « ${libelle} »`} size="sm">
      {(close) => (
        <div className="form">
          <Refus envoi={envoi} />
          <p>Ses lignes et ses chiffres disparaîtront. Les autres schémas ne changent pas.</p>
          <div className="form-actions">
            <Button variant="danger" onClick={supprimer} busy={envoi.enCours}>
              Supprimer
            </Button>
            <Button onClick={close}>Annuler</Button>
          </div>
        </div>
      )}
    </DialogButton>
  )
}
