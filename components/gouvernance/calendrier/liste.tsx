import type { EntreeConvention } from '@/lib/gouvernance/instances/types/ecran'
import type { MoisListe } from '@/lib/gouvernance/calendrier/types'
import { ReunionsAnnee } from '@/components/gouvernance/reunions/reunions-annee'

interface MoisReunionsProps {
  mois: MoisListe
  convention: EntreeConvention
  /** Shows which instance each meeting is of. */
  nommer: boolean
  peutEcrire: boolean
  /** The title is already on the page. */
  sansTitre?: boolean
}

/** The meetings of one month, folded in a line when it is not at hand. */
export function MoisReunions({ mois, convention, nommer, peutEcrire, sansTitre = false }: MoisReunionsProps) {
  const contenu = (
    <>
      {mois.jours.length === 0 ? null : (
        <ul className="mb-2 grid gap-1 text-sm text-muted">
          {mois.jours.map((texte) => (
            <li key={texte}>{texte}</li>
          ))}
        </ul>
      )}
      <ReunionsAnnee
        lignes={mois.reunions}
        annee={Number(mois.cle.slice(0, 4))}
        convention={{ slug: convention.slug, today: convention.today }}
        nommer={nommer}
        peutEcrire={peutEcrire}
        vide={null}
      />
    </>
  )
  if (sansTitre) return <div>{contenu}</div>
  return (
    <details open={mois.ouvert} className="py-2">
      <summary className="py-1">
        <h3 className="inline text-base">{mois.titre}</h3>{' '}
        <span className="ms-2 text-sm text-muted">{mois.resume}</span>
      </summary>
      <div className="mt-2">{contenu}</div>
    </details>
  )
}
