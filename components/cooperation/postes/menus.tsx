'use client'

import { Button, type ButtonVariant } from '@/components/ui/button'
import { IconEllipsis } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { useOuvrir, type Geste } from './gestes'

const DISCRET = 'btn btn-ghost btn-icon btn-sm'

/** Opens a form of this page. @param nom what a listener hears where the words need their context */
export function BoutonGeste({
  geste,
  label,
  nom,
  variant,
  size = 'sm',
}: {
  geste: Geste
  label: string
  nom?: string
  variant?: ButtonVariant
  size?: 'sm' | 'md'
}) {
  const ouvrir = useOuvrir()
  return (
    <Button size={size} variant={variant} aria-haspopup="dialog" aria-label={nom} onClick={() => ouvrir(geste)}>
      {label}
    </Button>
  )
}

/** What may be done of an occupation. */
export function MenuOccupation({
  poste,
  occupation,
  nom,
  absente,
  remplacement,
}: {
  poste: number
  occupation: number
  nom: string
  absente: boolean
  remplacement: boolean
}) {
  const ouvrir = useOuvrir()
  const cible = { poste, occupation }
  return (
    <Menu
      trigger={<IconEllipsis />}
      label={`Modifier l’occupation de ${nom}`}
      className={DISCRET}
      align="end"
      items={[
        ...(remplacement
          ? []
          : [
              {
                label: 'Changer de quotité…',
                hint: 'à partir d’une date',
                onSelect: () => ouvrir({ genre: 'QUOTITE', ...cible }),
              },
            ]),
        { label: 'Terminer…', onSelect: () => ouvrir({ genre: 'TERMINER', ...cible }) },
        { label: 'Corriger…', onSelect: () => ouvrir({ genre: 'CORRIGER', ...cible }) },
        ...(remplacement
          ? []
          : [
              {
                label: 'Noter une absence…',
                separated: true,
                onSelect: () => ouvrir({ genre: 'ABSENCE', ...cible, absence: null }),
              },
            ]),
        ...(remplacement || !absente
          ? []
          : [
              {
                label: 'Remplacer pendant l’absence…',
                onSelect: () => ouvrir({ genre: 'OCCUPER', poste, remplace: occupation }),
              },
            ]),
        {
          label: 'Retirer…',
          hint: 'enregistrée par erreur',
          danger: true,
          separated: true,
          onSelect: () => ouvrir({ genre: 'RETIRER_OCCUPATION', ...cible }),
        },
      ]}
    />
  )
}

/** What may be done of an absence. */
export function MenuAbsence({
  poste,
  occupation,
  absence,
  nom,
}: {
  poste: number
  occupation: number
  absence: number
  nom: string
}) {
  const ouvrir = useOuvrir()
  return (
    <Menu
      trigger={<IconEllipsis />}
      label={`Modifier ${nom}`}
      className={DISCRET}
      align="end"
      items={[
        { label: 'Corriger ou terminer…', onSelect: () => ouvrir({ genre: 'ABSENCE', poste, occupation, absence }) },
        {
          label: 'Retirer…',
          danger: true,
          onSelect: () => ouvrir({ genre: 'RETIRER_ABSENCE', poste, occupation, absence }),
        },
      ]}
    />
  )
}

/** What may be done of a post. */
export function MenuPoste({ poste, intitule, occupe }: { poste: number; intitule: string; occupe: boolean }) {
  const ouvrir = useOuvrir()
  return (
    <Menu
      trigger={<IconEllipsis />}
      label={`Modifier le poste ${intitule}`}
      className={DISCRET}
      align="end"
      items={[
        { label: 'Modifier le poste…', onSelect: () => ouvrir({ genre: 'POSTE', poste, ligne: null }) },
        {
          label: 'Retirer le poste…',
          danger: true,
          disabled: occupe,
          separated: true,
          onSelect: () => ouvrir({ genre: 'RETIRER_POSTE', poste }),
          ...(occupe ? { hint: 'Il a été occupé : son histoire se garde.' } : {}),
        },
      ]}
    />
  )
}
