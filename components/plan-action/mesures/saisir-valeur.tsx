'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Radios, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import { findCourante } from '@/lib/plan-action/mesures/rules/grille'
import { formatSaisie } from '@/lib/plan-action/mesures/rules/mesure'
import { computePas, findPeriode, listPeriodes } from '@/lib/plan-action/mesures/rules/periode'
import type { CelluleEnConflit, MesureCourante } from '@/lib/plan-action/mesures/types/mesure'
import { readConflit } from '@/components/plan-action/indicateurs/conflit'
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
          Saisir<span className="visually-hidden"> une valeur : {libelle}</span>
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
        label="Est-ce fait ?"
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
  const aide =
    nature === 'PREVU_REALISE' ? 'Le réalisé, puis le prévu\u00A0: 12 / 15.' : unite ? `En ${unite}.` : undefined
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
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [autre, setAutre] = useState<CelluleEnConflit | null>(null)
  const [proposer, setProposer] = useState(indicateur.confirmation !== null && !confirmable)
  const [envoi, start] = useTransition()
  const router = useRouter()
  const presente = findMesure(indicateur, periode, ventilation || null, confirmable)
  const base: Pick<MesureCourante, 'id' | 'version'> | null = autre ? autre.actuelle : presente

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const mot = (champ: string) => String(saisie.get(champ) ?? '')
    start(async () => {
      const resultat = await recordMesures({
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
      }).catch(() => null)
      if (resultat?.ok) {
        const retiree = resultat.data.cellules[0]?.mesure === null
        const proposee = resultat.data.cellules[0]?.mesure?.etat === 'PROPOSEE'
        notify({
          message: `${indicateur.libelle}\u00A0: ${retiree ? 'valeur retirée' : proposee ? 'valeur proposée' : 'enregistré'} à ${formatMinuteParis(new Date())}.`,
        })
        onFait()
        return
      }
      if (resultat?.tag === 'CONFLIT') setAutre(readConflit(resultat.actuel)[0] ?? null)
      const champs =
        resultat?.tag === 'INVALIDE'
          ? resultat.champs.map(({ champ, message }) => ({ champ: champ.split('.').at(-1), message }))
          : null
      if (champs?.some(({ champ }) => champ === 'motif')) setProposer(true)
      setErreurs(
        champs ?? [{ message: resultat?.message ?? 'Valeur non enregistrée. Vérifiez la connexion, puis réessayez.' }],
      )
    })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {autre ? (
        <Notice tone="warn" titre="Valeur enregistrée entre-temps">
          {autre.actuelle ? autre.actuelle.saisie : 'La valeur a été retirée'}
          {autre.auteur ? ` (${autre.auteur})` : ''}. Votre saisie est ci-dessous : enregistrez-la pour la remplacer.
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
          error={readErreur(erreurs, 'valeur')}
        />
        <Input
          label="Source"
          name="source"
          optional
          hint={
            indicateur.source
              ? `Source à citer\u00A0: ${indicateur.source}`
              : 'D’où vient cette valeur : service, enquête, bilan…'
          }
          defaultValue={presente?.source ?? indicateur.source ?? ''}
          error={readErreur(erreurs, 'source')}
        />
      </div>
      {proposer ? (
        <Textarea
          label="Raison de la proposition"
          name="motif"
          rows={2}
          hint="Cette valeur est confirmée par l’autre partie : dites-lui d’où elle vient."
          error={readErreur(erreurs, 'motif')}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
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
