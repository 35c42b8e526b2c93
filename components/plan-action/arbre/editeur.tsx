'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, Tiroir } from '@/components/ui/flottant/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconPlus } from '@/components/ui/icons'
import { Panneau } from '@/components/ui/flottant/panneau'
import { SaveStatus } from '@/components/ui/saisie/save-status'
import { computeNumeros } from '@/lib/plan-action/arbre/rules/numerotation'
import { computeProfondeur, listEnfants } from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan, VueArbre } from '@/lib/plan-action/arbre/types'
import { formatCompte } from '@/lib/platform/typographie'
import { Ailleurs } from './deplacer'
import { EcartArbre } from './ecart'
import { FormulaireAxe } from './formulaire-axe'
import { FormulaireFiche } from './formulaire-fiche'
import { useGlisser } from './glisser'
import { Axes, type Demande } from './lignes'
import { formatUn, nommerNiveau, quote } from './mots-arbre'
import { Numeroter } from './numeroter'
import { ReglerPlan } from './regler-plan'
import { Retirer } from './retirer'
import { useArbre, type EtatArbre, type Geste } from './use-arbre'

type Ouvert = Demande | { quoi: 'REGLAGES' } | { quoi: 'NUMEROTER' }

/** Beyond that, axes start folded. */
const FICHES_DEPLIEES = 60

function formatTitre(ouvert: Ouvert, arbre: ArbrePlan): string {
  switch (ouvert.quoi) {
    case 'AXE':
      return `Ajouter ${formatUn(nommerNiveau(arbre, ouvert.parent === null ? 0 : computeProfondeur(arbre.axes, ouvert.parent) + 1))}`
    case 'MODIFIER':
      return `Modifier ${quote(ouvert.axe.titre)}`
    case 'FICHE':
      return `Ajouter ${formatUn(arbre.reglages.nomFiche)}`
    case 'AILLEURS':
      return `Déplacer ${quote(ouvert.place.titre)}`
    case 'RETIRER_AXE':
      return `Retirer ${quote(ouvert.axe.titre)}`
    case 'RETIRER_FICHE':
      return `Retirer ${quote(ouvert.fiche.titre)}`
    case 'REGLAGES':
      return 'Réglages du plan'
    default:
      return 'Numérotation'
  }
}

interface PropsContenu {
  ouvert: Ouvert
  vue: VueArbre
  slug: string
  etat: EtatArbre
  deplacer: (geste: Geste) => void
  onFini: () => void
}

function Contenu({ ouvert, vue, slug, etat, deplacer, onFini }: PropsContenu) {
  const communs = { slug, etat, onFini }
  switch (ouvert.quoi) {
    case 'AXE':
      return <FormulaireAxe {...communs} themes={vue.themes} cible={{ parent: ouvert.parent }} />
    case 'MODIFIER':
      return <FormulaireAxe {...communs} themes={vue.themes} cible={{ axe: ouvert.axe }} />
    case 'FICHE':
      return <FormulaireFiche {...communs} avenants={vue.avenants} axe={ouvert.axe} />
    case 'RETIRER_AXE':
      return <Retirer {...communs} objet={{ axe: ouvert.axe }} />
    case 'RETIRER_FICHE':
      return <Retirer {...communs} objet={{ fiche: ouvert.fiche }} />
    case 'NUMEROTER':
      return <Numeroter {...communs} />
    case 'REGLAGES':
      return <ReglerPlan {...communs} />
    default:
      return (
        <Ailleurs
          arbre={etat.arbre}
          place={ouvert.place}
          onFermer={onFini}
          onChoisir={(geste) => {
            onFini()
            deplacer(geste)
          }}
        />
      )
  }
}

const LARGES: ReadonlySet<Ouvert['quoi']> = new Set(['AXE', 'MODIFIER', 'FICHE', 'REGLAGES', 'NUMEROTER'])

/** The tree of the plan, whole, where it is changed. */
export function EditeurArbre({ vue, initial, slug }: { vue: VueArbre; initial: ArbrePlan; slug: string }) {
  const etat = useArbre(slug, initial)
  const { arbre, annonce, ecart } = etat
  const [ouvert, setOuvert] = useState<Ouvert | null>(null)
  const [plies, setPlies] = useState<ReadonlySet<number>>(
    () => new Set(initial.fiches.length > FICHES_DEPLIEES ? initial.axes.map(({ id }) => id) : []),
  )
  const fermer = () => setOuvert(null)

  function deplacer(geste: Geste) {
    // What moves stays in sight.
    if (geste.parent !== null) setPlies(new Set([...plies].filter((id) => id !== geste.parent)))
    etat.deplacer(geste)
  }
  const glisser = useGlisser(arbre, deplacer)
  const plier = (axe: number) =>
    setPlies(new Set(plies.has(axe) ? [...plies].filter((id) => id !== axe) : [...plies, axe]))
  const decales = computeNumeros(arbre, { ...arbre.reglages, axes: false }).length
  const ajouter = `Ajouter ${formatUn(nommerNiveau(arbre, 0))}`
  const Boite = ouvert && LARGES.has(ouvert.quoi) ? Tiroir : Dialog
  return (
    <>
      {ecart ? (
        <EcartArbre
          ecart={ecart}
          onFermer={etat.oublier}
          onRefaire={() => {
            etat.oublier()
            if (ecart.geste) deplacer(ecart.geste)
          }}
        />
      ) : null}
      <Panneau
        titre="L’arborescence du plan"
        sousTitre="Glissez une ligne, ou prenez « Déplacer » ; Alt + ↑ ou ↓ déplace la ligne où vous êtes. Tout s’enregistre aussitôt."
        actions={
          <>
            <Button onClick={() => setOuvert({ quoi: 'REGLAGES' })}>Réglages</Button>
            <Button onClick={() => setOuvert({ quoi: 'NUMEROTER' })}>Numérotation</Button>
            <Button variant="primary" icon={<IconPlus />} onClick={() => setOuvert({ quoi: 'AXE', parent: null })}>
              {ajouter}
            </Button>
          </>
        }
      >
        <SaveStatus {...etat.sauvegarde} />
        {decales > 0 ? (
          <p className="mb-3 text-sm text-muted">{`${formatCompte(decales, 'numéro ne suit', 'numéros ne suivent')} plus la place dans le plan : « Numérotation » montre ce qui changerait.`}</p>
        ) : null}
        {arbre.axes.length === 0 ? (
          <EmptyState
            titre="Le plan est vide"
            pourquoi={`Commencez par ${formatUn(nommerNiveau(arbre, 0))}, avec son seul titre.`}
            suite={<Button onClick={() => setOuvert({ quoi: 'AXE', parent: null })}>{ajouter}</Button>}
          />
        ) : (
          <ul className="grid gap-2">
            <Axes
              axes={listEnfants(arbre.axes, null)}
              contexte={{ slug, arbre, plies, glisser, deplacer, demander: setOuvert, plier }}
            />
          </ul>
        )}
        <p role="status" aria-live="polite" className="visually-hidden">
          {annonce}
        </p>
      </Panneau>
      <Boite open={ouvert !== null} onClose={fermer} titre={ouvert ? formatTitre(ouvert, arbre) : ''}>
        {ouvert ? (
          <Contenu ouvert={ouvert} vue={vue} slug={slug} etat={etat} deplacer={deplacer} onFini={fermer} />
        ) : null}
      </Boite>
    </>
  )
}
