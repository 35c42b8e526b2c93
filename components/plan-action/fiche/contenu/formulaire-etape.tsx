'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { Button } from '@/components/ui/button'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { createEtape, updateEtape } from '@/lib/plan-action/fiche/actions/etape'
import type { ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import { LONGUEUR_TEXTE } from '@/lib/plan-action/champs/words/limites'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import type { EtapeActuelle } from '@/lib/plan-action/fiche/types/contenu'
import { formatChamp } from '@/components/plan-action/champs/valeur-champ'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'
import { ChampPeriode } from './periode'

type Saisie = Omit<EtapeActuelle, 'version'>

interface Props {
  slug: string
  fiche: number
  /** null for a new one */
  etape: (EtapeActuelle & { id: number }) | null
  /** what the next one is likely to be numbered */
  numero: string | null
  contexte: ContextePeriode
  onFini: () => void
}

const NOMS = {
  numero: 'Numéro',
  titre: 'Titre',
  periode: 'Période',
  statut: 'Statut',
  description: 'Description',
} as const

const toMots = ({ numero, titre, description, periode, statut }: Saisie): Record<keyof typeof NOMS, string> => ({
  numero: numero ?? '',
  titre,
  description: description ?? '',
  periode: formatChamp('periode', periode),
  statut: MOTS_STATUT[statut].label,
})

const pick = ({ numero, titre, description, periode, statut }: EtapeActuelle): Saisie => ({
  numero,
  titre,
  description,
  periode,
  statut,
})

/** An étape: number, title, what it is, when in words, where it stands. Both versions are shown when two people change it. */
export function FormulaireEtape({ slug, fiche, etape, numero, contexte, onFini }: Props) {
  const [saisie, setSaisie] = useState<Saisie>(
    etape
      ? pick(etape)
      : { numero, titre: '', description: null, periode: { texte: null, debut: null, fin: null }, statut: 'A_ENGAGER' },
  )
  const [version, setVersion] = useState(etape?.version ?? 0)
  const envoi = useEnvoi(updateEtape, {
    champ: (nom) => (nom.startsWith('periode') ? 'etape-mots' : nom),
    onEcrit: onFini,
  })
  const { conflit } = envoi
  const edit = (champs: Partial<Saisie>) => setSaisie((avant) => ({ ...avant, ...champs }))

  function save(sur: number) {
    const champs = {
      convention: slug,
      fiche,
      ...saisie,
      numero: saisie.numero ?? '',
      description: saisie.description ?? '',
    }
    if (etape) envoi.envoyer({ ...champs, etape: etape.id, version: sur })
    else envoi.avec(createEtape, champs)
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit ? (
        <Differences
          differences={listDifferences(NOMS, toMots(saisie), toMots(conflit))}
          onGarder={() => {
            setVersion(conflit.version)
            save(conflit.version)
          }}
          onReprendre={() => {
            setVersion(conflit.version)
            setSaisie(pick(conflit))
            envoi.oublier()
          }}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-[7rem_minmax(0,1fr)]">
        <Input
          label="Numéro"
          name="numero"
          optional
          maxLength={20}
          autoComplete="off"
          value={saisie.numero ?? ''}
          onChange={({ target }) => edit({ numero: target.value || null })}
          error={envoi.readErreur('numero')}
        />
        <Input
          label="Titre"
          name="titre"
          maxLength={500}
          autoComplete="off"
          required
          value={saisie.titre}
          onChange={({ target }) => edit({ titre: target.value })}
          error={envoi.readErreur('titre')}
        />
      </div>
      <Textarea
        label="Description"
        name="description"
        optional
        rows={4}
        maxLength={LONGUEUR_TEXTE}
        value={saisie.description ?? ''}
        onChange={({ target }) => edit({ description: target.value || null })}
        error={envoi.readErreur('description')}
      />
      <ChampPeriode
        prefixe="etape"
        valeur={saisie.periode}
        onChange={(periode) => edit({ periode })}
        contexte={contexte}
        error={envoi.readErreur('etape-mots')}
      />
      <Select
        label="Statut"
        name="statut"
        value={saisie.statut}
        error={envoi.readErreur('statut')}
        options={STATUTS.map((statut) => ({ value: statut, label: MOTS_STATUT[statut].label }))}
        onChange={({ target }) => edit({ statut: STATUTS.find((statut) => statut === target.value) ?? saisie.statut })}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {etape ? 'Enregistrer' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>{conflit ? 'Fermer sans enregistrer' : 'Annuler'}</Button>
      </div>
    </form>
  )
}
