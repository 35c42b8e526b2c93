import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { VueCompetence, VueMatiere } from '@/lib/gouvernance/instances/types/ecran'
import { formatListe } from '@/lib/platform/typographie'
import { Mots } from '../mots-sigles'
import { MOTS_MATIERE } from './mots-instance'

const Personne = () => <span className="text-muted">aucune instance désignée</span>

/** Who proposes and who decides, matter by matter. */
export function QuiDecide({ matieres }: { matieres: readonly VueMatiere[] }) {
  if (matieres.length === 0) return null
  return (
    <Panneau
      titre="Qui décide"
      sousTitre="Ce qu’une instance décide prend effet tout de suite ; ce qu’elle propose attend celle qui décide. Où aucune n’est désignée, la coordination enregistre elle-même ce qui est convenu."
    >
      <Table caption="Qui propose et qui décide" stacked>
        <thead>
          <tr>
            <Th>Sujet</Th>
            <Th>Décide</Th>
            <Th>Propose</Th>
          </tr>
        </thead>
        <tbody>
          {matieres.map(({ matiere, decident, proposent, reglage }) => (
            <tr key={matiere}>
              <Th scope="row" className="font-semibold">
                {MOTS_MATIERE[matiere]}
              </Th>
              <Td label="Décide">
                {decident.length > 0 ? <Mots texte={formatListe(decident)} /> : <Personne />}
                {reglage ? <span className="block text-sm text-muted">réglage de la convention</span> : null}
              </Td>
              <Td label="Propose">
                {proposent.length > 0 ? <Mots texte={formatListe(proposent)} /> : <span className="text-muted">–</span>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panneau>
  )
}

/** What one instance proposes or decides, with the sentence it rests on; for the rest, who does. */
export function Pouvoirs({
  competences,
  matieres,
}: {
  competences: readonly VueCompetence[]
  matieres: readonly VueMatiere[]
}) {
  if (matieres.length === 0) return null
  if (competences.length === 0) return <p className="text-muted">Ce qu’elle propose ou décide n’est pas saisi.</p>
  return (
    <ul className="rows">
      {competences.map(({ matiere, pouvoir, source }) => {
        const decident = matieres.find((autre) => autre.matiere === matiere)?.decident ?? []
        return (
          <li key={matiere} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={pouvoir === 'DECIDE' ? 'ok' : 'info'}>{pouvoir === 'DECIDE' ? 'Décide' : 'Propose'}</Badge>
              <span>{MOTS_MATIERE[matiere]}</span>
            </p>
            <p className="text-sm text-muted">
              {source ? (
                <>
                  « 
                  <Mots texte={source} />
                   »
                </>
              ) : (
                'Réglage, sans phrase de la convention.'
              )}
              {pouvoir === 'PROPOSE'
                ? ` ${decident.length > 0 ? `Décide : ${formatListe(decident)}.` : 'Aucune instance n’en décide encore.'}`
                : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
