'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { IconPlus } from '@/components/ui/icons'
import { createFicheDocument, removeFicheDocument } from '@/lib/plan-action/fiche/actions/liens'
import type { ChoixContenu, DocumentVu, LienVu } from '@/lib/plan-action/fiche/types/contenu'

const Ouverture = () => (
  <p role="status" className="text-muted">
    Ouverture…
  </p>
)
const FormulaireLien = dynamic(() => import('./formulaire-lien').then((module) => module.FormulaireLien), {
  loading: Ouverture,
})
const FormulaireDocument = dynamic(() => import('./formulaire-document').then((module) => module.FormulaireDocument), {
  loading: Ouverture,
})

interface Cible {
  slug: string
  fiche: number
}

/** Opens the form of a link to another scheme. */
export function OuvrirLien({ label, ...props }: Cible & { lien: LienVu | null; label: ReactNode }) {
  return (
    <DialogButton
      label={label}
      titre={props.lien ? 'Lien avec un autre dispositif' : 'Ajouter un lien'}
      size="sm"
      icon={props.lien ? undefined : <IconPlus />}
      variant={props.lien ? 'ghost' : 'secondary'}
    >
      {(close) => <FormulaireLien {...props} onFini={close} />}
    </DialogButton>
  )
}

/** Opens the choice of a document. */
export function OuvrirDocument(props: Cible & { documents: ChoixContenu['documents']; coordonne: boolean }) {
  return (
    <DialogButton label="Ajouter un document" titre="Ajouter un document" size="sm" icon={<IconPlus />}>
      {(close) => <FormulaireDocument {...props} onFini={close} />}
    </DialogButton>
  )
}

/** Unties a document, with a way back: the document itself stays. */
export function DetacherDocument({ slug, fiche, document }: Cible & { document: DocumentVu }) {
  const cible = { convention: slug, fiche, document: document.id }
  const retour = useGeste(createFicheDocument)
  const geste = useGeste(removeFicheDocument, { annuler: () => retour.envoyer(cible) })
  return (
    <Button size="sm" variant="ghost" busy={geste.enCours} onClick={() => geste.envoyer(cible)}>
      Détacher<span className="visually-hidden"> : {document.titre}</span>
    </Button>
  )
}
