import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VieFicheVue } from '@/lib/plan-action/suivi/types/suivi'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefFiche } from '../adresses'
import { EcrireCommentaire } from './ecrire-commentaire'
import { Evenement } from './evenement'

interface Props {
  vie: VieFicheVue
  convention: string
  fiche: { id: number; ref: string }
}

/** Everything that happened to a fiche and was said of it, newest first. */
export function Fil({ vie: { fil, pages, commentaire, retablissable, acteur }, convention, fiche }: Props) {
  const reste = fil.total - fil.evenements.length
  return (
    <Panneau
      titre="Fil de la fiche"
      sousTitre={
        retablissable
          ? 'Commentaires, changements et décisions, du plus récent au plus ancien'
          : 'Commentaires et décisions, du plus récent au plus ancien'
      }
      id="fil"
    >
      {commentaire ? (
        <EcrireCommentaire
          key={fiche.id}
          convention={convention}
          fiche={fiche.id}
          acteur={acteur}
          droits={commentaire}
        />
      ) : null}
      {fil.evenements.length === 0 ? (
        <p className="mt-3 text-muted">
          Rien n’a encore été dit ni changé ici{commentaire ? ' : écrivez le premier commentaire.' : '.'}
        </p>
      ) : (
        <ol className="rows mt-3">
          {fil.evenements.map((evenement) => (
            <Evenement
              key={evenement.cle}
              evenement={evenement}
              convention={convention}
              fiche={fiche.id}
              retablissable={retablissable}
            />
          ))}
        </ol>
      )}
      {reste > 0 ? (
        <p className="no-print mt-3">
          <Link className="link" scroll={false} href={`${buildHrefFiche(convention, fiche.ref)}?fil=${pages + 1}`}>
            Voir la suite
          </Link>{' '}
          <span className="text-sm text-muted">
            {formatCompte(reste, 'élément plus ancien', 'éléments plus anciens')}
          </span>
        </p>
      ) : null}
    </Panneau>
  )
}
