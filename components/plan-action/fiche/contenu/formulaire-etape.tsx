'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { useEnvoi } from '@/components/gouvernance/instances/use-envoi'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
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

function isEtapeActuelle(valeur: unknown): valeur is EtapeActuelle {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'version' in valeur &&
    typeof valeur.version === 'number' &&
    'titre' in valeur &&
    'periode' in valeur
  )
}

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
  const { refus, enCours, envoyer, oublier } = useEnvoi(isEtapeActuelle)
  const { conflit } = refus
  const edit = (champs: Partial<Saisie>) => setSaisie((avant) => ({ ...avant, ...champs }))
  const erreur = (champ: string) => readErreur(refus.erreurs, champ)

  function save(sur: number) {
    const champs = {
      convention: slug,
      fiche,
      ...saisie,
      numero: saisie.numero ?? '',
      description: saisie.description ?? '',
    }
    envoyer<{ message: string }>({
      version: sur,
      ecrire: (lue) => (etape ? updateEtape({ ...champs, etape: etape.id, version: lue }) : createEtape(champs)),
      onFini,
    })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary
        erreurs={refus.erreurs.map(({ champ, message }) => ({
          champ: champ?.startsWith('periode') ? 'etape-mots' : champ,
          message,
        }))}
        titre={refus.titre}
      />
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
            oublier()
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
          error={erreur('numero')}
        />
        <Input
          label="Titre"
          name="titre"
          maxLength={500}
          autoComplete="off"
          required
          value={saisie.titre}
          onChange={({ target }) => edit({ titre: target.value })}
          error={erreur('titre')}
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
        error={erreur('description')}
      />
      <ChampPeriode
        prefixe="etape"
        valeur={saisie.periode}
        onChange={(periode) => edit({ periode })}
        contexte={contexte}
        error={erreur('periode.fin') ?? erreur('periode')}
      />
      <Select
        label="Statut"
        name="statut"
        value={saisie.statut}
        error={erreur('statut')}
        options={STATUTS.map((statut) => ({ value: statut, label: MOTS_STATUT[statut].label }))}
        onChange={({ target }) => edit({ statut: STATUTS.find((statut) => statut === target.value) ?? saisie.statut })}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {etape ? 'Enregistrer' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>{conflit ? 'Fermer sans enregistrer' : 'Annuler'}</Button>
      </div>
    </form>
  )
}
