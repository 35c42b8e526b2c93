'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Checkbox, Input, Radios } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th } from '@/components/ui/table'
import { updateNumerotation } from '@/lib/plan-action/arbre/actions/plan'
import { computeNumeros, listDoublons, type ChangementNumero } from '@/lib/plan-action/arbre/rules/numerotation'
import { NUMEROTATIONS, type Numerotation } from '@/lib/plan-action/arbre/words'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { ENVOI_ARBRE, NOMS_NUMEROTATION } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

function Apercu({ changements }: { changements: ChangementNumero[] }) {
  if (changements.length === 0) return <p>Aucun numéro ne change.</p>
  return (
    <Table caption="Les numéros qui changent" captionVisible dense scroll="Numéros qui changent">
      <thead>
        <tr>
          <Th>Avant</Th>
          <Th>Après</Th>
          <Th>Titre</Th>
        </tr>
      </thead>
      <tbody>
        {changements.map(({ objet, id, titre, avant, apres }) => (
          <tr key={`${objet}-${id}`}>
            <Td>{avant ?? 'aucun'}</Td>
            <Td>{apres ?? 'aucun'}</Td>
            <Td>{titre}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Chooses the scheme of the numbers and shows what it changes, before anything is written. */
export function Numeroter({ slug, etat, onFini }: { slug: string; etat: EtatArbre; onFini: () => void }) {
  const { reglages } = etat.arbre
  const [numerotation, setNumerotation] = useState<Numerotation>(reglages.numerotation)
  const [prefixe, setPrefixe] = useState(reglages.prefixe ?? '')
  const [axes, setAxes] = useState(false)
  const envoi = useEnvoi(etat.surPlan(updateNumerotation), { ...ENVOI_ARBRE, gardee: true, onEcrit: onFini })
  const numerote = numerotation === 'PAR_AXE' || numerotation === 'CONTINUE'
  const choix = {
    numerotation,
    prefixe: numerote ? prefixe.trim() || null : null,
    axes: numerotation !== 'LIBRE' && axes,
  }
  const changements = computeNumeros(etat.arbre, choix)
  const doublons = listDoublons(etat.arbre, changements)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({ convention: slug, ...choix, prefixe: choix.prefixe ?? '' })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Radios
        name="numerotation"
        label="Comment les fiches sont-elles numérotées ?"
        value={numerotation}
        error={envoi.readErreur('numerotation')}
        options={NUMEROTATIONS.map((cle) => ({
          value: cle,
          label: NOMS_NUMEROTATION[cle].mots,
          hint: NOMS_NUMEROTATION[cle].aide,
        }))}
        onChange={(event) => setNumerotation(event.target.value as Numerotation)}
      />
      {numerote ? (
        <Input
          name="prefixe"
          label="Devant le numéro"
          optional
          hint="« FA » donne FA 1.1."
          autoComplete="off"
          value={prefixe}
          error={envoi.readErreur('prefixe')}
          onChange={(event) => setPrefixe(event.target.value)}
        />
      ) : null}
      {numerotation !== 'LIBRE' ? (
        <Checkbox
          name="axes"
          label="Numéroter aussi les axes, selon leur place"
          checked={axes}
          onChange={(event) => setAxes(event.target.checked)}
        />
      ) : null}
      <div role="status" className="grid gap-3">
        <Apercu changements={changements} />
        {doublons.length > 0 ? (
          <Notice tone="warn">{`Un même numéro sert plusieurs fois : ${formatListe(doublons.slice(0, 10))}.`}</Notice>
        ) : null}
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {changements.length === 0
            ? 'Garder cette numérotation'
            : `Changer ${formatCompte(changements.length, 'numéro')}`}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
