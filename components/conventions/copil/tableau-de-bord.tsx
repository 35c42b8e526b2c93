import type { VueCopil } from '@/lib/conventions/queries-copil'
import { AvancementCopil } from './avancement'
import { ChiffresCopil } from './chiffres'
import './copil.css'
import { DatesCopil } from './dates'
import { DecisionsCopil } from './decisions'
import { EnteteCopil } from './entete'
import { EtpCopil } from './etp'
import { computeTailleFeuille } from './feuille'
import { GouvernanceCopil } from './gouvernance'
import { ManquesCopil } from './manques'

/**
 * The COPIL dashboard: health in four figures, the frise, what must be decided, then ETP, progress, what is not
 * known and what comes next. One sheet of paper, read by an elected official without preparation.
 */
export function TableauDeBord({ vue }: { vue: VueCopil }) {
  const base = `/conventions/${vue.convention.slug}`
  return (
    <div className="page copil" data-feuille={computeTailleFeuille(vue)}>
      <EnteteCopil convention={vue.convention} today={vue.today} />
      <ChiffresCopil vue={vue} base={base} />
      <GouvernanceCopil vue={vue} base={base} />
      <div className="copil-paire">
        <DecisionsCopil vue={vue} base={base} />
        <EtpCopil vue={vue} base={base} />
      </div>
      <AvancementCopil vue={vue} base={base} />
      <div className="copil-paire">
        <DatesCopil vue={vue} base={base} />
        <ManquesCopil vue={vue} base={base} />
      </div>
    </div>
  )
}
