'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { removeAxe } from '@/lib/plan-action/arbre/actions/axes'
import { removeFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { listEnfants, listFiches } from '@/lib/plan-action/arbre/rules/arbre'
import type { AxeArbre, FicheArbre } from '@/lib/plan-action/arbre/types'
import { quote } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

interface Props {
  slug: string
  etat: EtatArbre
  objet: { axe: AxeArbre } | { fiche: FicheArbre }
  onFini: () => void
}

/** Removes what was made by mistake; what carries something says what, and what to do instead. */
export function Retirer({ slug, etat, objet, onFini }: Props) {
  const [refus, setRefus] = useState<string | null>(null)
  const [enCours, start] = useTransition()
  const tenus =
    'axe' in objet
      ? [
          ...listEnfants(etat.arbre.axes, objet.axe.id).map(({ titre }) => titre),
          ...listFiches(etat.arbre.fiches, objet.axe.id).map(({ titre }) => titre),
        ]
      : []
  const retirer = () =>
    start(async () => {
      const resultat = await etat.ecrire((version) =>
        'axe' in objet
          ? removeAxe({ convention: slug, version, axe: objet.axe.id })
          : removeFiche({ convention: slug, version, fiche: objet.fiche.id }),
      )
      if (!resultat?.ok)
        return setRefus(resultat?.message ?? 'La connexion a été coupée\u00A0: vérifiez le réseau, puis recommencez.')
      notify({ message: resultat.data.message })
      onFini()
    })
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
      {refus ? (
        <Notice tone="bad" role="alert">
          {refus}
        </Notice>
      ) : null}
      <div className="form-actions">
        {tenus.length === 0 ? (
          <Button variant="danger" busy={enCours} onClick={retirer}>
            Retirer définitivement
          </Button>
        ) : null}
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </div>
  )
}
