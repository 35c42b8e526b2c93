import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Checkbox, Input } from '@/components/ui/saisie/inputs'
import type { DepartPossible } from '@/lib/gouvernance/mandats/queries'
import { formatCompte } from '@/lib/platform/typographie'
import { AffairesDePersonne } from './affaires'
import { listFaits } from './mots'
import type { SaisieDepart } from './saisie'

export interface DepartProps {
  depart: DepartPossible
  saisie: SaisieDepart
  /** Alone on the page: nothing is folded. */
  seul: boolean
  base: string
  administre: boolean
  erreurs: readonly ErreurDeChamp[]
  onSaisie: (saisie: SaisieDepart) => void
}

const change = (ensemble: ReadonlySet<number>, id: number, coche: boolean): Set<number> => {
  const suite = new Set(ensemble)
  if (coche) suite.add(id)
  else suite.delete(id)
  return suite
}

/** 'd’Andrea', 'de Claude'. */
const formatDe = (nom: string): string => (/^[aeiouyhàâéèêëîïôœ]/i.test(nom) ? `d’${nom}` : `de ${nom}`)

/** One person who leaves: which seats end, who takes over, and what they hold. */
export function Depart({ depart, saisie, seul, base, administre, erreurs, onSaisie }: DepartProps) {
  const { cle, nom, sieges, affaires } = depart
  const qui = nom ?? sieges[0]?.libelle ?? ''
  const tenues =
    affaires.decisions.length +
    affaires.points.length +
    affaires.fiches.length +
    affaires.suppleances.length +
    affaires.comptes.length
  const contenu = (
    <AffairesDePersonne
      cle={cle}
      affaires={affaires}
      base={base}
      administre={administre}
      transmissible={saisie.nom.trim() !== ''}
      choix={saisie}
      onChoix={(genre, id, coche) => onSaisie({ ...saisie, [genre]: change(saisie[genre], id, coche) })}
    />
  )
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 font-serif text-lg font-semibold">
        {qui}
        {nom === null ? (
          <span className="font-sans text-sm font-normal text-muted"> aucune personne nommée</span>
        ) : null}
      </legend>
      <div>
        {sieges.map((siege) => (
          <Checkbox
            key={siege.id}
            name={`siege-${siege.id}`}
            label={siege.instance.nom}
            hint={listFaits(siege).join(' · ') || undefined}
            checked={saisie.sieges.has(siege.id)}
            onChange={(event) => onSaisie({ ...saisie, sieges: change(saisie.sieges, siege.id, event.target.checked) })}
          />
        ))}
      </div>
      <div className="form-row">
        <Input
          name={`nom-${cle}`}
          label={seul ? 'Nom du successeur' : `Successeur ${formatDe(qui)}`}
          optional
          value={saisie.nom}
          autoComplete="off"
          maxLength={200}
          error={readErreur(erreurs, `nom-${cle}`) ?? null}
          onChange={(event) => onSaisie({ ...saisie, nom: event.target.value })}
        />
        <Input
          name={`fonction-${cle}`}
          label={seul ? 'Sa fonction' : `Fonction du successeur ${formatDe(qui)}`}
          optional
          value={saisie.fonction}
          autoComplete="off"
          maxLength={200}
          error={readErreur(erreurs, `fonction-${cle}`) ?? null}
          onChange={(event) => onSaisie({ ...saisie, fonction: event.target.value })}
        />
      </div>
      {nom === null ? null : seul || tenues === 0 ? (
        <div>
          <h3 className="mb-1 text-base">Ce que cette personne tient par ailleurs</h3>
          {contenu}
        </div>
      ) : (
        <details>
          <summary className="w-fit py-1 text-primary underline underline-offset-4">{`Ce que ${nom} tient par ailleurs (${formatCompte(tenues, 'élément')})`}</summary>
          <div className="mt-2">{contenu}</div>
        </details>
      )}
    </fieldset>
  )
}
