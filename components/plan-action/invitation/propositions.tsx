'use client'

import { useId, useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { closeContribution, validateContribution } from '@/lib/plan-action/invitation/actions/contribution'
import { listLignes, type LigneProposee } from '@/lib/plan-action/invitation/rules'
import type { ActuelPropose, ContributionVue, InvitationsVue } from '@/lib/plan-action/invitation/types'
import { formatInstant } from '@/lib/platform/heures'
import { formatCompte } from '@/lib/platform/typographie'
import { buildRetenus } from './retenus'
import { formatLibelle, formatValeur } from './mots'

interface Props {
  convention: string
  /** id of the fiche */
  fiche: number
  vue: InvitationsVue
}

const REFUS = 'La réponse n’est pas enregistrée'
const REPONDUE = 'Quelqu’un a déjà répondu à cette proposition. Rechargez la page pour voir sa réponse.'

/** From what to what, and whether the fiche changed since. */
function Changement({ ligne }: { ligne: LigneProposee }) {
  const { champ, actuel, propose, avant, deplacee } = ligne
  return (
    <>
      {champ === 'suivi' ? (
        <dl className="grid gap-2 md:grid-cols-2">
          <div>
            <dt className="text-sm text-muted">Aujourd’hui</dt>
            <dd className="m-0 whitespace-pre-line">{formatValeur(actuel)}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">Proposé</dt>
            <dd className="m-0 whitespace-pre-line">{formatValeur(propose)}</dd>
          </div>
        </dl>
      ) : (
        <p className="m-0">
          {formatValeur(actuel)} <span aria-hidden="true">→</span>
          <span className="visually-hidden"> devient </span> <strong>{formatValeur(propose)}</strong>
        </p>
      )}
      {deplacee ? (
        <p className="m-0 text-sm">
          <Badge tone="warn">a changé depuis</Badge> Proposé quand la fiche disait : {formatValeur(avant)}.
        </p>
      ) : null}
    </>
  )
}

function Proposition({
  convention,
  fiche,
  contribution,
  depart,
}: {
  convention: string
  fiche: number
  contribution: ContributionVue
  depart: ActuelPropose
}) {
  const [ecartees, setEcartees] = useState<ReadonlySet<string>>(new Set())
  const [refus, setRefus] = useState(false)
  const [motif, setMotif] = useState('')
  const titre = useId()
  const { id, version, nom, message, instant, contenu } = contribution
  const champMotif = `motif-${id}`
  const envoi = useEnvoi(validateContribution, {
    titre: REFUS,
    titreChamps: REFUS,
    titreConflit: REFUS,
    champ: (champ) => (champ === 'motif' ? champMotif : undefined),
    conflit: 'La fiche a changé entre-temps : voici ce qu’elle dit maintenant. Relisez, puis acceptez de nouveau.',
    onRefus: (echec) => {
      if (echec.tag === 'CONFLIT' && echec.actuel && echec.actuel.etat !== 'PROPOSEE')
        envoi.refuser([{ message: REPONDUE }], REFUS)
    },
    message: ({ retenues, proposees }) =>
      proposees === 0
        ? 'Message lu.'
        : `${formatCompte(retenues, 'valeur acceptée', 'valeurs acceptées')} sur ${proposees}.`,
  })
  // What is there now, once a refusal has said that the page was out of date.
  const lignes = listLignes(contenu, envoi.conflit?.actuel ?? depart)
  const possibles = lignes.filter(({ sansEffet }) => !sansEffet)
  const choisies = possibles.filter(({ cle }) => !ecartees.has(cle))

  function accept() {
    // What the fiche already says is accepted with the rest: it changes nothing.
    const retenues = lignes.filter(
      (ligne) =>
        choisies.includes(ligne) ||
        (ligne.sansEffet && ligne.sujet !== null) ||
        (ligne.sansEffet && ligne.champ !== 'etape'),
    )
    envoi.envoyer({ convention, fiche, contribution: id, version, ...buildRetenus(retenues) })
  }

  const refuse = () =>
    envoi.avec(
      closeContribution,
      { convention, fiche, contribution: id, version, motif },
      { conflit: REPONDUE, message: `Proposition de ${nom} non retenue.` },
    )

  return (
    <article aria-labelledby={titre} className="grid gap-3 py-3">
      <h3 id={titre} className="m-0">
        {nom} <span className="text-sm font-normal text-muted">le {formatInstant(instant)}</span>
      </h3>
      <Refus envoi={envoi} />
      {message ? (
        <Notice titre="Message">
          {message.split('\n').map((ligne, i) => (
            <p key={i}>{ligne}</p>
          ))}
        </Notice>
      ) : null}
      {lignes.length > 0 ? (
        <ul className="rows">
          {lignes.map((ligne) => (
            <li key={ligne.cle} className="grid gap-1 py-2">
              {ligne.sansEffet ? (
                <p className="m-0">
                  <strong>{formatLibelle(ligne)}</strong>{' '}
                  <span className="text-sm text-muted">
                    {ligne.champ === 'etape' && ligne.sujet === null
                      ? 'cette étape n’est plus là'
                      : `déjà « ${formatValeur(ligne.propose)} »`}
                  </span>
                </p>
              ) : (
                <>
                  <Checkbox
                    label={formatLibelle(ligne)}
                    name={`retenir-${id}-${ligne.cle}`}
                    checked={!ecartees.has(ligne.cle)}
                    onChange={(event) => {
                      const suite = new Set(ecartees)
                      if (event.target.checked) suite.delete(ligne.cle)
                      else suite.add(ligne.cle)
                      setEcartees(suite)
                    }}
                  />
                  <Changement ligne={ligne} />
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {refus ? (
        <Textarea
          label={`Pourquoi ne pas retenir la proposition de ${nom}`}
          name={champMotif}
          rows={2}
          maxLength={500}
          autoFocus
          value={motif}
          onChange={(event) => setMotif(event.target.value)}
          error={envoi.readErreur(champMotif)}
        />
      ) : null}
      <div className="form-actions">
        {refus ? (
          <>
            <Button variant="primary" busy={envoi.enCours} onClick={refuse}>
              Ne pas retenir
            </Button>
            <Button onClick={() => setRefus(false)}>Revenir</Button>
          </>
        ) : (
          <>
            <Button
              variant="primary"
              busy={envoi.enCours}
              onClick={accept}
              disabled={possibles.length > 0 && choisies.length === 0}
            >
              {possibles.length === 0
                ? 'Marquer comme lu'
                : choisies.length === possibles.length
                  ? 'Tout accepter'
                  : `Accepter ${formatCompte(choisies.length, 'valeur')} sur ${possibles.length}`}
            </Button>
            <Button onClick={() => setRefus(true)}>Ne pas retenir…</Button>
          </>
        )}
      </div>
    </article>
  )
}

/** Proposals that wait for an answer on a fiche, value by value: what it says, what is proposed. Nothing when none waits. */
export function PropositionsRecues({ convention, fiche, vue }: Props) {
  const recues = vue.contributions.filter(({ etat }) => etat === 'PROPOSEE')
  if (recues.length === 0) return null
  return (
    <Panneau titre={recues.length > 1 ? `${recues.length} propositions reçues` : 'Proposition reçue'} id="propositions">
      <div className="rows">
        {recues.map((contribution) => (
          <Proposition
            key={contribution.id}
            convention={convention}
            fiche={fiche}
            contribution={contribution}
            depart={vue.actuel}
          />
        ))}
      </div>
    </Panneau>
  )
}
