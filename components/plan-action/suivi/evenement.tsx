import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { MOTS_ETAT_DECISION } from '@/lib/competences/words'
import { formatDateCourte } from '@/lib/platform/dates'
import type { ContributionFil, DecisionFil, EvenementFil } from '@/lib/plan-action/suivi/types/fil'
import { formatInstant } from '@/lib/platform/heures'
import { Changement } from './changement'
import { Commentaire } from './commentaire'

interface Contexte {
  convention: string
  fiche: number
  retablissable: boolean
}

function Decision({
  decision: { texte, etat, instance, reunion, date },
  convention,
}: {
  decision: DecisionFil
  convention: string
}) {
  return (
    <div>
      <p>{texte}</p>
      <p className="text-sm text-muted">
        Décision {MOTS_ETAT_DECISION[etat]}, {instance},{' '}
        <Link className="link" href={`/conventions/${convention}/reunions/${reunion}`}>
          réunion du {formatDateCourte(date)}
        </Link>
      </p>
    </div>
  )
}

const ETATS_CONTRIBUTION: Record<ContributionFil['etat'], string> = {
  PROPOSEE: 'à accepter ou à refuser',
  ACCEPTEE: 'acceptée',
  REFUSEE: 'refusée',
}

function Contribution({ contribution: { etat, message, motif, par, le } }: { contribution: ContributionFil }) {
  return (
    <div>
      <p>
        Mise à jour proposée par invitation{' '}
        <Badge tone={etat === 'PROPOSEE' ? 'warn' : 'neutral'}>{ETATS_CONTRIBUTION[etat]}</Badge>
      </p>
      {message ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{message}</p> : null}
      {par && le ? (
        <p className="text-sm text-muted">
          Par {par}, le {formatInstant(le)}
          {motif ? ` : ${motif}` : ''}
        </p>
      ) : null}
    </div>
  )
}

function Contenu({ evenement, convention, fiche, retablissable }: Contexte & { evenement: EvenementFil }) {
  switch (evenement.genre) {
    case 'COMMENTAIRE':
      return <Commentaire commentaire={evenement} convention={convention} fiche={fiche} />
    case 'DECISION':
      return <Decision decision={evenement} convention={convention} />
    case 'CONTRIBUTION':
      return <Contribution contribution={evenement} />
    case 'CHANGEMENT':
      return (
        <>
          {evenement.changements.map((changement) => (
            <Changement
              key={changement.cle}
              changement={changement}
              retablissable={retablissable ? { convention, fiche } : null}
            />
          ))}
          {evenement.motif ? <p className="text-sm text-muted">Raison : {evenement.motif}</p> : null}
        </>
      )
  }
}

const TITRES: Record<EvenementFil['genre'], string | null> = {
  CHANGEMENT: null,
  COMMENTAIRE: 'commentaire',
  DECISION: 'décision',
  CONTRIBUTION: 'contribution',
}

/** One thing that happened: who, when, what. */
export function Evenement({ evenement, ...contexte }: Contexte & { evenement: EvenementFil }) {
  const { auteur, instant, genre } = evenement
  const fonction = genre === 'COMMENTAIRE' ? evenement.fonction : null
  const titre = TITRES[genre]
  return (
    <li id={genre === 'COMMENTAIRE' ? `commentaire-${evenement.id}` : undefined} className="scroll-mt-20">
      <article className="grid gap-1">
        <p className="text-sm text-muted">
          {genre === 'DECISION' ? null : <strong className="text-ink">{auteur ?? 'Auteur non précisé'}</strong>}
          {fonction ? `, ${fonction}` : ''}
          {genre === 'DECISION' ? <strong className="text-ink">Décision</strong> : null}
          {', '}
          {/* A decision is known by its day: nobody noted the hour. */}
          {genre === 'DECISION' ? formatDateCourte(instant.slice(0, 10)) : formatInstant(instant)}
          {titre && genre !== 'DECISION' ? <span className="visually-hidden">, {titre}</span> : null}
        </p>
        <Contenu evenement={evenement} {...contexte} />
      </article>
    </li>
  )
}
