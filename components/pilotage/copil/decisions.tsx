import { SIGLES_CTG } from '@/components/shell/sigles'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Sigle } from '@/components/ui/sigle'
import type { EcranCopil } from './ecran'

/** What the next COPIL decides, votes first, each with what it bears on. */
export function DecisionsCopil({ decisions, base }: { decisions: EcranCopil['decisions']; base: string }) {
  const { prochain, lignes, reste } = decisions
  return (
    <Panneau
      titre={
        <>
          À décider au prochain <Sigle sigle="COPIL" sens={SIGLES_CTG.COPIL ?? ''} />
        </>
      }
      sousTitre={
        <Link className="link" href={prochain.href}>
          {prochain.texte}
        </Link>
      }
      pied={
        reste ? (
          <Link className="link" href={`${base}/decisions?etat=attendues`}>
            {reste}
          </Link>
        ) : null
      }
    >
      {lignes.length > 0 ? (
        <ol className="rows">
          {lignes.map(({ id, texte, details, nature, href, objet }, rang) => (
            <li key={id} className="flex gap-3">
              <span aria-hidden="true" className="w-5 flex-none font-serif font-semibold text-primary">
                {rang + 1}
              </span>
              <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3 gap-y-1">
                <div className="min-w-0 flex-[1_1_14rem]">
                  <p>
                    <Link className="link-quiet" href={href}>
                      {texte}
                    </Link>
                  </p>
                  {details || objet ? (
                    <p className="text-sm text-muted">
                      {objet ? (
                        <Link className="link" href={objet.href}>
                          {objet.libelle}
                        </Link>
                      ) : null}
                      {details && objet ? ' · ' : null}
                      {details}
                    </p>
                  ) : null}
                </div>
                <div className="flex-none">
                  <Badge>{nature}</Badge>
                </div>
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState
          titre="Aucune décision n’est inscrite"
          pourquoi={
            reste
              ? 'Rien n’est encore inscrit à l’ordre du jour du prochain COPIL.'
              : 'Aucun point d’ordre du jour enregistré n’attend de décision.'
          }
          suite={
            <Link className="link no-print" href={`${base}/decisions`}>
              Voir le registre des décisions
            </Link>
          }
        />
      )}
    </Panneau>
  )
}
