'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Select } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { createIndicateur, removeIndicateur, updateIndicateur } from '@/lib/plan-action/indicateurs/actions/indicateur'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { VueNouvelIndicateur } from '@/lib/plan-action/indicateurs/queries'
import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import type { ConflitIndicateur } from '@/lib/plan-action/indicateurs/types'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { Echec } from '@/lib/platform/resultat'
import { buildHrefIndicateur } from './adresses'
import { FormulaireDefinition } from './formulaire-definition'
import { DEFINITION_VIDE, readChamp } from './saisie-definition'

const PERDU = 'Non enregistré. Vérifiez la connexion, puis réessayez.'

function readRefus(echec: Echec | null): ErreurDeChamp[] {
  if (echec?.tag !== 'INVALIDE') return [{ message: echec?.message ?? PERDU }]
  return echec.champs.map(({ champ, message }) => ({ champ: readChamp(champ), message }))
}

const isConflit = (actuel: unknown): actuel is ConflitIndicateur =>
  typeof actuel === 'object' && actuel !== null && 'version' in actuel && 'definition' in actuel

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
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [autre, setAutre] = useState<ConflitIndicateur | null>(null)
  const [envoi, start] = useTransition()
  const router = useRouter()

  function send(definition: SaisieIndicateur) {
    start(async () => {
      const resultat = await updateIndicateur({
        convention: slug,
        indicateur: indicateur.id,
        version: autre?.version ?? indicateur.version,
        definition,
      }).catch(() => null)
      if (resultat?.ok) {
        notify({ message: `Définition enregistrée à ${formatMinuteParis(new Date())}.` })
        onFait()
        return
      }
      if (resultat?.tag === 'CONFLIT' && isConflit(resultat.actuel)) setAutre(resultat.actuel)
      setErreurs(readRefus(resultat))
    })
  }
  function remove() {
    start(async () => {
      const resultat = await removeIndicateur({
        convention: slug,
        indicateur: indicateur.id,
        version: autre?.version ?? indicateur.version,
      }).catch(() => null)
      if (!resultat?.ok) return setErreurs(readRefus(resultat))
      notify({ message: 'Indicateur retiré.' })
      router.push(`/conventions/${slug}/indicateurs`)
    })
  }
  return (
    <FormulaireDefinition
      definition={indicateur}
      communes={communes}
      erreurs={erreurs}
      autre={autre?.definition ?? null}
      envoi={envoi}
      bouton="Enregistrer la définition"
      onEnvoi={send}
      actions={
        <>
          <Button onClick={onFait}>Annuler</Button>
          <Button variant="danger" onClick={remove}>
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
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  const router = useRouter()
  const etapes = vue.etapes.filter((etape) => String(etape.fiche) === fiche)
  const nommer = ({ numero, titre }: { numero: string | null; titre: string }) =>
    [numero, titre].filter(Boolean).join(' ')

  function send(definition: SaisieIndicateur, form: FormData) {
    const etape = Number(form.get('etape')) || null
    start(async () => {
      const resultat = await createIndicateur({
        convention: slug,
        ficheVisee: Number(fiche) || null,
        etape,
        definition,
      }).catch(() => null)
      if (!resultat?.ok) return setErreurs(readRefus(resultat))
      notify({ message: 'Indicateur ajouté.' })
      router.push(buildHrefIndicateur(slug, resultat.data.ref))
    })
  }
  return (
    <FormulaireDefinition
      definition={DEFINITION_VIDE}
      communes={vue.communes}
      erreurs={erreurs}
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
