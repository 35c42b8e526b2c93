import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Sigle } from '@/components/ui/sigle'
import { Table, Td, Th } from '@/components/ui/table'
import { checkParts, formatPart } from '@/lib/cooperation/afas/rules/parts'
import { CODES_THEMES } from '@/lib/cooperation/schemas/words'
import type { LigneAfas, VueAfas } from '@/lib/cooperation/afas/types'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { OngletsEtp } from '../onglets'
import { ChoixAnnee } from './choix-annee'
import { FormulaireRepartition } from './formulaire-repartition'
import { Calendrier, Comparaison, PretARecopier } from './panneaux'
import { Reprendre } from './reprendre'

const formatDeux = (centiemes: number): string => formatQuotite(centiemes, { deux: true })

/** What there is to share out, with what absences take away. */
function formatTemps({ present, enPoste, auMoins }: LigneAfas): string {
  if (auMoins) return `au moins ${formatDeux(present)} ETP, une quotité n’est pas précisée`
  return present === enPoste
    ? `${formatDeux(present)} ETP`
    : `${formatDeux(present)} ETP (${formatDeux(enPoste)} en poste, absences déduites)`
}

/** Themes that have a part of the time, in the order of the list. */
function formatParts({ parts }: LigneAfas, themes: VueAfas['themes']): string {
  if (parts === null) return '–'
  return CODES_THEMES.filter((code) => parts[code] > 0)
    .map((code) => `${themes[code]}${code === 'GLOBAL' ? ' (hors AFAS)' : ''} : ${formatPart(parts[code])}`)
    .join(' ; ')
}

function formatEtatLigne({ parts, present }: LigneAfas): string {
  if (parts === null) return 'rien n’est réparti'
  const { ok, phrase } = checkParts(parts)
  if (!ok) return phrase
  return present === 0 ? 'réparti, sans temps en poste cette année' : 'réparti à 100 %'
}

function Repartitions({ vue, slug }: { vue: VueAfas; slug: string }) {
  const { lignes, themes, annee, modifiable } = vue
  const reprenables = lignes.filter(({ parts, precedente }) => parts === null && precedente).map(({ nom }) => nom)
  return (
    <Panneau
      titre="Le temps de chacun"
      sousTitre={`Part du temps consacrée à chaque thème en ${annee}. La quotité est la moyenne des jours de l’année, absences déduites ; qui remplace compte pour son propre temps.`}
    >
      <Table caption={`Répartition du temps de chaque chargé de coopération en ${annee}`} stacked>
        <thead>
          <tr>
            <Th>Chargé de coopération</Th>
            <Th>Quotité moyenne</Th>
            <Th>Part de chaque thème</Th>
            <Th>État</Th>
            {modifiable ? (
              <Th>
                <span className="visually-hidden">Modifier</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={ligne.charge}>
              <Th scope="row">{ligne.nom}</Th>
              <Td label="Quotité moyenne">{formatTemps(ligne)}</Td>
              <Td label="Part de chaque thème">{formatParts(ligne, themes)}</Td>
              <Td label="État">{formatEtatLigne(ligne)}</Td>
              {modifiable ? (
                <Td>
                  <FormulaireRepartition slug={slug} annee={annee} ligne={ligne} themes={themes} />
                </Td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {vue.sansRepartition.length > 0 ? (
        <p className="mt-3">
          Sans répartition en {annee}, donc non compté dans les totaux : {formatListe(vue.sansRepartition)}.
        </p>
      ) : null}
      {modifiable ? <Reprendre slug={slug} annee={annee} noms={reprenables} /> : null}
    </Panneau>
  )
}

/** The distribution of a year over the AFAS themes. */
export function PageAfas({ vue, slug }: { vue: VueAfas; slug: string }) {
  const { lignes, annee, nom } = vue
  return (
    <div className="page">
      <PageHeader titre="Répartition AFAS" surtitre={nom}>
        <OngletsEtp convention={slug} actif="afas" />
      </PageHeader>
      <ChoixAnnee annee={annee} annees={vue.annees} base={`/conventions/${slug}/etp/afas`} />
      <p>
        Chaque année, l’activité des chargés de coopération se déclare à la Caf par thème, dans le service{' '}
        <Sigle sigle="AFAS" sens="Aides financières d’action sociale" /> du portail des partenaires.
      </p>
      {lignes.length === 0 ? (
        <Panneau label="Le temps de chacun">
          <EmptyState
            titre={`Personne n’est en poste en ${annee}`}
            pourquoi="La répartition porte sur le temps des personnes : elle commence quand les postes et leurs occupants sont décrits."
            suite={
              <a className="link" href={`/conventions/${slug}/etp/postes`}>
                Voir les postes et les personnes
              </a>
            }
          />
        </Panneau>
      ) : (
        <>
          <Repartitions vue={vue} slug={slug} />
          <Comparaison vue={vue} />
          <PretARecopier vue={vue} slug={slug} />
        </>
      )}
      <Calendrier vue={vue} slug={slug} />
    </div>
  )
}
