'use client'

import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ChoixPoste, CoutLu, MontantVue, ReglageLu } from '@/lib/cooperation/couts/types'
import { formatCentimes } from '@/lib/cooperation/couts/rules/argent'
import { FormulaireCout, RetirerCout } from './formulaire-cout'
import { FormulaireMontant, RetirerMontant } from './formulaire-montant'
import { FormulaireReglage, RetirerReglage } from './formulaire-reglage'

/** A word on the button, the whole name for who listens. */
const nommer = (mot: string, quoi: string) => (
  <>
    {mot}
    <VisuallyHidden> {quoi}</VisuallyHidden>
  </>
)

export function AjouterCout({ slug }: { slug: string }) {
  return (
    <DialogButton label="Ajouter un coût par ETP" titre="Coût par ETP" size="sm" tiroir>
      {(close) => <FormulaireCout slug={slug} cout={null} onFini={close} />}
    </DialogButton>
  )
}

export function GestesCout({ slug, cout }: { slug: string; cout: CoutLu }) {
  const quoi = `le coût de ${formatCentimes(cout.montant)}`
  return (
    <span className="no-print flex flex-wrap gap-2">
      <DialogButton label={nommer('Corriger', quoi)} titre="Corriger le coût par ETP" size="sm" tiroir>
        {(close) => <FormulaireCout slug={slug} cout={cout} onFini={close} />}
      </DialogButton>
      <DialogButton label={nommer('Retirer', quoi)} titre="Retirer le coût par ETP" size="sm" tiroir>
        {(close) => <RetirerCout slug={slug} cout={cout} onFini={close} />}
      </DialogButton>
    </span>
  )
}

interface Noms {
  slug: string
  organismes: string[]
}

export function AjouterReglage({ slug, organismes }: Noms) {
  return (
    <DialogButton label="Ajouter un cofinancement" titre="Cofinancement" size="sm" tiroir>
      {(close) => <FormulaireReglage slug={slug} reglage={null} organismes={organismes} onFini={close} />}
    </DialogButton>
  )
}

export function GestesReglage({ slug, organismes, reglage }: Noms & { reglage: ReglageLu }) {
  const quoi = `le cofinancement de ${reglage.financeur}`
  return (
    <span className="no-print flex flex-wrap gap-2">
      <DialogButton label={nommer('Corriger', quoi)} titre="Corriger le cofinancement" size="sm" tiroir>
        {(close) => <FormulaireReglage slug={slug} reglage={reglage} organismes={organismes} onFini={close} />}
      </DialogButton>
      <DialogButton label={nommer('Retirer', quoi)} titre="Retirer le cofinancement" size="sm" tiroir>
        {(close) => <RetirerReglage slug={slug} reglage={reglage} onFini={close} />}
      </DialogButton>
    </span>
  )
}

interface Annee extends Noms {
  annee: number
  postes: ChoixPoste[]
}

export function AjouterMontant({ slug, organismes, annee, postes }: Annee) {
  return (
    <DialogButton label="Ajouter des montants" titre={`Prévu et réalisé ${annee}`} size="sm" tiroir>
      {(close) => (
        <FormulaireMontant
          slug={slug}
          annee={annee}
          montant={null}
          postes={postes}
          organismes={organismes}
          onFini={close}
        />
      )}
    </DialogButton>
  )
}

export function GestesMontant({ slug, organismes, annee, postes, montant }: Annee & { montant: MontantVue }) {
  const quoi = `les montants de ${montant.financeur}${montant.libellePoste ? `, ${montant.libellePoste}` : ''}`
  return (
    <span className="no-print flex flex-wrap gap-2">
      <DialogButton label={nommer('Corriger', quoi)} titre={`Prévu et réalisé ${annee}`} size="sm" tiroir>
        {(close) => (
          <FormulaireMontant
            slug={slug}
            annee={annee}
            montant={montant}
            postes={postes}
            organismes={organismes}
            onFini={close}
          />
        )}
      </DialogButton>
      <DialogButton label={nommer('Retirer', quoi)} titre="Retirer les montants" size="sm" tiroir>
        {(close) => <RetirerMontant slug={slug} montant={montant} onFini={close} />}
      </DialogButton>
    </span>
  )
}
