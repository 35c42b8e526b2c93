'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Radios, Select } from '@/components/ui/saisie/inputs'
import { createSchema } from '@/lib/cooperation/schemas/actions/creation'
import type { PorteurPossible } from '@/lib/cooperation/schemas/types/choix'
import { computeEquilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { readErreurQuotite, readQuotite, type DeveloppementTape } from './brouillon'
import { EvolutionSaisie } from './evolution-saisie'
import { ChampsDocument, ChampsIdentite, readIdentite } from './nouveau-schema-champs'

interface NouveauSchemaProps {
  slug: string
  modeles: { id: number; libelle: string }[]
  porteurs: PorteurPossible[]
}

/** Prepares a schéma: from nothing, from the lines of another, or as an evolution. */
export function NouveauSchema(props: NouveauSchemaProps) {
  return (
    <DialogButton label="Préparer un schéma" titre="Préparer un nouveau schéma" wide>
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}

const FORMES = ['RIEN', 'PRECEDENT', 'EVOLUTION'] as const
type Forme = (typeof FORMES)[number]
const MOTS_FORME: Record<Forme, { label: string; hint: string }> = {
  RIEN: { label: 'De rien', hint: 'Les lignes s’ajoutent ensuite' },
  PRECEDENT: { label: 'D’un schéma déjà saisi', hint: 'Ses lignes et ses chiffres sont repris, puis corrigés' },
  EVOLUTION: { label: 'En évolution', hint: 'L’existant, augmenté de développements, fait le total' },
}

function Formulaire({ slug, modeles, porteurs, onFait }: NouveauSchemaProps & { onFait: () => void }) {
  const router = useRouter()
  const formes = FORMES.filter((forme) => forme !== 'PRECEDENT' || modeles.length > 0)
  const [forme, setForme] = useState<Forme>(modeles.length > 0 ? 'PRECEDENT' : 'RIEN')
  const [total, setTotal] = useState('')
  const [evolution, setEvolution] = useState<{ existant: string; developpements: DeveloppementTape[] }>({
    existant: '',
    developpements: [],
  })
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  const equilibre = computeEquilibre({
    debut: null,
    fin: null,
    etat: 'BROUILLON',
    affectations: [],
    croise: [],
    total: readQuotite(total) ?? null,
    existant: readQuotite(evolution.existant) ?? null,
    developpements: evolution.developpements.map(({ libelle, quotite }) => ({
      libelle,
      quotite: readQuotite(quotite) ?? 0,
    })),
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    start(async () => {
      const resultat = await createSchema({
        convention: slug,
        modele: forme === 'PRECEDENT' ? Number(saisie.get('modele')) || null : null,
        ...readIdentite(saisie),
        total,
        evolution:
          forme === 'EVOLUTION'
            ? {
                existant: evolution.existant,
                developpements: evolution.developpements.map(({ libelle, organisme, quotite }) => ({
                  id: null,
                  libelle,
                  organisme,
                  quotite,
                })),
              }
            : null,
      })
      if (!resultat.ok) return setErreurs(readErreurs(resultat).map(toChamp))
      onFait()
      router.push(`/conventions/${slug}/etp?schema=${resultat.data.ref}`)
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <Radios
        label="Partir"
        name="forme"
        value={forme}
        onChange={({ target }) => setForme(FORMES.find((choix) => choix === target.value) ?? 'RIEN')}
        options={formes.map((choix) => ({ value: choix, ...MOTS_FORME[choix] }))}
      />
      {forme === 'PRECEDENT' ? (
        <Select
          label="Reprendre les lignes de"
          name="modele"
          options={modeles.map(({ id, libelle }) => ({ value: String(id), label: libelle }))}
          defaultValue={String(modeles.at(-1)?.id ?? '')}
        />
      ) : null}
      <ChampsIdentite erreurs={erreurs} />
      <DecimalInput
        label="Total convenu avec la Caf"
        name="total-nouveau"
        unite="ETP"
        optional
        value={total}
        onTexte={setTotal}
        error={readErreur(erreurs, 'total-nouveau') ?? readErreurQuotite(total)}
      />
      {forme === 'EVOLUTION' ? (
        <EvolutionSaisie valeur={evolution} onChange={setEvolution} porteurs={porteurs} somme={equilibre.evolution} />
      ) : null}
      <ChampsDocument erreurs={erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Créer le brouillon
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** A field of the action, as this form names it. */
function toChamp({ champ, message }: ErreurDeChamp): ErreurDeChamp {
  const developpement = /^evolution\.developpements\.(\d+)\.(\w+)$/.exec(champ ?? '')
  if (developpement) return { champ: `developpement-${developpement[1]}-${developpement[2]}`, message }
  if (champ?.startsWith('evolution')) return { champ: 'existant', message }
  if (champ === 'total') return { champ: 'total-nouveau', message }
  return champ === undefined ? { message } : { champ, message }
}
