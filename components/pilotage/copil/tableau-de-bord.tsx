'use client'

import { AvancementCopil } from './avancement'
import { ChiffresCopil } from './chiffres'
import './copil.css'
import { DatesCopil } from './dates'
import { DecisionsCopil } from './decisions'
import type { EcranCopil } from './ecran'
import { EnteteCopil } from './entete'
import { EtpCopil } from './etp'
import { EvolutionCopil } from './evolution'
import { GouvernanceCopil } from './gouvernance'
import { ManquesCopil } from './manques'
import { PhrasesCopil } from './phrases'

/**
 * The COPIL dashboard: three sentences, health in four figures, what must be decided and ETP, the frise, progress, what
 * is not known and what comes next. One sheet of paper, read by an elected official without preparation.
 * @param props.ecran made by `toEcran`
 */
export function TableauDeBord({ ecran }: { ecran: EcranCopil }) {
  const { base, feuille, phrases, entete, chiffres, gouvernance, decisions, etp, plan, evolution, dates, manques } =
    ecran
  return (
    <div className="page copil" data-feuille={feuille}>
      <EnteteCopil entete={entete} base={base} />
      <PhrasesCopil phrases={phrases} />
      <ChiffresCopil chiffres={chiffres} />
      <div className="copil-paire">
        <DecisionsCopil decisions={decisions} base={base} />
        <EtpCopil etp={etp} base={base} />
      </div>
      <GouvernanceCopil gouvernance={gouvernance} base={base} />
      <EvolutionCopil evolution={evolution} base={base} />
      <AvancementCopil plan={plan} base={base} />
      <div className="copil-paire">
        <DatesCopil dates={dates} base={base} />
        <ManquesCopil manques={manques} base={base} />
      </div>
    </div>
  )
}
