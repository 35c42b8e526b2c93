import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import { MOTS_VISIBILITE } from '@/lib/plan-action/suivi/words/suivi'
import type { MentionVue } from '@/lib/plan-action/suivi/types/suivi'
import { formatInstant } from '@/lib/platform/heures'
import { formatCompte } from '@/lib/platform/typographie'

/** Longest part of a comment shown before one opens it. */
const EXTRAIT = 160

const cut = (texte: string): string => (texte.length > EXTRAIT ? `${texte.slice(0, EXTRAIT).trimEnd()}…` : texte)

/** Comments that name who reads, until they are opened. */
export function Mentions({ mentions }: { mentions: MentionVue[] }) {
  if (mentions.length === 0) return null
  return (
    <Panneau titre="On vous cite" sousTitre={formatCompte(mentions.length, 'commentaire')}>
      <ul className="rows">
        {mentions.map(({ commentaire, auteur, instant, texte, visibilite, convention, fiche, href }) => (
          <li key={commentaire}>
            <Link className="link-quiet font-semibold" href={href}>
              {auteur ?? 'Quelqu’un'} vous cite
              {fiche ? ` sur ${fiche.numero ? `${fiche.numero} ` : ''}${fiche.titre}` : ''}
            </Link>{' '}
            {visibilite === 'TOUS' ? null : <Badge>{MOTS_VISIBILITE[visibilite]}</Badge>}
            <span className="block">{cut(texte)}</span>
            <span className="block text-sm text-muted">
              {convention.nom}, {formatInstant(instant)}
            </span>
          </li>
        ))}
      </ul>
    </Panneau>
  )
}
