'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button, ButtonLink } from '@/components/ui/button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { DateInput, Input, Radios } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { notify } from '@/components/ui/flottant/toast'
import { closeMandats, reopenMandats } from '@/lib/gouvernance/mandats/actions'
import type { VueCloture } from '@/lib/gouvernance/mandats/queries'
import type { ErreurChamp } from '@/lib/platform/resultat'
import { Changements } from './changements'
import { Depart } from './depart'
import { describeSaisie, startSaisie, toDemande, type SaisieCloture, type SaisieDeparts } from './saisie'

/** Fields of the request, by the name they have in the form. */
const nameErreurs = (erreurs: readonly ErreurChamp[], champs: readonly string[]): ErreurDeChamp[] =>
  erreurs.map((erreur) => {
    const [, rang, champ] = /^sieges\.(\d+)\.(nom|fonction)$/.exec(erreur.champ) ?? []
    return rang === undefined ? erreur : { ...erreur, champ: `${champ}-${champs[Number(rang)] ?? ''}` }
  })

/** Ends mandates: when, why, who takes over; what will be written is said before it is. */
export function CloreMandats({ vue, base }: { vue: VueCloture; base: string }) {
  const { convention, departs, administre } = vue
  const router = useRouter()
  const [saisie, setSaisie] = useState<SaisieCloture>({ fin: '', motif: '', sansNom: 'A_DESIGNER' })
  const [saisies, setSaisies] = useState<SaisieDeparts>({})
  const annulation = useGeste(reopenMandats)
  const envoi = useEnvoi(closeMandats, { titreChamps: 'Rien n’est enregistré' })
  const { erreurs } = envoi
  const apercu = describeSaisie(convention, departs, saisies, saisie)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { demande, champs } = toDemande(convention.slug, departs, saisies, saisie)
    envoi.envoyer(demande, {
      nommer: (refusees) => nameErreurs(refusees, champs),
      message: null,
      onEcrit: ({ cloture, message, avertissements }) => {
        notify({
          message: [message, ...avertissements].join('. '),
          ...(cloture === null
            ? {}
            : {
                action: {
                  label: 'Annuler',
                  onAction: () => annulation.envoyer({ convention: convention.slug, cloture }),
                },
              }),
        })
        router.push(`${base}/mandats`)
      },
    })
  }

  return (
    <form className="grid gap-5" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {envoi.conflit ? (
        <Changements
          changements={envoi.conflit.changements}
          onRelire={() => {
            envoi.oublier()
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
            error={envoi.readErreur('fin') ?? null}
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
            error={envoi.readErreur('motif') ?? null}
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
          <Button type="submit" variant="primary" busy={envoi.enCours}>
            Mettre fin aux mandats
          </Button>
          <ButtonLink href={`${base}/mandats`}>Ne rien changer</ButtonLink>
        </div>
      </Panneau>
    </form>
  )
}
