import { Button, ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

/**
 * Stops the messages with one press, without signing in. Looking at the page stops nothing: programs that check links
 * look at them too. It says the same of a link that is nobody’s.
 */
export function PageArret({ jeton, fait }: { jeton: string; fait: boolean }) {
  if (fait) {
    return (
      <div className="page">
        <PageHeader titre="C’est noté">
          <p>
            Plus aucun message de veille ne sera envoyé à la personne à qui ce lien a été adressé. Ce choix se change à
            tout moment dans « Mes messages ».
          </p>
        </PageHeader>
        <div className="form-actions">
          <ButtonLink href="/compte/veille">Ouvrir « Mes messages »</ButtonLink>
        </div>
      </div>
    )
  }
  return (
    <div className="page">
      <PageHeader titre="Ne plus recevoir de messages">
        <p>
          Copilote CTG n’enverra plus de message de veille à la personne à qui ce lien a été adressé. Rien d’autre ne
          change dans son compte.
        </p>
      </PageHeader>
      <form method="post" action="/api/veille/arret">
        <input type="hidden" name="jeton" value={jeton} />
        <div className="form-actions">
          <Button type="submit" variant="primary">
            Arrêter les messages
          </Button>
        </div>
      </form>
    </div>
  )
}
