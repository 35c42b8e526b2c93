import { Badge } from '@/components/ui/badge'
import { MOTS_VISIBILITE } from '@/lib/plan-action/suivi/words/suivi'
import type { CommentaireFil } from '@/lib/plan-action/suivi/types/fil'
import { formatListe } from '@/lib/platform/typographie'
import { Texte } from '@/components/plan-action/champs/texte'
import { MentionLue } from './mention-lue'
import { RetirerCommentaire } from './retirer-commentaire'

interface Props {
  commentaire: CommentaireFil
  convention: string
  fiche: number
}

/** What somebody said, for whom, and whom it names. */
export function Commentaire({ commentaire: { id, texte, visibilite, cites, mien, nonLu }, convention, fiche }: Props) {
  return (
    <div className="grid gap-1">
      <div className="[overflow-wrap:anywhere]">
        <Texte texte={texte} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>
          <span className="visually-hidden">Lu par : </span>
          <Badge tone={visibilite === 'CAF' ? 'info' : 'neutral'}>{MOTS_VISIBILITE[visibilite]}</Badge>
        </span>
        {cites.length > 0 ? <span>Cite {formatListe(cites)}</span> : null}
        {nonLu ? <MentionLue commentaire={id} /> : null}
        {mien ? <RetirerCommentaire convention={convention} fiche={fiche} commentaire={id} /> : null}
      </div>
    </div>
  )
}
