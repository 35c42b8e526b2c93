'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/decimal-input'
import { DialogButton } from '@/components/ui/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/error-summary'
import { Input, Radios, Textarea } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/toast'
import { recordMesure } from '@/lib/plan-action/actions-mesure'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/queries-fiche-sql'
import { formatHeure } from '../heure'
import { formatMesure } from '../valeurs'

type Indicateur = Pick<IndicateurEcrit, 'id' | 'libelle' | 'nature' | 'unite'>
type Presente = Pick<MesureEcrite, 'id' | 'version' | 'valeur' | 'texte' | 'source'>

interface Props {
  indicateur: Indicateur
  slug: string
  fiche: number
  annee: number
  /** what is there for that year */
  mesure: Presente | null
}

/** Opens the form of a year’s value. */
export function SaisirMesure(props: Props) {
  const { id, libelle, nature, unite } = props.indicateur
  return (
    <DialogButton label={<>{props.mesure ? 'Corriger' : 'Saisir'} {props.annee}<span className="visually-hidden"> : {libelle}</span></>} titre={libelle} size="sm">
      {(close) => <Formulaire {...props} indicateur={{ id, libelle, nature, unite }} onFait={close} />}
    </DialogButton>
  )
}

/** The field that fits the nature of the indicator. */
function ChampValeur({ indicateur: { nature, unite }, mesure, error }: { indicateur: Indicateur; mesure: Presente | null; error?: string }) {
  if (nature === 'LIVRABLE') {
    const options = [{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Pas encore' }]
    return <Radios label="Est-ce fait ?" name="valeur" options={options} error={error} defaultValue={mesure?.valeur == null ? undefined : Number(mesure.valeur) > 0 ? 'oui' : 'non'} />
  }
  if (nature === 'QUALITATIF' || nature === 'CARTE_DOCUMENT') return <Textarea label="Ce qui est constaté" name="valeur" rows={4} error={error} defaultValue={mesure?.texte ?? ''} />
  const suffixe = nature === 'POURCENTAGE' ? '%' : nature === 'MONTANT' ? '€' : (unite ?? undefined)
  return <DecimalInput label="Valeur constatée" name="valeur" unite={suffixe} error={error} defaultValue={mesure?.valeur?.replace('.', ',') ?? ''} />
}

/** The measure somebody saved meanwhile. */
function readPresente(actuel: unknown): Presente | null {
  if (typeof actuel !== 'object' || actuel === null || !('id' in actuel) || !('version' in actuel)) return null
  const { id, version, valeur, texte, source } = actuel as Record<string, unknown>
  const mot = (champ: unknown) => (typeof champ === 'string' ? champ : null)
  return typeof id === 'number' && typeof version === 'number' ? { id, version, valeur: mot(valeur), texte: mot(texte), source: mot(source) } : null
}

function Formulaire({ indicateur, slug, fiche, annee, mesure, onFait }: Props & { onFait: () => void }) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [autre, setAutre] = useState<Presente | null>(null)
  const [envoi, start] = useTransition()
  const router = useRouter()
  const erreur = (champ: string) => erreurs.find((une) => une.champ === champ)?.message

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const base = autre ?? mesure
    start(async () => {
      const resultat = await recordMesure({
        convention: slug, fiche, indicateur: indicateur.id,
        mesure: base ? { id: base.id, version: base.version } : null,
        annee: Number(saisie.get('annee')),
        valeur: String(saisie.get('valeur') ?? ''),
        source: String(saisie.get('source') ?? ''),
      }).catch(() => null)
      if (resultat?.ok) {
        notify({ message: `${indicateur.libelle}\u00A0: enregistré à ${formatHeure(new Date())}.` })
        onFait()
        return
      }
      if (resultat?.tag === 'CONFLIT') setAutre(readPresente(resultat.actuel))
      setErreurs(resultat?.tag === 'INVALIDE' ? resultat.champs : [{ message: resultat?.message ?? 'Valeur non enregistrée. Vérifiez la connexion, puis réessayez.' }])
    })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {autre ? (
        <Notice tone="warn" titre="Valeur déjà enregistrée">
          {formatMesure(indicateur.nature, { ...autre, prevue: null }, indicateur.unite)}
          {autre.source ? `, source\u00A0: ${autre.source}` : ''}. Votre saisie est ci-dessous : enregistrez-la pour la remplacer.
        </Notice>
      ) : null}
      <Input label="Année" name="annee" type="number" min={1990} max={2100} defaultValue={annee} error={erreur('annee')} />
      <ChampValeur indicateur={indicateur} mesure={mesure} error={erreur('valeur')} />
      <Input label="Source" name="source" optional hint="D’où vient cette valeur : service, enquête, bilan…" defaultValue={mesure?.source ?? ''} error={erreur('source')} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          {autre ? 'Remplacer par ma valeur' : 'Enregistrer'}
        </Button>
        <Button
          onClick={() => {
            onFait()
            if (autre) router.refresh()
          }}
        >
          Annuler
        </Button>
      </div>
    </form>
  )
}
