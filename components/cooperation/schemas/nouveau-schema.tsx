'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId, readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Radios, Select } from '@/components/ui/saisie/inputs'
import { createSchema } from '@/lib/cooperation/schemas/actions/creation'
import type { PorteurPossible } from '@/lib/cooperation/schemas/types/choix'
import { computeEquilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatNomTotal } from '@/lib/cooperation/schemas/words'
import { findChampEvolution, readErreurQuotite, readQuotite, type DeveloppementTape } from './brouillon'
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
  const envoi = useEnvoi(createSchema, {
    champ: (nom) => (nom === 'total' ? 'total-nouveau' : (findChampEvolution(nom) ?? nom)),
    onEcrit: ({ ref }) => {
      onFait()
      router.push(`/conventions/${slug}/etp?schema=${ref}`)
    },
  })
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
    envoi.envoyer({
      convention: slug,
      modele: forme === 'PRECEDENT' ? readChoixId(readTexte(saisie, 'modele')) : null,
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
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
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
      <ChampsIdentite erreurs={envoi.erreurs} />
      <DecimalInput
        label={formatNomTotal('BROUILLON')}
        name="total-nouveau"
        unite="ETP"
        optional
        value={total}
        onTexte={setTotal}
        error={envoi.readErreur('total-nouveau') ?? readErreurQuotite(total)}
      />
      {forme === 'EVOLUTION' ? (
        <EvolutionSaisie valeur={evolution} onChange={setEvolution} porteurs={porteurs} somme={equilibre.evolution} />
      ) : null}
      <ChampsDocument erreurs={envoi.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Créer le brouillon
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}
