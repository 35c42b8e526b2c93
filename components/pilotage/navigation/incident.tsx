'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/**
 * What a page shows when it could not be made.
 * @param props.repere what to quote, if the incident has one
 */
export function Incident({ repere, onRetry }: { repere: string | undefined; onRetry: () => void }) {
  return (
    <div className="page" role="alert">
      <PageHeader titre="Un incident est survenu" />
      <EmptyState
        titre="La page n’a pas pu être affichée."
        pourquoi={`Rien de ce que vous avez enregistré n’est perdu.${repere ? ` Si l’incident se répète, citez le repère ${repere}.` : ''}`}
        suite={
          <>
            <Button variant="primary" onClick={onRetry}>
              Réessayer
            </Button>
            <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
          </>
        }
      />
    </div>
  )
}
