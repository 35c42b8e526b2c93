'use client'

import { MOTS_GROUPES } from '@/lib/gouvernance/frequence/words'
import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Button } from '@/components/ui/button'
import { Checkbox, Input, Radios, Select, Textarea } from '@/components/ui/saisie/inputs'
import { checkChiffree, checkExceptions, checkMoments, type SaisieRegle } from '@/lib/gouvernance/frequence/rules/regle'
import { FORMULES, PERIODES, PORTEES } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import type { ModeFrequence, Par, PeriodeFrequence } from '@/lib/gouvernance/frequence/types'
import { ChampsExceptions } from './champs-exceptions'
import { ChampsMoments } from './champs-moments'

export interface ChampsRegleProps {
  saisie: SaisieRegle
  erreurs: readonly ErreurDeChamp[]
  /** The other instances: what its meetings may prepare. */
  autres: readonly { ref: string; nom: string }[]
  /** Names of the instances listed inside this one: groups that a rule may bear on. */
  enfants: readonly string[]
  onChange: (champs: Partial<SaisieRegle>) => void
}

type Chiffre = 'minimum' | 'maximum' | 'moyenne'
const CHIFFRES: Partial<Record<ModeFrequence, { champ: Chiffre; label: string }[]>> = {
  MINIMUM: [{ champ: 'minimum', label: 'Nombre de réunions' }],
  FOURCHETTE: [
    { champ: 'minimum', label: 'De' },
    { champ: 'maximum', label: 'à' },
  ],
  MOYENNE: [{ champ: 'moyenne', label: 'Nombre de réunions' }],
}

const list = <T extends string>(mots: Record<T, string>) =>
  (Object.keys(mots) as T[]).map((value) => ({ value, label: mots[value] }))

/** A frequency in the words of those who coordinate: how it is written, how many, over what, for whom. */
export function ChampsRegle({ saisie, erreurs, autres, enfants, onChange }: ChampsRegleProps) {
  const erreur = (champ: string) => readErreur(erreurs, champ)
  return (
    <>
      <Radios
        name="mode"
        label="Comment la convention l’écrit-elle ?"
        value={saisie.mode}
        error={erreur('mode')}
        options={FORMULES.map(({ mode, mots, aide }) => ({ value: mode, label: mots, hint: aide }))}
        onChange={(event) => onChange({ mode: event.target.value as ModeFrequence })}
      />
      {checkChiffree(saisie.mode) ? (
        <>
          <div className="form-row">
            {CHIFFRES[saisie.mode]?.map(({ champ, label }) => (
              <Input
                key={champ}
                name={champ}
                label={label}
                inputMode="numeric"
                autoComplete="off"
                value={saisie[champ]}
                error={erreur(champ)}
                onChange={(event) => onChange({ [champ]: event.target.value })}
              />
            ))}
            <Select
              name="periode"
              label="Sur quelle durée"
              vide="Choisir"
              value={saisie.periode}
              options={list(PERIODES)}
              error={erreur('periode')}
              onChange={(event) => onChange({ periode: event.target.value as PeriodeFrequence | '' })}
            />
            <Select
              name="par"
              label="Compté"
              value={saisie.par}
              options={list(PORTEES)}
              error={erreur('par')}
              onChange={(event) => onChange({ par: event.target.value as Par })}
            />
          </div>
          {saisie.par === 'INSTANCE' ? null : (
            <Textarea
              name="groupes"
              label={MOTS_GROUPES[saisie.par]}
              optional
              hint="Une ligne pour chacun, comme la convention les nomme : ceux qui ne se réunissent pas sont alors signalés. Vide, ils restent non précisés."
              rows={4}
              value={saisie.groupes}
              error={erreur('groupes')}
              onChange={(event) => onChange({ groupes: event.target.value })}
            />
          )}
          {saisie.par !== 'INSTANCE' && enfants.length > 0 ? (
            <div>
              <Button size="sm" onClick={() => onChange({ groupes: enfants.join('\n') })}>
                Reprendre les instances qu’elle contient
              </Button>
            </div>
          ) : null}
          {checkExceptions(saisie.mode, saisie.periode) ? (
            <ChampsExceptions
              exceptions={saisie.exceptions}
              maximum={saisie.mode === 'FOURCHETTE'}
              erreurs={erreurs}
              onChange={(exceptions) => onChange({ exceptions })}
            />
          ) : null}
          {checkMoments(saisie.mode) ? (
            <ChampsMoments
              moments={saisie.moments}
              instances={autres}
              erreurs={erreurs}
              onChange={(moments) => onChange({ moments })}
            />
          ) : null}
        </>
      ) : null}
      <Input
        name="source"
        label="Phrase de la convention"
        optional
        hint="Comme elle est écrite, avec ses mots."
        value={saisie.source}
        autoComplete="off"
        error={erreur('source')}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <Input
        name="evenement"
        label="Ce que ses réunions préparent"
        optional
        hint="Par exemple le COPIL."
        value={saisie.evenement}
        autoComplete="off"
        list="evenements-prepares"
        error={erreur('evenement')}
        onChange={(event) => onChange({ evenement: event.target.value })}
      />
      <datalist id="evenements-prepares">
        {autres.map(({ nom }) => (
          <option key={nom} value={nom} />
        ))}
      </datalist>
      <Checkbox
        name="aConfirmer"
        label="À confirmer"
        hint="La phrase peut se lire de plusieurs façons : elle est lue à la lettre, et le dit partout."
        checked={saisie.aConfirmer}
        onChange={(event) => onChange({ aConfirmer: event.target.checked })}
      />
    </>
  )
}
