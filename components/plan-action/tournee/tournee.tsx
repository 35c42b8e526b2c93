'use client'

import { useState } from 'react'
import { ProgressBar } from '@/components/ui/mesure/bars'
import type { VueTournee } from '@/lib/plan-action/tournee/queries'
import { LigneTournee } from './fiche-tournee'

/**
 * The fiches of this screen, kept as they were found: one that is updated stays where it is until the page is opened
 * again, and the round says how many are done.
 */
export function Tournee({ vue }: { vue: VueTournee }) {
  const [fiches] = useState(vue.fiches)
  const [depart] = useState(vue.comptes)
  const [faites, setFaites] = useState<ReadonlySet<number>>(new Set())
  const total = depart.aFaire + depart.faites
  const fait = depart.faites + faites.size
  return (
    <>
      <div className="grid gap-1.5">
        <p role="status">
          {fait} sur {total} à jour cette semaine
        </p>
        <ProgressBar value={fait} max={Math.max(1, total)} label={`${fait} fiches à jour cette semaine sur ${total}`} />
      </div>
      <ol className="list-none">
        {fiches.map((fiche) => (
          <LigneTournee
            key={fiche.id}
            fiche={fiche}
            moi={vue.moi}
            onFaite={() => setFaites((deja) => (deja.has(fiche.id) ? deja : new Set(deja).add(fiche.id)))}
          />
        ))}
      </ol>
    </>
  )
}
