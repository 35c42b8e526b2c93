'use client'

import { useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Panneau } from '@/components/ui/flottant/panneau'
import { removeRegle } from '@/lib/gouvernance/frequence/actions/regle'
import type { VueEditionInstance, VueRegle } from '@/lib/gouvernance/instances/types/edition'
import { FormulaireRegle, type Geste } from './formulaire-regle'
import { TEMPS_REGLE } from '@/components/gouvernance/instances/mots-instance'
import type { Versions } from '@/components/gouvernance/instances/use-versions'

/** What the two gestures mean, said before one is chosen. */
const EXPLICATIONS: Record<'CHANGER' | 'CORRIGER', { titre: string; texte: string }> = {
  CHANGER: {
    titre: 'Changer la règle à partir d’une date',
    texte:
      'La convention a changé : un avenant, une décision du comité de pilotage. Ce qui a été jugé avant cette date ne change pas.',
  },
  CORRIGER: {
    titre: 'Corriger la règle',
    texte:
      'La règle a été mal lue ou mal saisie : toutes les périodes où elle s’applique sont relues, y compris celles qui sont passées.',
  },
}

function RetirerRegle({ vue, regle, versions }: { vue: VueEditionInstance; regle: VueRegle; versions: Versions }) {
  const envoi = useEnvoi(removeRegle, { titre: 'La règle n’est pas retirée', relire: true })
  return (
    <DialogButton label="Retirer" titre="Retirer la règle à venir" variant="ghost" size="sm">
      {(close) => (
        <div className="grid gap-4">
          <p>{`La règle « ${regle.texte} », prévue ${regle.quand}, ne s’appliquera pas : celle d’avant continue.`}</p>
          <Refus envoi={envoi} />
          <div className="form-actions">
            <Button
              variant="danger"
              busy={envoi.enCours}
              onClick={() =>
                envoi.envoyer(
                  {
                    convention: vue.convention.slug,
                    instance: vue.instance.id,
                    // Told that somebody changed the instance, one presses again over what is there now.
                    version: envoi.conflit?.version ?? versions.read('frequence'),
                    regle: regle.id,
                  },
                  {
                    onEcrit: (ecrite) => {
                      versions.advance('frequence', ecrite.version)
                      close()
                    },
                  },
                )
              }
            >
              Retirer la règle
            </Button>
            <Button onClick={close}>Fermer</Button>
          </div>
        </div>
      )}
    </DialogButton>
  )
}

function Regle({
  vue,
  regle,
  versions,
  onCorriger,
}: {
  vue: VueEditionInstance
  regle: VueRegle
  versions: Versions
  onCorriger: () => void
}) {
  const { mots, tone } = TEMPS_REGLE[regle.temps]
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <b className="first-letter:uppercase">{regle.texte}</b>
          <Badge tone={tone}>{mots}</Badge>
          {regle.aConfirmer ? <Badge tone="warn">À confirmer</Badge> : null}
        </p>
        <p className="text-sm text-muted first-letter:uppercase">{regle.quand}</p>
        {regle.precisions.map((precision) => (
          <p key={precision} className="text-sm text-muted">
            {precision}
          </p>
        ))}
        {regle.source ? <p className="text-sm text-muted">« {regle.source} »</p> : null}
      </div>
      <div className="form-actions">
        <Button size="sm" aria-label={`Corriger la règle ${regle.texte}`} onClick={onCorriger}>
          Corriger
        </Button>
        {regle.temps === 'A_VENIR' ? <RetirerRegle vue={vue} regle={regle} versions={versions} /> : null}
      </div>
    </li>
  )
}

/** The rules of frequency of an instance, one after the other in time. */
export function SectionFrequence({ vue, versions }: { vue: VueEditionInstance; versions: Versions }) {
  const { regles } = vue
  const [geste, setGeste] = useState<Geste | null>(null)
  const liste = useRef<HTMLDivElement>(null)
  const enVigueur = regles.find(({ temps }) => temps === 'EN_VIGUEUR') ?? regles.at(-1) ?? null
  // Focus is never lost with the form that closes.
  const fermer = () => {
    setGeste(null)
    liste.current?.focus()
  }
  const focusTitre = (titre: HTMLHeadingElement | null) => titre?.focus()

  return (
    <Panneau titre="Fréquence des réunions" id="frequence">
      <div className="grid gap-4">
        <div ref={liste} tabIndex={-1} role="group" aria-label="Règles de fréquence">
          {regles.length === 0 ? (
            <p>
              Aucune règle n’est encore saisie : aucun retard n’est signalé. Écrivez ce que dit la convention, même si
              elle ne dit rien.
            </p>
          ) : (
            <ul className="rows">
              {regles.map((regle) => (
                <Regle
                  key={regle.id}
                  vue={vue}
                  regle={regle}
                  versions={versions}
                  onCorriger={() => setGeste({ type: 'CORRIGER', regle })}
                />
              ))}
            </ul>
          )}
        </div>
        {regles.length === 0 ? (
          <FormulaireRegle vue={vue} geste={{ type: 'PREMIERE' }} versions={versions} onFini={fermer} />
        ) : null}
        {regles.length > 0 && geste === null ? (
          <div>
            <Button onClick={() => setGeste({ type: 'CHANGER', depuis: enVigueur })}>
              Changer la règle à partir d’une date
            </Button>
          </div>
        ) : null}
        {regles.length > 0 && geste !== null && geste.type !== 'PREMIERE' ? (
          <div className="grid gap-4 border-t border-t-line pt-4">
            <div>
              <h3 className="text-base" tabIndex={-1} ref={focusTitre} key={geste.type}>
                {EXPLICATIONS[geste.type].titre}
              </h3>
              <p className="text-muted">{EXPLICATIONS[geste.type].texte}</p>
            </div>
            <FormulaireRegle
              key={geste.type === 'CORRIGER' ? geste.regle.id : 'changer'}
              vue={vue}
              geste={geste}
              versions={versions}
              onFini={fermer}
              onAnnuler={fermer}
            />
          </div>
        ) : null}
      </div>
    </Panneau>
  )
}
