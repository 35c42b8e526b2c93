'use client'

import { useState } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { DateInput, Select } from '@/components/ui/saisie/inputs'
import { CHOIX_ROLE, ROLES_DONNES, type ChoixRole } from '@/lib/utilisateurs/rules'
import type { CibleRole } from '@/lib/utilisateurs/read/cibles'
import { ChoisirCible } from './choisir-cible'
import { CHOIX } from './mots'

const isChoix = (valeur: string): valeur is ChoixRole => CHOIX_ROLE.some((choix) => choix === valeur)

/** Reads these fields from their form; an unknown role is left to the action to refuse. */
export function readRole(saisie: FormData) {
  const read = (champ: string) => String(saisie.get(champ) ?? '')
  return {
    role: read('role') as ChoixRole,
    cible: Number(read('cible')) || null,
    debut: read('debut'),
    fin: read('fin'),
  }
}

/** Which role, on what, and between which dates. */
export function ChampsRole({ erreurs }: { erreurs: readonly ErreurDeChamp[] }) {
  const [choix, setChoix] = useState<ChoixRole | ''>('')
  const [cible, setCible] = useState<CibleRole | null>(null)
  const objet = choix === '' ? null : ROLES_DONNES[choix].objet
  return (
    <>
      <Select
        label="Rôle"
        name="role"
        vide="Choisir un rôle…"
        options={CHOIX_ROLE.map((value) => ({ value, label: CHOIX[value].nom }))}
        value={choix}
        onChange={(event) => {
          const { value } = event.target
          const suivant = isChoix(value) ? value : ''
          // What was chosen is kept from one role on a convention to another on a convention.
          if (suivant === '' || ROLES_DONNES[suivant].objet !== objet) setCible(null)
          setChoix(suivant)
        }}
        hint={choix === '' ? undefined : CHOIX[choix].ouvre}
        error={readErreur(erreurs, 'role')}
      />
      {objet === null ? null : (
        <ChoisirCible
          key={objet}
          objet={objet}
          choisie={cible}
          onChoix={setCible}
          error={readErreur(erreurs, 'cible')}
        />
      )}
      <div className="form-row">
        <DateInput label="À partir du" name="debut" optional error={readErreur(erreurs, 'debut')} />
        <DateInput label="Jusqu’au" name="fin" optional error={readErreur(erreurs, 'fin')} />
      </div>
    </>
  )
}
