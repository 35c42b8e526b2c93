'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Select } from '@/components/ui/saisie/inputs'
import { createIndicateur, removeIndicateur, updateIndicateur } from '@/lib/plan-action/indicateurs/actions/indicateur'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { VueNouvelIndicateur } from '@/lib/plan-action/indicateurs/queries'
import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import { formatMinuteParis } from '@/lib/platform/heures'
import { buildHrefIndicateur } from './adresses'
import { FormulaireDefinition } from './formulaire-definition'
import { DEFINITION_VIDE, readChamp } from './saisie-definition'

/** Changes what an indicator is; what somebody else saved meanwhile is shown. */
function Modification({
  indicateur,
  communes,
  slug,
  onFait,
}: {
  indicateur: IndicateurEcrit
  communes: string[]
  slug: string
  onFait: () => void
}) {
  const router = useRouter()
  const envoi = useEnvoi(updateIndicateur, {
    champ: readChamp,
    message: () => `Définition enregistrée à ${formatMinuteParis(new Date())}.`,
    onEcrit: onFait,
  })
  const version = envoi.conflit?.version ?? indicateur.version
  return (
    <FormulaireDefinition
      definition={indicateur}
      communes={communes}
      autre={envoi.conflit?.definition ?? null}
      envoi={envoi}
      bouton="Enregistrer la définition"
      onEnvoi={(definition) => envoi.envoyer({ convention: slug, indicateur: indicateur.id, version, definition })}
      actions={
        <>
          <Button onClick={onFait}>Annuler</Button>
          <Button
            variant="danger"
            onClick={() =>
              envoi.avec(
                removeIndicateur,
                { convention: slug, indicateur: indicateur.id, version },
                {
                  message: 'Indicateur retiré.',
                  onEcrit: () => router.push(`/conventions/${slug}/indicateurs`),
                },
              )
            }
          >
            Retirer l’indicateur
          </Button>
        </>
      }
    />
  )
}

/** Opens the definition at the side of the page. */
export function ModifierDefinition(props: { indicateur: IndicateurEcrit; communes: string[]; slug: string }) {
  return (
    <DialogButton label="Modifier la définition" titre="Définition de l’indicateur" tiroir>
      {(close) => <Modification {...props} onFait={close} />}
    </DialogButton>
  )
}

/** A new indicator: on a fiche, one of its étapes, or the convention itself. */
export function NouvelIndicateur({ vue, slug }: { vue: VueNouvelIndicateur; slug: string }) {
  const [fiche, setFiche] = useState(vue.fiche === null ? '' : String(vue.fiche))
  const router = useRouter()
  const etapes = vue.etapes.filter((etape) => String(etape.fiche) === fiche)
  const nommer = ({ numero, titre }: { numero: string | null; titre: string }) =>
    [numero, titre].filter(Boolean).join(' ')

  const envoi = useEnvoi(createIndicateur, {
    champ: readChamp,
    message: 'Indicateur ajouté.',
    onEcrit: ({ ref }) => router.push(buildHrefIndicateur(slug, ref)),
  })
  function send(definition: SaisieIndicateur, form: FormData) {
    envoi.envoyer({
      convention: slug,
      ficheVisee: Number(fiche) || null,
      etape: Number(form.get('etape')) || null,
      definition,
    })
  }
  return (
    <FormulaireDefinition
      definition={DEFINITION_VIDE}
      communes={vue.communes}
      autre={null}
      envoi={envoi}
      bouton="Ajouter l’indicateur"
      onEnvoi={send}
    >
      <Select
        label="Il suit"
        name="fiche"
        vide="La convention dans son ensemble"
        options={vue.fiches.map((une) => ({ value: String(une.id), label: nommer(une) }))}
        value={fiche}
        onChange={(event) => setFiche(event.target.value)}
      />
      {etapes.length > 0 ? (
        <Select
          key={fiche}
          label="Plus précisément"
          name="etape"
          vide="Toute la fiche"
          options={etapes.map((une) => ({ value: String(une.id), label: nommer(une) }))}
          defaultValue={vue.etape === null ? '' : String(vue.etape)}
        />
      ) : null}
    </FormulaireDefinition>
  )
}
