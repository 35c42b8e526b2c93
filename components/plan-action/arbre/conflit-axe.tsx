import { Notice } from '@/components/ui/notice'
import type { AxeArbre } from '@/lib/plan-action/arbre/types'

const CHAMPS = [
  ['titre', 'Titre'],
  ['numero', 'Numéro'],
  ['description', 'Description'],
  ['objectifs', 'Objectifs'],
  ['theme', 'Thématique'],
  ['absence', 'Pourquoi sans fiche'],
] as const

const format = (valeur: string | string[] | null): string =>
  (Array.isArray(valeur) ? valeur.join(' · ') : (valeur ?? '')) || 'rien'

/** What somebody else wrote in an axe since its form was opened: what is typed stays, the person chooses. */
export function ConflitAxe({ ouvert, actuel }: { ouvert: AxeArbre; actuel: AxeArbre | undefined }) {
  if (!actuel)
    return (
      <Notice tone="warn" titre="Il a été retiré du plan">
        Copiez votre saisie si elle doit servir ailleurs.
      </Notice>
    )
  const differents = CHAMPS.filter(([champ]) => format(ouvert[champ]) !== format(actuel[champ]))
  if (differents.length === 0) return null
  return (
    <Notice tone="warn" titre="Enregistré entre-temps par quelqu’un d’autre">
      <dl>
        {differents.map(([champ, nom]) => (
          <div key={champ}>
            <dt className="font-semibold">{nom}</dt>
            <dd className="whitespace-pre-line">{format(actuel[champ])}</dd>
          </div>
        ))}
      </dl>
      <p>Votre saisie reste ci-dessous : l’enregistrer de nouveau la garde à la place.</p>
    </Notice>
  )
}
