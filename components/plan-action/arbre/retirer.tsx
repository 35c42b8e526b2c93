'use client'

import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { removeAxe } from '@/lib/plan-action/arbre/actions/axes'
import { removeFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { listEnfants, listFiches } from '@/lib/plan-action/arbre/rules/arbre'
import type { AxeArbre, FicheArbre } from '@/lib/plan-action/arbre/types'
import { ENVOI_ARBRE, quote } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

interface Props {
  slug: string
  etat: EtatArbre
  objet: { axe: AxeArbre } | { fiche: FicheArbre }
  onFini: () => void
}

/** Removes what was made by mistake; what carries something says what, and what to do instead. */
export function Retirer({ slug, etat, objet, onFini }: Props) {
  const envoi = useEnvoi(etat.surPlan(removeAxe), {
    ...ENVOI_ARBRE,
    conflit: 'Ce qui a changé est dit au-dessus du plan : retirez de nouveau, s’il le faut encore.',
    onEcrit: onFini,
  })
  const tenus =
    'axe' in objet
      ? [
          ...listEnfants(etat.arbre.axes, objet.axe.id).map(({ titre }) => titre),
          ...listFiches(etat.arbre.fiches, objet.axe.id).map(({ titre }) => titre),
        ]
      : []
  function handleRetirer() {
    if ('axe' in objet) envoi.envoyer({ convention: slug, axe: objet.axe.id })
    else envoi.avec(etat.surPlan(removeFiche), { convention: slug, fiche: objet.fiche.id })
  }
  return (
    <div className="grid gap-4">
      {tenus.length > 0 ? (
        <>
          <p>Il n’est pas vide. Déplacez ou retirez d’abord ce qu’il contient :</p>
          <ul className="list-disc ps-5">
            {tenus.slice(0, 12).map((titre, i) => (
              <li key={i}>{quote(titre)}</li>
            ))}
            {tenus.length > 12 ? <li>{`et ${tenus.length - 12} autres`}</li> : null}
          </ul>
        </>
      ) : (
        <p>
          {'axe' in objet
            ? 'Rien n’en dépend : il disparaît du plan.'
            : 'Son texte, ses étapes et ses indicateurs disparaissent avec elle. Une fiche qui a déjà une histoire ne se retire pas : elle s’abandonne.'}
        </p>
      )}
      <Refus envoi={envoi} />
      <div className="form-actions">
        {tenus.length === 0 ? (
          <Button variant="danger" busy={envoi.enCours} onClick={handleRetirer}>
            Retirer définitivement
          </Button>
        ) : null}
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </div>
  )
}
