import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { MOTS_CHAMP, TEXTES_FICHE } from '@/lib/plan-action/champs/rules/catalogue'
import type { AxeVersion, ElementVersion, FicheVersion, PlanVersion } from '@/lib/plan-action/versions/rules/lecture'
import type { CoteVersion } from '@/lib/plan-action/versions/types'
import { formatPluriel } from '../noms'
import { Texte } from '@/components/plan-action/champs/texte'

/** What reads as text; the rest (dates, lists of people) is in the living fiche and in the comparison. */
const LUS = TEXTES_FICHE.filter(({ versions, section }) => versions === 'CONTENU' && section !== 'IDENTITE')

const nommer = ({ numero, titre }: { numero: string | null; titre: string }): string =>
  numero ? `${numero} ${titre}` : titre

function Liste({ titre, elements }: { titre: string; elements: ElementVersion[] }) {
  if (elements.length === 0) return null
  return (
    <div>
      <p className="font-semibold">{titre}</p>
      <ul className="list-disc ps-5">
        {elements.map((element) => (
          <li key={element.ref}>{nommer(element)}</li>
        ))}
      </ul>
    </div>
  )
}

function Fiche({ fiche, nomEtape }: { fiche: FicheVersion; nomEtape: string }) {
  const textes = LUS.flatMap(({ cle, label }) => (fiche.champs[cle] ? [{ cle, label, texte: fiche.champs[cle] }] : []))
  const vide = textes.length === 0 && fiche.etapes.length === 0 && fiche.indicateurs.length === 0
  const tete = (
    <>
      {nommer(fiche)} {fiche.aRediger ? <Badge tone="warn">{MOTS_CHAMP.redaction}</Badge> : null}
    </>
  )
  if (vide)
    return (
      <li>
        {tete}
        {fiche.motif ? <p className="text-sm text-muted">{fiche.motif}</p> : null}
      </li>
    )
  return (
    <li>
      <details>
        <summary>{tete}</summary>
        <div className="mt-2 grid max-w-prose gap-3 ps-4">
          {fiche.motif ? <p className="text-muted">{fiche.motif}</p> : null}
          {textes.map(({ cle, label, texte }) => (
            <div key={cle}>
              <p className="font-semibold">{label}</p>
              <Texte texte={texte} />
            </div>
          ))}
          <Liste titre={formatPluriel(nomEtape)} elements={fiche.etapes} />
          <Liste titre="Indicateurs" elements={fiche.indicateurs} />
        </div>
      </details>
    </li>
  )
}

function Axe({ axe, plan, profondeur }: { axe: AxeVersion; plan: PlanVersion; profondeur: number }) {
  const fiches = plan.fiches.filter((fiche) => fiche.axe === axe.ref)
  const Titre = `h${Math.min(3 + profondeur, 6)}` as 'h3' | 'h4' | 'h5'
  return (
    <section aria-label={axe.titre} className="grid gap-2">
      <Titre className="text-base">
        <span className="text-muted">{[plan.niveaux[profondeur], axe.numero].filter(Boolean).join(' ')}</span>{' '}
        {axe.titre}
      </Titre>
      {axe.champs.description ? <Texte texte={axe.champs.description} /> : null}
      {fiches.length > 0 ? (
        <ul className="grid gap-1.5 ps-4">
          {fiches.map((fiche) => (
            <Fiche key={fiche.ref} fiche={fiche} nomEtape={plan.nomEtape} />
          ))}
        </ul>
      ) : null}
      {fiches.length === 0 && axe.champs.absence ? <p className="text-muted">{axe.champs.absence}</p> : null}
      <Axes parent={axe.ref} plan={plan} profondeur={profondeur + 1} />
    </section>
  )
}

function Axes({ parent, plan, profondeur }: { parent: string | null; plan: PlanVersion; profondeur: number }) {
  const axes = plan.axes.filter((axe) => axe.parent === parent)
  if (axes.length === 0) return null
  return (
    <div className={parent === null ? 'grid gap-5' : 'grid gap-4 ps-4'}>
      {axes.map((axe) => (
        <Axe key={axe.ref} axe={axe} plan={plan} profondeur={profondeur} />
      ))}
    </div>
  )
}

/** A closed version, as the plan was that day. */
export function LireVersion({ cote, plan }: { cote: CoteVersion; plan: PlanVersion }) {
  return (
    <Panneau id="lecture" titre={`Le plan dans ${cote.nom}`}>
      {plan.axes.length === 0 ? (
        <p className="text-muted">Cette version n’avait aucun axe.</p>
      ) : (
        <Axes parent={null} plan={plan} profondeur={0} />
      )}
    </Panneau>
  )
}
