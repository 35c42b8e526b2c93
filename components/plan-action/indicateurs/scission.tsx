'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId, readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { createPartiesIndicateur, removePartiesIndicateur } from '@/lib/plan-action/indicateurs/actions/scission'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import { proposeParties } from '@/lib/plan-action/indicateurs/rules/scission'
import { NATURES, type NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import { formatCompte } from '@/lib/platform/typographie'
import { MOTS_NATURE, PERIME, toOptions } from './mots'

interface Partie {
  cle: number
  libelle: string
  nature: NatureIndicateur
  unite: string
}

interface Props {
  indicateur: IndicateurEcrit
  parties: number
  slug: string
}

const readNature = (valeur: string): NatureIndicateur => NATURES.find((nature) => nature === valeur) ?? 'NOMBRE'

/** Parts to begin with: what the words seem to say, or one more measure of a line already split. */
function listDepart({ libelle, nature }: IndicateurEcrit, parties: number): Partie[] {
  if (parties > 0) return [{ cle: 0, libelle: '', nature, unite: '' }]
  const lues = proposeParties(libelle, nature).map((partie, cle) => ({ cle, ...partie, unite: partie.unite ?? '' }))
  return lues.length > 1 ? lues : [...lues, { cle: lues.length, libelle: '', nature, unite: '' }]
}

function Formulaire({ indicateur, parties: deja, slug, onFait }: Props & { onFait: () => void }) {
  const [parties, setParties] = useState(() => listDepart(indicateur, deja))
  const envoi = useEnvoi(createPartiesIndicateur, {
    champ: (nom) => (nom === 'parties' ? undefined : nom.replaceAll('.', '-')),
    conflit: PERIME,
    relire: true,
    message: `Ligne séparée en ${formatCompte(deja + parties.length, 'mesure')}. La ligne du document reste au-dessus.`,
    onEcrit: onFait,
  })
  const edit = (cle: number, champs: Partial<Partie>) =>
    setParties(parties.map((partie) => (partie.cle === cle ? { ...partie, ...champs } : partie)))
  const aDesValeurs = indicateur.mesures.length > 0

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({
      convention: slug,
      indicateur: indicateur.id,
      version: indicateur.version,
      valeursVers: readChoixId(readTexte(new FormData(event.currentTarget), 'valeursVers')),
      parties: parties.map(({ libelle, nature, unite }) => ({ libelle, nature, unite })),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <p className="text-muted">
        La ligne reste telle que le document l’écrit, et compte pour une. Corrigez ces mesures, proposées d’après ses
        mots.
      </p>
      {parties.map(({ cle, libelle, nature, unite }, rang) => (
        <fieldset key={cle} className="grid gap-2 border-t border-line pt-3">
          <legend className="field-label">Mesure {rang + 1}</legend>
          <Input
            label="Ce qui est mesuré"
            name={`parties-${rang}-libelle`}
            value={libelle}
            onChange={(event) => edit(cle, { libelle: event.target.value })}
            error={envoi.readErreur(`parties-${rang}-libelle`)}
          />
          <div className="flex flex-wrap items-end gap-2">
            <div className="w-52">
              <Select
                label="Nature"
                name={`parties-${rang}-nature`}
                options={toOptions(MOTS_NATURE)}
                value={nature}
                onChange={(event) => edit(cle, { nature: readNature(event.target.value) })}
              />
            </div>
            <div className="w-40">
              <Input
                label="Unité"
                name={`parties-${rang}-unite`}
                optional
                value={unite}
                onChange={(event) => edit(cle, { unite: event.target.value })}
              />
            </div>
            {parties.length > 1 ? (
              <Button variant="ghost" onClick={() => setParties(parties.filter((partie) => partie.cle !== cle))}>
                Retirer<span className="visually-hidden"> la mesure {rang + 1}</span>
              </Button>
            ) : null}
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="sm"
          onClick={() =>
            setParties([
              ...parties,
              {
                cle: Math.max(...parties.map(({ cle }) => cle)) + 1,
                libelle: '',
                nature: indicateur.nature,
                unite: '',
              },
            ])
          }
        >
          Ajouter une mesure
        </Button>
      </div>
      {aDesValeurs ? (
        <Select
          label="Les valeurs déjà saisies vont à"
          name="valeursVers"
          vide="Choisir…"
          options={parties.map(({ libelle }, rang) => ({
            value: String(rang),
            label: libelle || `Mesure ${rang + 1}`,
          }))}
          error={envoi.readErreur('valeursVers')}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {deja > 0 ? 'Ajouter à la ligne' : `Séparer en ${formatCompte(parties.length, 'mesure')}`}
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** Splits a line into its measures, or makes it whole again. */
export function Scission(props: Props) {
  const { indicateur, parties, slug } = props
  const reunion = useGeste(removePartiesIndicateur, { message: 'La ligne est à nouveau d’un seul tenant.' })
  return (
    <>
      <DialogButton
        label={parties > 0 ? 'Ajouter une mesure à la ligne' : 'Séparer en plusieurs mesures'}
        titre={indicateur.libelle}
        tiroir
      >
        {(close) => <Formulaire {...props} onFait={close} />}
      </DialogButton>
      {parties > 0 ? (
        <Button
          busy={reunion.enCours}
          onClick={() => reunion.envoyer({ convention: slug, indicateur: indicateur.id, version: indicateur.version })}
        >
          Réunir la ligne
        </Button>
      ) : null}
    </>
  )
}
