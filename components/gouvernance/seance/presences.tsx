'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { SaveStatus } from '@/components/ui/saisie/save-status'
import { computeQuorum, formatPresences, type EtatPresence, type Quorum } from '@/lib/gouvernance/seance/rules/quorum'
import { ETATS_PRESENCE } from '@/lib/gouvernance/seance/words'
import type { PresenceMembre, VuePageReunion } from '@/lib/gouvernance/seance/types/reunion'
import { MOTS_VOIX } from '@/lib/gouvernance/instances/words'
import { PRESENCES } from './mots-reunion'
import { usePresences, type Presence } from './use-presences'

/** Who sits there, as people call them. */
function Membre({ membre: { libelle, fonction, personne, suppleant, voix, horsMandat } }: { membre: PresenceMembre }) {
  const siege = [personne !== null && personne !== libelle ? libelle : null, fonction].filter(Boolean).join(', ')
  const precisions = [
    voix === 'NON_PRECISEE' ? null : `voix ${MOTS_VOIX[voix]}`,
    suppleant ? `suppléance : ${suppleant}` : null,
  ].filter(Boolean)
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-semibold">{personne ?? libelle}</p>
      {siege ? <p className="text-sm text-muted">{siege}</p> : null}
      {precisions.length > 0 ? <p className="text-sm text-muted">{precisions.join(' · ')}</p> : null}
      {horsMandat ? <p className="text-sm text-muted">Son mandat ne couvre pas le jour de la réunion.</p> : null}
    </div>
  )
}

/** What was recorded, in words. */
function Dite({ presence: { etat, representant } }: { presence: Presence }) {
  if (etat === null) return <span className="text-muted">Non relevée</span>
  const { mots, tone } = PRESENCES[etat]
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{mots}</Badge>
      {representant ? <span className="text-sm">par {representant}</span> : null}
    </span>
  )
}

interface SaisieProps {
  membre: PresenceMembre
  presence: Presence
  onChange: (presence: Presence) => void
}

/** Who took the seat: saved when one leaves the field. */
function Representant({ membre, presence, onChange }: SaisieProps) {
  const [nom, setNom] = useState(presence.representant ?? '')
  const propre = nom.trim() === '' ? null : nom.trim()
  return (
    <Input
      name={`representant-${membre.membre}`}
      label={
        <>
          Représenté par<span className="visually-hidden"> : {membre.personne ?? membre.libelle}</span>
        </>
      }
      optional
      maxLength={200}
      value={nom}
      onChange={(event) => setNom(event.target.value)}
      onBlur={() => {
        if (propre !== presence.representant) onChange({ etat: 'REPRESENTE', representant: propre })
      }}
    />
  )
}

function Saisie({ membre, presence, onChange }: SaisieProps) {
  const nom = `presence-${membre.membre}`
  function handleChoix(etat: EtatPresence) {
    onChange({ etat, representant: etat === 'REPRESENTE' ? (presence.representant ?? membre.suppleant) : null })
  }
  return (
    <div className="no-print grid gap-2">
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="visually-hidden">Présence : {membre.personne ?? membre.libelle}</legend>
        {ETATS_PRESENCE.map((etat) => (
          <div key={etat} className="choice">
            <input
              type="radio"
              id={`${nom}-${etat}`}
              name={nom}
              value={etat}
              checked={presence.etat === etat}
              disabled={membre.horsMandat}
              onChange={() => handleChoix(etat)}
            />
            <label htmlFor={`${nom}-${etat}`}>{PRESENCES[etat].mots}</label>
          </div>
        ))}
        {presence.etat !== null ? (
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Effacer la présence : ${membre.personne ?? membre.libelle}`}
            onClick={() => onChange({ etat: null, representant: null })}
          >
            Effacer
          </Button>
        ) : null}
      </fieldset>
      {presence.etat === 'REPRESENTE' ? <Representant membre={membre} presence={presence} onChange={onChange} /> : null}
    </div>
  )
}

function EtatQuorum({ quorum, source }: { quorum: Quorum; source: string | null }) {
  const citation = source ? <p className="text-sm text-muted">« {source} »</p> : null
  if (quorum.atteint === null)
    return (
      <div>
        <p className="text-muted">{quorum.phrase}</p>
        {citation}
      </div>
    )
  return (
    <Notice tone={quorum.atteint ? 'ok' : 'warn'} role="status">
      <p>{quorum.phrase}</p>
      {citation}
    </Notice>
  )
}

/** Who was there, side by side, and the quorum where the convention sets one. */
export function Presences({ vue }: { vue: VuePageReunion }) {
  const { convention, reunion, instance, presences, peutEcrire, lectureSeule } = vue
  const modifiable = peutEcrire && lectureSeule === null
  const { etat, record, read, reessayer } = usePresences(convention.slug, reunion.id)
  const lire = (membre: PresenceMembre) => ({ voix: membre.voix, etat: read(membre).etat })
  const tous = presences.colleges.flatMap(({ membres }) => membres)
  const relevees = tous.some((membre) => read(membre).etat !== null)
  if (presences.vide === null && !modifiable && !relevees && reunion.date <= convention.today) {
    return (
      <Panneau titre="Présences" id="presences">
        <p className="text-muted">Les présences n’ont pas été relevées.</p>
      </Panneau>
    )
  }
  if (presences.vide !== null) {
    return (
      <Panneau titre="Présences" id="presences">
        <p className="text-muted">{presences.vide}</p>
        {peutEcrire ? (
          <p className="no-print mt-2">
            <Link className="link" href={`/conventions/${convention.slug}/gouvernance/${instance.ref}`}>
              Voir la composition de l’instance
            </Link>
          </p>
        ) : null}
      </Panneau>
    )
  }
  return (
    <Panneau
      titre="Présences"
      id="presences"
      sousTitre={formatPresences(tous.map(lire))}
      actions={
        modifiable ? (
          <>
            <SaveStatus {...etat} />
            {reessayer ? (
              <Button size="sm" onClick={reessayer}>
                Réessayer
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <div className="grid gap-5">
        <EtatQuorum quorum={computeQuorum(presences.quorum.requis, tous.map(lire))} source={presences.quorumSource} />
        {presences.colleges.map((college) => (
          <section key={college.cle} aria-labelledby={`college-${college.cle}`}>
            <h3 id={`college-${college.cle}`} className="text-base">
              {college.nom}
            </h3>
            <p className="mb-2 text-sm text-muted">{formatPresences(college.membres.map(lire))}</p>
            <ul className="rows">
              {college.membres.map((membre) => (
                <li key={membre.membre} className="flex flex-wrap items-start gap-x-6 gap-y-2">
                  <Membre membre={membre} />
                  {modifiable ? (
                    <Saisie membre={membre} presence={read(membre)} onChange={(presence) => record(membre, presence)} />
                  ) : null}
                  {relevees ? (
                    <div className={modifiable ? 'print-only' : undefined}>
                      <Dite presence={read(membre)} />
                    </div>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panneau>
  )
}
