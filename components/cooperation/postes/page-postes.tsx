import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { OngletsEtp } from '../onglets'
import { ChiffresPostes } from './chiffres'
import { ChoixDate, ChoixSchema } from './choix'
import type { DonneesPostes } from './gestes'
import { Homonymes } from './homonymes'
import { LignesPostes } from './lignes-postes'
import { BoutonGeste } from './menus'
import { Personnes } from './personnes'
import { ListePostes } from './postes'
import { TiroirPostes } from './tiroir-postes'

/** Only what the forms need reaches the browser as data; nothing for who reads. */
function buildDonnees(vue: VuePostes, slug: string): DonneesPostes | null {
  const { schema, modifiable, fige, date, today, missions, precedent, personnes, lignes, sansLigne } = vue
  if (!schema || !(modifiable || fige)) return null
  return { slug, schema, date, today, missions, precedent, personnes, lignes, sansLigne }
}

function Corps({ vue, base }: { vue: VuePostes; base: string }) {
  const sansPoste = vue.lignes.every(({ postes }) => postes.length === 0) && vue.sansLigne.length === 0
  return (
    <>
      <ChoixDate vue={vue} base={base} />
      {vue.fige ? (
        <Notice tone="neutral">Ce schéma est clos : ses postes et ses occupations restent tels qu’ils étaient.</Notice>
      ) : null}
      <ChiffresPostes totaux={vue.totaux} moyenne={vue.moyenne} date={vue.date} schema={vue.schema} />
      {vue.modifiable && vue.precedent ? (
        <Notice tone={sansPoste ? 'info' : 'neutral'} className="no-print">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span>
              « {vue.precedent.libelle} » a des postes décrits : ils peuvent être repris ici avec les personnes toujours
              en poste.
            </span>
            <BoutonGeste geste={{ genre: 'RECONDUIRE' }} label="Reprendre les postes du schéma précédent" />
          </div>
        </Notice>
      ) : null}
      <LignesPostes lignes={vue.lignes} sansLigne={vue.sansLigne} date={vue.date} modifiable={vue.modifiable} />
      <ListePostes vue={vue} />
      <Personnes vue={vue} ecrit={vue.modifiable || vue.fige} />
    </>
  )
}

/** Posts of a schéma and who fills them, at one date. */
export function PagePostes({ vue, slug }: { vue: VuePostes; slug: string }) {
  const base = `/conventions/${slug}/etp/postes`
  const donnees = buildDonnees(vue, slug)
  const corps = <Corps vue={vue} base={base} />
  return (
    <div className="page">
      <PageHeader titre="Postes et personnes" surtitre={vue.nom}>
        <OngletsEtp convention={slug} actif="postes" />
      </PageHeader>
      <ChoixSchema vue={vue} base={base} />
      <Homonymes homonymes={vue.homonymes} slug={slug} />
      {vue.schema === null ? (
        <Panneau label="Postes">
          <EmptyState
            titre="Aucun schéma de coopération"
            pourquoi={
              vue.lacune ?? 'Aucun ETP de chargé de coopération n’est saisi : il n’y a pas encore de poste à décrire.'
            }
          />
        </Panneau>
      ) : donnees ? (
        <TiroirPostes donnees={donnees}>{corps}</TiroirPostes>
      ) : (
        corps
      )}
    </div>
  )
}
