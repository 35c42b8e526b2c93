'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { createRegle, updateRegle } from '@/lib/gouvernance/frequence/actions/regle'
import { parseRegle, toSaisieRegle, type SaisieRegle } from '@/lib/gouvernance/frequence/rules/regle'
import { formatLecture } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import { formatRegle } from '@/lib/gouvernance/frequence/rules/phrases'
import { formatApplication } from '@/lib/gouvernance/frequence/rules/succession'
import type { InstanceActuelle, VueEditionInstance, VueRegle } from '@/lib/gouvernance/instances/types/edition'
import { ApercuRegle, useApercuRegle } from './apercu-regle'
import { ChampsRegle } from './champs-regle'
import { Differences } from '@/components/gouvernance/instances/differences'
import type { Versions } from '@/components/gouvernance/instances/use-versions'

/** What the form does: a first rule, another one from a day on, or a rule read again. */
export type Geste =
  | { type: 'PREMIERE' }
  | { type: 'CHANGER'; depuis: VueRegle | null }
  | { type: 'CORRIGER'; regle: VueRegle }

interface Dates {
  aPartirDu: string
  debutRegle: string
  finRegle: string
}

const formatRegles = (regles: InstanceActuelle['regles']): string =>
  regles.map((regle) => `${formatRegle(regle)} (${formatApplication(regle)})`).join('\n')

/** What the sentence reads, while it is worded. */
function Lecture({ saisie, convention }: { saisie: SaisieRegle; convention: VueEditionInstance['convention'] }) {
  const lue = parseRegle(saisie, convention)
  return (
    <div role="status" aria-label="Lecture de la règle">
      <Notice tone="info" titre="La règle se lit">
        {lue.ok ? formatLecture(lue.termes) : 'Complétez-la pour la relire.'}
      </Notice>
    </div>
  )
}

export interface FormulaireRegleProps {
  vue: VueEditionInstance
  geste: Geste
  versions: Versions
  onFini: () => void
  /** Absent for the first rule: there is nothing to come back to. */
  onAnnuler?: () => void
}

/** Words a rule of frequency, reads it back, and shows what it would change before it is saved. */
export function FormulaireRegle({ vue, geste, versions, onFini, onAnnuler }: FormulaireRegleProps) {
  const { convention, instance } = vue
  const depart = geste.type === 'CORRIGER' ? geste.regle : geste.type === 'CHANGER' ? geste.depuis : null
  const [saisie, setSaisie] = useState<SaisieRegle>(() => ({
    ...toSaisieRegle(depart),
    ...(geste.type === 'CHANGER' ? { source: '', aConfirmer: false, exceptions: [] } : {}),
  }))
  const [dates, setDates] = useState<Dates>({
    aPartirDu: geste.type === 'CHANGER' ? vue.dateProposee : '',
    debutRegle: geste.type === 'CORRIGER' ? (geste.regle.debut ?? '') : '',
    finRegle: geste.type === 'CORRIGER' ? (geste.regle.fin ?? '') : '',
  })
  const envoi = useEnvoi(updateRegle, {
    // Somebody saved another part of the instance: its rules are those this form was opened on.
    reprise: (actuel, input) =>
      formatRegles(actuel.regles) === formatRegles(vue.regles) ? { ...input, version: actuel.version } : null,
    onEcrit: (ecrite) => {
      versions.advance('frequence', ecrite.version)
      onFini()
    },
  })
  const regle = geste.type === 'CORRIGER' ? geste.regle.id : null
  const { apercu, aJour } = useApercuRegle({
    convention: convention.slug,
    instance: instance.id,
    geste: geste.type,
    regle,
    ...saisie,
    ...dates,
  })
  const datee =
    geste.type === 'CORRIGER' && (vue.regles.length > 1 || geste.regle.debut !== null || geste.regle.fin !== null)
  const { conflit } = envoi

  function enregistrer(version: number) {
    const visee = { convention: convention.slug, instance: instance.id, version, ...saisie }
    if (regle === null)
      envoi.avec(createRegle, { ...visee, aPartirDu: geste.type === 'CHANGER' ? dates.aPartirDu : null })
    else envoi.envoyer({ ...visee, regle, debutRegle: dates.debutRegle, finRegle: dates.finRegle })
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    enregistrer(versions.read('frequence'))
  }
  function handleGarder() {
    if (conflit === null) return
    versions.restart('frequence', conflit.version)
    enregistrer(conflit.version)
  }
  function handleReprendre() {
    if (conflit === null) return
    versions.restart('frequence', conflit.version)
    envoi.oublier()
    onFini()
  }
  const lue = parseRegle(saisie, convention)
  const saisieTexte = lue.ok ? formatLecture(lue.termes) : 'incomplète'
  const jour = (champ: keyof Dates) => ({
    name: champ,
    value: dates[champ],
    error: envoi.readErreur(champ),
    onChange: (event: { target: { value: string } }) =>
      setDates((avant) => ({ ...avant, [champ]: event.target.value })),
  })

  return (
    <form
      onSubmit={handleSubmit}
      noValidate
      className="grid items-start gap-x-8 gap-y-4.5 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      aria-label="Règle de fréquence"
    >
      <div className="form">
        <Refus envoi={envoi} />
        {conflit ? (
          <Differences
            differences={[{ nom: 'Règle', saisie: saisieTexte, enregistre: formatRegles(conflit.regles) }]}
            onGarder={handleGarder}
            onReprendre={handleReprendre}
          />
        ) : null}
        {geste.type === 'CHANGER' ? (
          <DateInput
            {...jour('aPartirDu')}
            label="À partir du"
            required
            hint="La règle actuelle s’arrête la veille : ce qui a été jugé avant ne change pas."
          />
        ) : null}
        <ChampsRegle
          saisie={saisie}
          erreurs={envoi.erreurs}
          autres={vue.autres}
          enfants={vue.enfants}
          onChange={(champs) => setSaisie((avant) => ({ ...avant, ...champs }))}
        />
        {datee ? (
          <div className="form-row">
            <DateInput
              {...jour('debutRegle')}
              label="S’applique à partir du"
              optional
              hint="Vide : dès le début de la convention."
            />
            <DateInput {...jour('finRegle')} label="Jusqu’au" optional hint="Vide : jusqu’à la fin de la convention." />
          </div>
        ) : null}
      </div>
      <div className="grid gap-4 xl:sticky xl:top-20 xl:row-span-2">
        <Lecture saisie={saisie} convention={convention} />
        <ApercuRegle apercu={apercu} aJour={aJour} convention={convention} />
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {geste.type === 'CORRIGER' ? 'Enregistrer la correction' : 'Enregistrer la fréquence'}
        </Button>
        {onAnnuler ? <Button onClick={() => onAnnuler()}>Annuler</Button> : null}
      </div>
    </form>
  )
}
