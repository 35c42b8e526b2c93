'use client'

import { useGeste } from '@/components/formulaire/use-geste'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { Tone } from '@/components/ui/tokens'
import { closeInvitationFiche } from '@/lib/plan-action/invitation/actions/contribution'
import type { ContributionVue, EtatInvitation, InvitationsVue, InvitationVue } from '@/lib/plan-action/invitation/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatInstant } from '@/lib/platform/heures'
import { Inviter } from './inviter'

interface Props {
  convention: string
  /** id of the fiche */
  fiche: number
  vue: InvitationsVue
}

const ETATS: Record<EtatInvitation, { label: string; tone: Tone }> = {
  ACTIVE: { label: 'ouvert', tone: 'ok' },
  EXPIREE: { label: 'expiré', tone: 'neutral' },
  REVOQUEE: { label: 'fermé', tone: 'neutral' },
}

function Lien({ convention, fiche, invitation }: Omit<Props, 'vue'> & { invitation: InvitationVue }) {
  const { id, nom, email, etat, creeLe, dernierJour, creePar, dernierEnvoi } = invitation
  const fermeture = useGeste(closeInvitationFiche, { message: `Le lien de ${nom} n’ouvre plus rien.` })
  return (
    <li className="grid gap-1 py-2">
      <span className="flex flex-wrap items-center gap-2">
        <strong>{nom}</strong> <Badge tone={ETATS[etat].tone}>{ETATS[etat].label}</Badge>
      </span>
      <span className="text-sm text-muted">
        {[
          email,
          `créé le ${formatDateCourte(creeLe)}${creePar ? ` par ${creePar}` : ''}`,
          etat === 'ACTIVE' ? `s’ouvre jusqu’au ${formatDateCourte(dernierJour)}` : null,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span className="text-sm text-muted">
        {dernierEnvoi ? `Dernière proposition le ${formatInstant(dernierEnvoi)}` : 'Aucune proposition reçue'}
      </span>
      {etat === 'ACTIVE' ? (
        <span>
          <Button
            size="sm"
            busy={fermeture.enCours}
            onClick={() => fermeture.envoyer({ convention, fiche, invitation: id })}
            aria-label={`Fermer le lien de ${nom}`}
          >
            Fermer le lien
          </Button>
        </span>
      ) : null}
    </li>
  )
}

function formatReponse({ nom, etat, traiteePar, traiteeLe, motif }: ContributionVue): string {
  const qui = traiteePar ? ` par ${traiteePar}` : ''
  const quand = traiteeLe ? ` le ${formatInstant(traiteeLe)}` : ''
  return `Proposition de ${nom} ${etat === 'ACCEPTEE' ? 'acceptée' : 'non retenue'}${qui}${quand}${motif ? ` : ${motif}` : '.'}`
}

/** Links given for a fiche, with their state and last use, and the last answers. */
export function PanneauInvitations({ convention, fiche, vue }: Props) {
  const ouvertes = vue.invitations.filter(({ etat }) => etat === 'ACTIVE')
  const closes = vue.invitations.filter(({ etat }) => etat !== 'ACTIVE')
  const reponses = vue.contributions.filter(({ etat }) => etat !== 'PROPOSEE')
  return (
    <Panneau
      titre="Mise à jour par invitation"
      id="invitations"
      actions={<Inviter convention={convention} fiche={fiche} />}
    >
      {ouvertes.length > 0 ? (
        <ul className="rows">
          {ouvertes.map((invitation) => (
            <Lien key={invitation.id} convention={convention} fiche={fiche} invitation={invitation} />
          ))}
        </ul>
      ) : (
        <p className="text-muted">
          Aucun lien ouvert. Un lien permet à une personne sans compte de proposer une mise à jour de cette fiche.
        </p>
      )}
      {closes.length > 0 ? (
        <details>
          <summary>Liens expirés ou fermés ({closes.length})</summary>
          <ul className="rows">
            {closes.map((invitation) => (
              <Lien key={invitation.id} convention={convention} fiche={fiche} invitation={invitation} />
            ))}
          </ul>
        </details>
      ) : null}
      {reponses.length > 0 ? (
        <details>
          <summary>Dernières réponses ({reponses.length})</summary>
          <ul className="rows text-sm">
            {reponses.map((contribution) => (
              <li key={contribution.id} className="py-2">
                {formatReponse(contribution)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panneau>
  )
}
