'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Input, Radios, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import { findCourante } from '@/lib/plan-action/mesures/rules/grille'
import { formatSaisie } from '@/lib/plan-action/mesures/rules/mesure'
import { computePas, findPeriode, listPeriodes } from '@/lib/plan-action/mesures/rules/periode'
import type { MesureCourante } from '@/lib/plan-action/mesures/types/mesure'
import { formatMinuteParis } from '@/lib/platform/heures'

type Vise = Pick<
  IndicateurEcrit,
  'id' | 'libelle' | 'nature' | 'unite' | 'source' | 'frequence' | 'mesures' | 'confirmation' | 'ventiles'
>

interface Props {
  indicateur: Vise
  slug: string
  fiche: number | null
  annee: number
  /** false where another side confirms: what is typed is proposed; not known on a fiche, where the answer says it */
  confirmable?: boolean
}

/** Opens the form of one value. */
export function SaisirValeur(props: Props) {
  const { libelle } = props.indicateur
  return (
    <DialogButton
      label={
        <>
          Saisir<span className="visually-hidden"> une valeur : {libelle}</span>
        </>
      }
      titre={libelle}
      size="sm"
    >
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}

/** The field that fits what the indicator measures. */
function ChampValeur({
  indicateur: { nature, unite },
  saisie,
  error,
}: {
  indicateur: Vise
  saisie: string
  error?: string
}) {
  if (nature === 'LIVRABLE' && /^(oui|non)?$/.test(saisie)) {
    return (
      <Radios
        label="Est-ce fait ?"
        name="valeur"
        options={[
          { value: 'oui', label: 'Oui' },
          { value: 'non', label: 'Pas encore' },
        ]}
        error={error}
        defaultValue={saisie || undefined}
      />
    )
  }
  if (nature === 'QUALITATIF' || nature === 'CARTE_DOCUMENT')
    return <Textarea label="Ce qui est constaté" name="valeur" rows={4} error={error} defaultValue={saisie} />
  const aide = nature === 'PREVU_REALISE' ? 'Le réalisé, puis le prévu : 12 / 15.' : unite ? `En ${unite}.` : undefined
  return (
    <Input
      label="Valeur constatée"
      name="valeur"
      inputMode="decimal"
      autoComplete="off"
      hint={aide}
      error={error}
      defaultValue={saisie}
    />
  )
}

const findMesure = (
  { mesures, confirmation }: Vise,
  periode: string,
  ventilation: string | null,
  confirmable: boolean,
): MesureEcrite | null =>
  findCourante(
    mesures.filter((une) => une.ventilation === ventilation && findPeriode(une.debut, une.fin)?.cle === periode),
    confirmation === null || confirmable,
  )

function Formulaire({ indicateur, slug, fiche, annee, confirmable = true, onFait }: Props & { onFait: () => void }) {
  const periodes = listPeriodes({ debut: annee - 5, fin: annee }, computePas(indicateur.frequence)).reverse()
  const [periode, setPeriode] = useState(periodes[0]?.cle ?? '')
  const [ventilation, setVentilation] = useState('')
  const [proposer, setProposer] = useState(indicateur.confirmation !== null && !confirmable)
  const envoi = useEnvoi(recordMesures, {
    titre: 'Valeur non enregistrée',
    // Guarded by the value it was typed over.
    gardee: true,
    champ: (nom) => nom.split('.').at(-1),
    message: ({ cellules: [cellule] }) => {
      const fait =
        cellule?.mesure === null
          ? 'valeur retirée'
          : cellule?.mesure.etat === 'PROPOSEE'
            ? 'valeur proposée'
            : 'enregistré'
      return `${indicateur.libelle} : ${fait} à ${formatMinuteParis(new Date())}.`
    },
    onEcrit: onFait,
    onRefus: (refus) =>
      refus.tag === 'INVALIDE' && refus.champs.some(({ champ }) => champ.endsWith('motif')) && setProposer(true),
  })
  const autre = envoi.conflit?.cellules[0] ?? null
  const router = useRouter()
  const presente = findMesure(indicateur, periode, ventilation || null, confirmable)
  const base: Pick<MesureCourante, 'id' | 'version'> | null = autre ? autre.actuelle : presente

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const mot = (champ: string) => readTexte(saisie, champ)
    envoi.envoyer({
      convention: slug,
      fiche,
      motif: mot('motif'),
      cellules: [
        {
          indicateur: indicateur.id,
          ventilation: ventilation || null,
          periode,
          valeur: mot('valeur'),
          mesure: base ? { id: base.id, version: base.version } : null,
          source: mot('source'),
        },
      ],
    })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {autre ? (
        <Notice tone="warn" titre="Valeur enregistrée entre-temps">
          {autre.actuelle ? autre.actuelle.saisie : 'La valeur a été retirée'}
          {autre.auteur ? ` (${autre.auteur})` : ''}. Votre saisie est ci-dessous : enregistrez-la pour la remplacer.
        </Notice>
      ) : null}
      <Select
        label="Période"
        name="periode"
        options={periodes.map(({ cle, libelle }) => ({ value: cle, label: libelle }))}
        value={periode}
        onChange={(event) => setPeriode(event.target.value)}
      />
      {indicateur.ventiles.length > 0 ? (
        <Select
          label="Part"
          name="ventilation"
          vide="L’ensemble"
          options={indicateur.ventiles.map((part) => ({ value: part, label: part }))}
          value={ventilation}
          onChange={(event) => setVentilation(event.target.value)}
        />
      ) : null}
      <div key={`${periode} ${ventilation}`} className="grid gap-4">
        <ChampValeur
          indicateur={indicateur}
          saisie={presente ? formatSaisie(indicateur.nature, presente) : ''}
          error={envoi.readErreur('valeur')}
        />
        <Input
          label="Source"
          name="source"
          optional
          hint={
            indicateur.source
              ? `Source à citer : ${indicateur.source}`
              : 'D’où vient cette valeur : service, enquête, bilan…'
          }
          defaultValue={presente?.source ?? indicateur.source ?? ''}
          error={envoi.readErreur('source')}
        />
      </div>
      {proposer ? (
        <Textarea
          label="Raison de la proposition"
          name="motif"
          rows={2}
          hint="Cette valeur est confirmée par l’autre partie : dites-lui d’où elle vient."
          error={envoi.readErreur('motif')}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {autre ? 'Remplacer par ma valeur' : proposer ? 'Proposer' : 'Enregistrer'}
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
