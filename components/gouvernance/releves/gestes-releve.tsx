'use client'

import { useRouter } from 'next/navigation'
import type { Action } from '@/components/formulaire/send'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import {
  correctReleve,
  prepareReleve,
  reopenReleve,
  submitReleve,
  validateReleve,
} from '@/lib/gouvernance/releves/actions'
import { MOTS_COTE } from '@/lib/competences/words'
import type { CoteReleve, ReleveEcrit, VueReleve } from '@/lib/gouvernance/releves/types'
import { FormulaireMotif } from './formulaire-motif'
import { RefusReleve } from './refus-releve'
import { useEnvoiReleve } from './use-envoi-releve'

interface DirectProps<Input, Actuel> {
  label: string
  action: Action<Input, ReleveEcrit, Actuel>
  input: Input
  onFait?: () => void
}

/** A gesture without a form. */
function Direct<Input, Actuel>({ label, action, input, onFait }: DirectProps<Input, Actuel>) {
  const envoi = useEnvoiReleve(action, onFait)
  return (
    <div className="grid justify-items-start gap-3">
      <RefusReleve envoi={envoi} />
      <Button variant="primary" busy={envoi.enCours} onClick={() => envoi.envoyer(input)}>
        {label}
      </Button>
    </div>
  )
}

function Preparer({ vue }: { vue: VueReleve }) {
  const {
    slug: convention,
    reunion: { id: reunion, version, figee, etat },
  } = vue
  if (figee)
    return (
      <DialogButton label="Reprendre ce relevé" titre="Reprendre ce relevé dans une nouvelle version">
        {(close) => (
          <FormulaireMotif
            label="Pourquoi ce relevé est repris"
            hint="La nouvelle version le dira."
            bouton="Ouvrir la nouvelle version"
            onFini={close}
            action={prepareReleve}
            toInput={(motif) => ({ convention, reunion, version, motif })}
          >
            <p>
              La réunion pourra de nouveau être modifiée, jusqu’à ce que la Caf et la coordination valident la nouvelle
              version.
            </p>
          </FormulaireMotif>
        )}
      </DialogButton>
    )
  return etat === 'TENUE' ? (
    <Direct label="Préparer le relevé" action={prepareReleve} input={{ convention, reunion, version }} />
  ) : null
}

function Valider({
  vue,
  cote,
  releve,
  version,
  derniere,
}: {
  vue: VueReleve
  cote: CoteReleve
  releve: number
  version: number
  derniere: boolean
}) {
  const { slug: convention } = vue
  return (
    <DialogButton label={`Valider pour ${MOTS_COTE[cote]}`} titre={`Valider pour ${MOTS_COTE[cote]}`} variant="primary">
      {(close) => (
        <div className="grid gap-4">
          <p>
            {derniere
              ? 'L’autre côté a déjà validé : avec votre validation, ce relevé fait foi et la réunion est figée. Une correction passera par une nouvelle version qui dit pourquoi.'
              : 'Votre nom, votre fonction et la date seront inscrits au relevé. Il fera foi quand l’autre côté l’aura validé aussi.'}
          </p>
          <Direct
            label="Valider ce relevé"
            action={validateReleve}
            input={{ convention, releve, version, cote }}
            onFait={close}
          />
        </div>
      )}
    </DialogButton>
  )
}

/** What may be done now with the minutes, for those who may. */
export function GestesReleve({ vue }: { vue: VueReleve }) {
  const router = useRouter()
  const {
    slug: convention,
    etat: { derniere, peutValider },
    peutEcrire,
    reunion,
    change,
  } = vue
  if (derniere === null) return peutEcrire ? <Preparer vue={vue} /> : null
  const { id: releve, version, etat, validations } = derniere
  const vise = { convention, releve, version }
  /** An address that names a version would go on showing it. */
  function showLatest() {
    if (window.location.search !== '') router.replace(`/conventions/${convention}/reunions/${reunion.ref}/releve`)
  }
  return (
    <>
      {peutEcrire && etat === 'BROUILLON' ? (
        <Direct label="Soumettre à validation" action={submitReleve} input={vise} />
      ) : null}
      {change
        ? null
        : peutValider.map((cote) => (
            <Valider
              key={cote}
              vue={vue}
              cote={cote}
              releve={releve}
              version={version}
              derniere={validations.length > 0}
            />
          ))}
      {peutEcrire && etat === 'A_VALIDER' ? (
        <DialogButton label="Reprendre en brouillon" titre="Reprendre le relevé en brouillon">
          {(close) => (
            <FormulaireMotif
              label="Pourquoi le relevé repasse en brouillon"
              hint="Cette raison est montrée avec le brouillon."
              bouton="Reprendre en brouillon"
              onFini={close}
              action={reopenReleve}
              toInput={(motif) => ({ ...vise, motif })}
            >
              <p>
                {validations.length > 0
                  ? 'La validation déjà donnée sera retirée : elle sera à redonner.'
                  : 'Le relevé suivra de nouveau ce qui est noté sur la page de la réunion.'}
              </p>
            </FormulaireMotif>
          )}
        </DialogButton>
      ) : null}
      {peutEcrire && etat === 'VALIDE' ? (
        <DialogButton label="Corriger par une nouvelle version" titre="Corriger le relevé">
          {(close) => (
            <FormulaireMotif
              label="Pourquoi le relevé est corrigé"
              hint="La nouvelle version le dira."
              bouton="Ouvrir la nouvelle version"
              onFini={close}
              onFait={showLatest}
              action={correctReleve}
              toInput={(motif) => ({ ...vise, motif })}
            >
              <p>
                La réunion pourra de nouveau être modifiée. La version {derniere.numero} fait foi tant que la nouvelle
                n’est pas validée par la Caf et la coordination.
              </p>
            </FormulaireMotif>
          )}
        </DialogButton>
      ) : null}
    </>
  )
}
