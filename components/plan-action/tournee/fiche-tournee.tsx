'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { recordRevue } from '@/lib/plan-action/tournee/actions'
import type { FicheTournee } from '@/lib/plan-action/tournee/queries'
import { LONGUEUR_SUIVI } from '@/lib/plan-action/champs/words/limites'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { buildHrefFiche } from '../adresses'
import { BarreEdition, BrouillonsRetrouves } from '@/components/plan-action/champs/barre'
import { ConflitFiche } from '@/components/plan-action/champs/conflit-fiche'
import { useEdition } from '@/components/plan-action/champs/use-edition'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'

interface Props {
  fiche: FicheTournee
  /** id of the person: drafts are theirs */
  moi: number
  /** called the first time something is saved of it */
  onFaite: () => void
}

/** What is typed as a percent; null when nothing is, undefined when it is no whole number from 0 to 100. */
function readPourcent(texte: string): number | null | undefined {
  const nombre = texte.replace(/[\s%]/g, '')
  if (nombre === '') return null
  return /^\d{1,3}$/.test(nombre) && Number(nombre) <= 100 ? Number(nombre) : undefined
}

/** One fiche of the round: why it is here, and the three things one says of it. Each saves by itself. */
export function LigneTournee({ fiche, moi, onFaite }: Props) {
  const { slug, id, ref, numero, titre, raisons } = fiche
  const edition = useEdition({
    convention: slug,
    fiche: id,
    valeurs: {
      statut: fiche.statut,
      suivi: fiche.suivi,
      avancement: { valeur: fiche.avancement, motif: fiche.avancementMotif },
    },
    brouillon: { moi },
  })
  const { valeurs, erreurs } = edition
  /** what is typed as a percent and is none */
  const [illisible, setIllisible] = useState<string | null>(null)
  const [revue, setRevue] = useState(false)
  const geste = useGeste(recordRevue, { onEcrit: () => setRevue(true) })
  const [enregistree, setEnregistree] = useState(false)
  if (edition.etat.state === 'saved' && !enregistree) setEnregistree(true)
  const faite = revue || enregistree
  const tellFaite = useEffectEvent(onFaite)
  useEffect(() => {
    if (faite) tellFaite()
  }, [faite])
  const nom = numero ? `${numero} ${titre}` : titre

  function changePourcent(texte: string) {
    const valeur = readPourcent(texte)
    setIllisible(valeur === undefined ? texte : null)
    if (valeur !== undefined)
      edition.edit('avancement', { valeur, motif: valeur === null ? null : valeurs.avancement.motif }, { pause: true })
  }

  return (
    <li className="grid gap-3 border-b border-line py-5 last:border-0" aria-labelledby={`tournee-${id}`}>
      <div className="grid gap-1">
        <h2 id={`tournee-${id}`} className="text-lg">
          <Link className="link-quiet" href={buildHrefFiche(slug, ref)}>
            {numero ? <span className="text-muted">{numero} </span> : null}
            {titre}
          </Link>{' '}
          {faite ? <Badge tone="ok">à jour cette semaine</Badge> : null}
        </h2>
        <p className="text-sm text-muted">
          {fiche.nomConvention} – {fiche.progres}
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {raisons.map(({ motif, phrase, etape }) => (
            <li key={`${motif}-${etape ?? ''}`}>
              {motif === 'CONTRIBUTION' ? (
                <Link href={`${buildHrefFiche(slug, ref)}#propositions`}>{phrase}</Link>
              ) : (
                phrase
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3 md:grid-cols-[11rem_8rem_minmax(0,1fr)_auto]">
        <Select
          label={MOTS_CHAMP.statut}
          name={`statut-${id}`}
          aria-label={`${MOTS_CHAMP.statut} – ${nom}`}
          value={valeurs.statut}
          error={erreurs.statut}
          options={STATUTS.map((value) => ({ value, label: MOTS_STATUT[value].label }))}
          onChange={(event) => {
            const statut = STATUTS.find((choix) => choix === event.target.value)
            if (statut) edition.edit('statut', statut)
          }}
        />
        <Input
          label={`${MOTS_CHAMP.avancement} (%)`}
          name={`avancement-${id}`}
          inputMode="numeric"
          aria-label={`${MOTS_CHAMP.avancement} (%) – ${nom}`}
          value={illisible ?? valeurs.avancement.valeur ?? ''}
          error={illisible === null ? erreurs.avancement : 'Écrivez un nombre entier de 0 à 100.'}
          onChange={(event) => changePourcent(event.target.value)}
          onBlur={() => void edition.saveNow()}
        />
        <div className="max-md:col-span-2">
          <Textarea
            label="Où en est-on ?"
            name={`suivi-${id}`}
            aria-label={`Où en est-on ? – ${nom}`}
            rows={1}
            maxLength={LONGUEUR_SUIVI}
            value={valeurs.suivi ?? ''}
            error={erreurs.suivi}
            onChange={(event) => edition.edit('suivi', event.target.value || null)}
            onBlur={() => void edition.saveNow()}
          />
        </div>
        {/* Always there: a button that goes away under the focus loses it. */}
        <Button
          className="max-md:col-span-2 max-md:justify-self-start md:mt-7"
          aria-disabled={faite}
          busy={geste.enCours}
          onClick={faite ? undefined : () => geste.envoyer({ convention: slug, fiche: id })}
        >
          Rien de neuf<span className="visually-hidden"> pour {nom}</span>
        </Button>
      </div>
      <BrouillonsRetrouves edition={edition} />
      <ConflitFiche edition={edition} />
      <BarreEdition edition={edition} />
    </li>
  )
}
