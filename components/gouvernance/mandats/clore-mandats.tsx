'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { DateInput, Input, Radios } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { notify } from '@/components/ui/flottant/toast'
import { closeMandats, reopenMandats } from '@/lib/gouvernance/mandats/actions'
import type { VueCloture } from '@/lib/gouvernance/mandats/queries'
import type { Echec } from '@/lib/platform/resultat'
import { Changements, readChangements, type Changement } from './changements'
import { Depart } from './depart'
import { describeSaisie, startSaisie, toDemande, type SaisieCloture, type SaisieDeparts } from './saisie'

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

/** Fields of the request, by the name they have in the form. */
const nameErreurs = (echec: Echec<unknown>, champs: readonly string[]): ErreurDeChamp[] =>
  readErreurs(echec).map((erreur) => {
    const [, rang, champ] = /^sieges\.(\d+)\.(nom|fonction)$/.exec(erreur.champ ?? '') ?? []
    return rang === undefined ? erreur : { ...erreur, champ: `${champ}-${champs[Number(rang)] ?? ''}` }
  })

/** Ends mandates: when, why, who takes over; what will be written is said before it is. */
export function CloreMandats({ vue, base }: { vue: VueCloture; base: string }) {
  const { convention, departs, administre } = vue
  const router = useRouter()
  const [saisie, setSaisie] = useState<SaisieCloture>({ fin: '', motif: '', sansNom: 'A_DESIGNER' })
  const [saisies, setSaisies] = useState<SaisieDeparts>({})
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [changements, setChangements] = useState<Changement[]>([])
  const [enCours, start] = useTransition()
  const apercu = describeSaisie(convention, departs, saisies, saisie)

  async function annuler(cloture: number) {
    const resultat = await reopenMandats({ convention: convention.slug, cloture }).catch(() => null)
    notify(resultat?.ok ? { message: resultat.data.message } : { tone: 'bad', message: resultat?.message ?? COUPURE })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (enCours) return
    const { demande, champs } = toDemande(convention.slug, departs, saisies, saisie)
    start(async () => {
      const resultat = await closeMandats(demande).catch(() => null)
      if (resultat === null) return setErreurs([{ message: COUPURE }])
      if (!resultat.ok) {
        setChangements(resultat.tag === 'CONFLIT' ? readChangements(resultat.actuel) : [])
        return setErreurs(nameErreurs(resultat, champs))
      }
      const { cloture, message, avertissements } = resultat.data
      notify({
        message: [message, ...avertissements].join('. '),
        ...(cloture === null ? {} : { action: { label: 'Annuler', onAction: () => void annuler(cloture) } }),
      })
      router.push(`${base}/mandats`)
    })
  }

  return (
    <form className="grid gap-5" onSubmit={handleSubmit} noValidate>
      <ErrorSummary
        erreurs={erreurs}
        titre={changements.length > 0 ? 'Quelqu’un a enregistré entre-temps' : 'Rien n’est enregistré'}
      />
      {changements.length > 0 ? (
        <Changements
          changements={changements}
          onRelire={() => {
            setChangements([])
            setErreurs([])
            router.refresh()
          }}
        />
      ) : null}
      <Panneau titre="Quand et pourquoi">
        <div className="form">
          <DateInput
            name="fin"
            label="Dernier jour des mandats"
            hint="Ceux qui prennent la suite commencent le lendemain."
            value={saisie.fin}
            required
            error={readErreur(erreurs, 'fin') ?? null}
            onChange={(event) => setSaisie({ ...saisie, fin: event.target.value })}
          />
          <Input
            name="motif"
            label="Motif"
            hint="Élections municipales, départ, changement de fonction…"
            value={saisie.motif}
            required
            maxLength={1000}
            autoComplete="off"
            error={readErreur(erreurs, 'motif') ?? null}
            onChange={(event) => setSaisie({ ...saisie, motif: event.target.value })}
          />
          <Radios
            name="sansNom"
            label="Les sièges sans successeur nommé"
            value={saisie.sansNom}
            onChange={(event) =>
              setSaisie({ ...saisie, sansNom: event.target.value === 'SANS' ? 'SANS' : 'A_DESIGNER' })
            }
            options={[
              { value: 'A_DESIGNER', label: 'restent à pourvoir, la personne est à désigner' },
              { value: 'SANS', label: 'ne sont pas repris' },
            ]}
          />
        </div>
      </Panneau>
      <Panneau titre={departs.length === 1 ? 'Ses mandats et sa succession' : 'Les mandats et leur succession'}>
        <div id="champ-sieges" tabIndex={-1} className="grid gap-8">
          {departs.map((depart) => (
            <Depart
              key={depart.cle}
              depart={depart}
              saisie={saisies[depart.cle] ?? startSaisie(depart, departs.length === 1)}
              seul={departs.length === 1}
              base={base}
              administre={administre}
              erreurs={erreurs}
              onSaisie={(suite) => setSaisies({ ...saisies, [depart.cle]: suite })}
            />
          ))}
        </div>
      </Panneau>
      <Panneau titre="Ce qui sera enregistré">
        <div role="status" aria-label="Ce qui sera enregistré">
          {apercu === null ? (
            <p className="text-muted">Indiquez le dernier jour des mandats pour lire ici ce qui sera enregistré.</p>
          ) : (
            <>
              <ul className="list-disc ps-5">
                {apercu.phrases.map((phrase) => (
                  <li key={phrase}>{phrase}</li>
                ))}
              </ul>
              {apercu.avertissements.map((texte) => (
                <Notice key={texte} tone="warn" className="mt-3">
                  {texte}
                </Notice>
              ))}
            </>
          )}
        </div>
        <div className="form-actions mt-5">
          <Button type="submit" variant="primary" busy={enCours}>
            Mettre fin aux mandats
          </Button>
          <ButtonLink href={`${base}/mandats`}>Ne rien changer</ButtonLink>
        </div>
      </Panneau>
    </form>
  )
}
