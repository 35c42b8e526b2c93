'use client'

import type { ReactNode } from 'react'
import { Checkbox, DateInput, Input, Select } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { isDateCivile } from '@/lib/platform/dates'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'
import { SectionChamps } from '@/components/plan-action/champs/section-champs'

interface Props {
  /** may change its number and its title */
  coordonne: boolean
  children: ReactNode
}

const CHAMPS = ['numero', 'titre', 'titreCourt', 'redaction'] as const

/** A fiche announced and not yet written: why, until when, and the avenant that is to bring it. */
function Redaction() {
  const { edition, noms } = useFicheEditable()
  const { redaction } = edition.valeurs
  const { avenants = [] } = noms
  const change = (partie: Partial<typeof redaction>, pause = false) =>
    edition.edit('redaction', { ...redaction, ...partie }, { pause })
  return (
    <fieldset className="grid gap-3">
      <legend className="visually-hidden">Rédaction de la fiche</legend>
      <Checkbox
        label="Fiche annoncée, encore à rédiger"
        name="aRediger"
        checked={redaction.aRediger}
        onChange={(event) => change({ aRediger: event.target.checked })}
        error={edition.erreurs.redaction}
      />
      {redaction.aRediger ? (
        <div className="grid gap-3 sm:grid-cols-2" onBlur={() => void edition.saveNow()}>
          <Input
            label="Pourquoi"
            name="redactionMotif"
            optional
            maxLength={500}
            value={redaction.motif ?? ''}
            onChange={(event) => change({ motif: event.target.value }, true)}
          />
          <DateInput
            label="À rédiger pour le"
            name="redactionEcheance"
            optional
            defaultValue={redaction.echeance ?? ''}
            key={redaction.echeance}
            onBlur={({ target: { value } }) => {
              if (value === '' || isDateCivile(value)) change({ echeance: value || null })
            }}
          />
          {avenants.length > 0 ? (
            <Select
              label="Avenant qui l’apportera"
              name="redactionAvenant"
              optional
              vide="Aucun"
              options={avenants.map(({ id, nom }) => ({ value: String(id), label: nom }))}
              value={redaction.avenant === null ? '' : String(redaction.avenant)}
              onChange={({ target: { value } }) => change({ avenant: value ? Number(value) : null })}
            />
          ) : null}
        </div>
      ) : null}
    </fieldset>
  )
}

/** What a fiche is called, and whether it is written: edited under the title. */
export function Identite({ coordonne, children }: Props) {
  const { edition } = useFicheEditable()
  const { valeurs, erreurs } = edition
  const handleBlur = () => void edition.saveNow()
  return (
    <SectionChamps
      titre="Titre et rédaction"
      verbe={coordonne ? 'Modifier le titre' : 'Modifier le titre court'}
      champs={CHAMPS}
      lecture={children}
    >
      {coordonne ? (
        <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <Input
            label={MOTS_CHAMP.numero}
            name="numero"
            optional
            maxLength={20}
            value={valeurs.numero ?? ''}
            onChange={(event) => edition.edit('numero', event.target.value)}
            onBlur={handleBlur}
            error={erreurs.numero}
          />
          <Input
            label={MOTS_CHAMP.titre}
            name="titre"
            maxLength={500}
            value={valeurs.titre}
            onChange={(event) => edition.edit('titre', event.target.value)}
            onBlur={handleBlur}
            error={erreurs.titre}
          />
        </div>
      ) : null}
      <Input
        label={MOTS_CHAMP.titreCourt}
        name="titreCourt"
        optional
        maxLength={300}
        value={valeurs.titreCourt ?? ''}
        onChange={(event) => edition.edit('titreCourt', event.target.value)}
        onBlur={handleBlur}
        error={erreurs.titreCourt}
      />
      <Redaction />
    </SectionChamps>
  )
}
