import type { Metadata } from 'next'
import { ChoisirMotDePasse } from '@/components/connexion/choisir-mot-de-passe'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { readInvitation } from '@/lib/platform/identite/connexion'
import { accepterInvitation } from '@/lib/platform/identite/invitation'

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

export default async function Page({ params }: { params: Promise<{ jeton: string }> }) {
  const { jeton } = await params
  const invitation = await readInvitation(jeton.slice(0, 100))
  if (!invitation)
    return (
      <>
        <PageHeader titre="Invitation" />
        <EmptyState
          titre="Cette invitation n’est plus valable"
          pourquoi="Elle a déjà servi, ou son délai est passé. Demandez-en une nouvelle à la personne qui vous a invité."
        />
      </>
    )
  return (
    <>
      <PageHeader titre={`Bienvenue, ${invitation.nom}`} surtitre={invitation.email}>
        <p>Choisissez le mot de passe de votre compte. Ce lien ne sert qu’une fois.</p>
      </PageHeader>
      <ChoisirMotDePasse email={invitation.email} jeton={jeton} accepter={accepterInvitation} />
    </>
  )
}
