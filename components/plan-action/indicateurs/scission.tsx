'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { createPartiesIndicateur, removePartiesIndicateur } from '@/lib/plan-action/indicateurs/actions/scission'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import { proposeParties } from '@/lib/plan-action/indicateurs/rules/scission'
import { NATURES, type NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import { formatCompte } from '@/lib/platform/typographie'
import { MOTS_NATURE, toOptions } from './mots'

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

const PERDU = 'Non enregistré. Vérifiez la connexion, puis réessayez.'
const readNature = (valeur: string): NatureIndicateur => NATURES.find((nature) => nature === valeur) ?? 'NOMBRE'

/** Parts to begin with: what the words seem to say, or one more measure of a line already split. */
function listDepart({ libelle, nature }: IndicateurEcrit, parties: number): Partie[] {
  if (parties > 0) return [{ cle: 0, libelle: '', nature, unite: '' }]
  const lues = proposeParties(libelle, nature).map((partie, cle) => ({ cle, ...partie, unite: partie.unite ?? '' }))
  return lues.length > 1 ? lues : [...lues, { cle: lues.length, libelle: '', nature, unite: '' }]
}

function Formulaire({ indicateur, parties: deja, slug, onFait }: Props & { onFait: () => void }) {
  const [parties, setParties] = useState(() => listDepart(indicateur, deja))
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  const edit = (cle: number, champs: Partial<Partie>) =>
    setParties(parties.map((partie) => (partie.cle === cle ? { ...partie, ...champs } : partie)))
  const aDesValeurs = indicateur.mesures.length > 0

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const vers = String(new FormData(event.currentTarget).get('valeursVers') ?? '')
    start(async () => {
      const resultat = await createPartiesIndicateur({
        convention: slug,
        indicateur: indicateur.id,
        version: indicateur.version,
        valeursVers: vers === '' ? null : Number(vers),
        parties: parties.map(({ libelle, nature, unite }) => ({ libelle, nature, unite })),
      }).catch(() => null)
      if (!resultat?.ok) {
        setErreurs(
          resultat
            ? readErreurs(resultat).map(({ champ, message }) => ({ champ: champ?.replaceAll('.', '-'), message }))
            : [{ message: PERDU }],
        )
        return
      }
      notify({
        message: `Ligne séparée en ${formatCompte(deja + parties.length, 'mesure')}. La ligne du document reste au-dessus.`,
      })
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
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
            error={readErreur(erreurs, `parties-${rang}-libelle`)}
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
          error={readErreur(erreurs, 'valeursVers')}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
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
  const [envoi, start] = useTransition()
  function merge() {
    start(async () => {
      const resultat = await removePartiesIndicateur({
        convention: slug,
        indicateur: indicateur.id,
        version: indicateur.version,
      }).catch(() => null)
      notify(
        resultat?.ok
          ? { message: 'La ligne est à nouveau d’un seul tenant.' }
          : { tone: 'bad', message: resultat?.message ?? PERDU },
      )
    })
  }
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
        <Button busy={envoi} onClick={merge}>
          Réunir la ligne
        </Button>
      ) : null}
    </>
  )
}
