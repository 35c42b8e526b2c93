import { listChangements } from '@/components/journal/mots'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import type { LigneHistorique } from '@/lib/plan-action/queries-fiche-sql'
import { formatDateCourte } from '@/lib/platform/dates'

/** The last changes of a fiche and of its étapes, from what to what. */
export function Historique({ lignes, slug }: { lignes: LigneHistorique[]; slug: string }) {
  if (lignes.length === 0) return null
  return (
    <Panneau titre="Derniers changements" pied={<Link href={`/conventions/${slug}/journal`}>Voir tout le journal</Link>}>
      <ul className="rows text-sm">
        {lignes.map((ligne) => (
          <li key={ligne.id}>
            <span className="text-muted">
              {formatDateCourte(ligne.instant.slice(0, 10))}
              {ligne.auteur ? `, ${ligne.auteur}` : ''}
            </span>
            {ligne.objet === 'etape' ? <span className="block">{ligne.libelle}</span> : null}
            {listChangements(ligne.avant, ligne.apres).map(({ champ, de, vers }) => (
              <span key={champ} className="block">
                {champ} : {de ?? '–'} → {vers ?? '–'}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Panneau>
  )
}
