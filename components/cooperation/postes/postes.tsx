import { EmptyState } from '@/components/ui/empty-state'
import { Legend, type LegendItem } from '@/components/ui/mesure/legend'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { PosteVue, VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import { HachuresPoste } from './frise-poste'
import { BoutonGeste } from './menus'
import { formatAccordEtp } from './mots'
import { Poste } from './poste'

/** Above this, the posts of each line are folded. */
const POSTES_DEPLIES = 8

const LEGENDE: LegendItem[] = [
  { label: 'présent', color: 'en-cours' },
  { label: 'absent, non remplacé', color: 'en-cours', shape: 'hachures' },
  { label: 'vacant', color: 'line-strong', shape: 'tirets' },
]

interface Groupe {
  id: string
  titre: string
  postes: PosteVue[]
}

const listGroupes = ({ lignes, sansLigne }: Pick<VuePostes, 'lignes' | 'sansLigne'>): Groupe[] => [
  ...lignes
    .filter(({ postes }) => postes.length > 0)
    .map(({ id, libelle, quotite, postes }) => ({
      id: `ligne-${id}`,
      titre:
        quotite === null ? libelle : `${libelle}, ${formatQuotite(quotite)} ETP ${formatAccordEtp(quotite, 'prévu')}`,
      postes,
    })),
  ...(sansLigne.length > 0 ? [{ id: 'sans-ligne', titre: 'Sans ligne du schéma', postes: sansLigne }] : []),
]

/** Every post of the schéma, under its line. */
export function ListePostes({ vue }: { vue: VuePostes }) {
  const groupes = listGroupes(vue)
  const combien = groupes.reduce((total, { postes }) => total + postes.length, 0)
  const replie = combien > POSTES_DEPLIES
  const dedans = vue.periode !== null && vue.periode.debut <= vue.today && vue.today <= vue.periode.fin
  const liste = ({ postes }: Groupe) =>
    postes.map((poste) => (
      <Poste
        key={poste.id}
        poste={poste}
        date={vue.date}
        today={vue.today}
        periode={vue.periode}
        missions={vue.missions}
        modifiable={vue.modifiable}
        deplie={vue.modifiable && !replie}
      />
    ))
  return (
    <Panneau titre="Postes" sousTitre={combien > 0 ? 'La bande suit le poste sur la période du schéma.' : undefined}>
      {combien === 0 ? (
        <EmptyState
          titre="Aucun poste décrit"
          pourquoi="Le schéma dit combien d’ETP sont prévus, pas encore en quels postes ils se découpent ni qui les tient."
          suite={
            vue.modifiable ? (
              <BoutonGeste
                geste={{ genre: 'POSTE', poste: null, ligne: null }}
                label="Décrire un premier poste"
                size="md"
                variant="primary"
              />
            ) : undefined
          }
        />
      ) : (
        <>
          <HachuresPoste />
          <Legend
            label="Légende des bandes"
            items={[...LEGENDE, ...(dedans ? [{ label: 'aujourd’hui', color: 'bad' as const }] : [])]}
          />
          {groupes.map((groupe) =>
            replie ? (
              <details key={groupe.id} className="border-b border-line py-2">
                <summary>
                  <h3 className="inline text-base">{groupe.titre}</h3>{' '}
                  <span className="text-muted">({formatCompte(groupe.postes.length, 'poste')})</span>
                </summary>
                {/* An address inside a folded block unfolds it. */}
                <div id={groupe.id}>{liste(groupe)}</div>
              </details>
            ) : (
              <section key={groupe.id} id={groupe.id} className="mt-4">
                <h3 className="text-base">{groupe.titre}</h3>
                {liste(groupe)}
              </section>
            ),
          )}
        </>
      )}
    </Panneau>
  )
}
