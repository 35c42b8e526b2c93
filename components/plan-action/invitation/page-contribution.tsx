import { PageHeader } from '@/components/ui/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/lib/platform/dates'
import type { FicheOuverte } from '@/lib/plan-action/invitation/types'
import { formatInstant } from '@/lib/platform/heures'
import { FormulaireContribution } from './formulaire-contribution'

/**
 * What a link by invitation opens: one fiche, and what one proposes for it. A link that opens nothing is told in the
 * same words whatever it was.
 * @param cle place of the draft on the device: it says nothing of the link
 */
export function PageContribution({ fiche, jeton, cle }: { fiche: FicheOuverte | null; jeton: string; cle: string }) {
  if (!fiche) {
    return (
      <div className="page">
        <PageHeader titre="Mettre à jour une fiche" />
        <EmptyState
          titre="Ce lien n’est pas, ou n’est plus, valable"
          pourquoi="Vérifiez que vous l’avez copié en entier, ou demandez-en un nouveau à la personne qui vous l’a donné."
        />
      </div>
    )
  }
  return (
    <div className="page">
      <PageHeader titre={fiche.titre} numero={fiche.numero ?? undefined} surtitre={fiche.axes.join(' › ')}>
        <p>
          {fiche.pour}, dites où en est cette fiche. Vos propositions sont relues avant que la fiche ne change. Ce lien
          est pour vous seul ; il s’ouvre jusqu’au {formatDate(fiche.dernierJour)}.
        </p>
        {fiche.enAttente ? (
          <p className="text-muted">
            Une proposition envoyée le {formatInstant(fiche.enAttente)} attend une réponse. Vous pouvez en envoyer une
            autre.
          </p>
        ) : null}
      </PageHeader>
      <FormulaireContribution fiche={fiche} jeton={jeton} cle={cle} />
    </div>
  )
}
