import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input } from '@/components/ui/saisie/inputs'

export interface Identite {
  nom: string
  email: string
  fonction: string | null
}

/** Reads these fields from their form. */
export function readIdentite(saisie: FormData) {
  const read = (champ: string) => String(saisie.get(champ) ?? '')
  return { nom: read('nom'), email: read('email'), fonction: read('fonction') }
}

/** Who a person is, at work: nothing of their private life. */
export function ChampsIdentite({ identite, erreurs }: { identite?: Identite; erreurs: readonly ErreurDeChamp[] }) {
  return (
    <>
      <Input
        label="Prénom et nom"
        name="nom"
        defaultValue={identite?.nom}
        autoComplete="off"
        maxLength={120}
        error={readErreur(erreurs, 'nom')}
      />
      <Input
        label="Adresse e-mail professionnelle"
        name="email"
        type="email"
        defaultValue={identite?.email}
        autoComplete="off"
        maxLength={254}
        hint="Elle sert à se connecter."
        error={readErreur(erreurs, 'email')}
      />
      <Input
        label="Fonction"
        name="fonction"
        optional
        defaultValue={identite?.fonction ?? ''}
        maxLength={160}
        hint="Comme la personne se présente, par exemple « Élue à l’enfance »"
        error={readErreur(erreurs, 'fonction')}
      />
    </>
  )
}
