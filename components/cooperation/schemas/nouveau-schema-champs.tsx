import { Checkbox, DateInput, Input, Textarea } from '@/components/ui/saisie/inputs'
import { readErreur } from '@/components/formulaire/erreurs'
import { readTextes } from '@/components/formulaire/saisie'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'

interface Identite {
  libelle: string
  debut: string | null
  fin: string | null
  periodeTexte: string | null
  source: string | null
  note: string | null
  anterieur: boolean
}

/** Name, dates, previous convention: what a schéma says of itself first. */
export function ChampsIdentite({ erreurs, lu }: { erreurs: readonly ErreurDeChamp[]; lu?: Identite }) {
  return (
    <>
      <Input
        label="Nom"
        name="libelle"
        hint="Par exemple « Schéma 2031-2035 »"
        maxLength={200}
        defaultValue={lu?.libelle}
        error={readErreur(erreurs, 'libelle')}
      />
      <div className="form-row">
        <DateInput
          label="Premier jour"
          name="debut"
          optional
          defaultValue={lu?.debut ?? ''}
          error={readErreur(erreurs, 'debut')}
        />
        <DateInput
          label="Dernier jour"
          name="fin"
          optional
          defaultValue={lu?.fin ?? ''}
          error={readErreur(erreurs, 'fin')}
        />
      </div>
      <Checkbox
        label="Schéma de la convention précédente, gardé comme historique"
        name="anterieur"
        defaultChecked={lu?.anterieur ?? false}
      />
    </>
  )
}

/** What the document says of the schéma, in its own words. */
export function ChampsDocument({ erreurs, lu }: { erreurs: readonly ErreurDeChamp[]; lu?: Identite }) {
  return (
    <>
      <Input
        label="Période, comme le document l’écrit"
        name="periodeTexte"
        optional
        maxLength={300}
        defaultValue={lu?.periodeTexte ?? ''}
        error={readErreur(erreurs, 'periodeTexte')}
      />
      <Textarea
        label="Source"
        name="source"
        optional
        rows={2}
        hint="Ce que dit le document, et où"
        defaultValue={lu?.source ?? ''}
        error={readErreur(erreurs, 'source')}
      />
      <Textarea
        label="Note"
        name="note"
        optional
        rows={2}
        defaultValue={lu?.note ?? ''}
        error={readErreur(erreurs, 'note')}
      />
    </>
  )
}

/** The same fields, as typed. */
export const readIdentite = (formulaire: FormData) => ({
  ...readTextes(formulaire, ['libelle', 'debut', 'fin', 'periodeTexte', 'source', 'note']),
  anterieur: formulaire.has('anterieur'),
})
