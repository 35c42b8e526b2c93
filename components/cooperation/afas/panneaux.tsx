import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { formatColler } from '@/lib/cooperation/afas/rules/export'
import type { VueAfas } from '@/lib/cooperation/afas/types'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { formatDateCourte } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { ETATS } from '../mots'
import { AjouterEcheance, GestesEcheance } from './calendrier'
import { Copier } from './copier'

/** Totals by theme against the schéma in force: a difference is said, never corrected. */
export function Comparaison({ vue }: { vue: VueAfas }) {
  const { comparaison, themes, annee } = vue
  if (!comparaison) {
    return (
      <Panneau titre="Par thème, face au schéma">
        <p>
          {vue.tableau.lignes.length === 0
            ? `Rien n’est réparti en ${annee} : il n’y a pas encore de total à comparer.`
            : `Aucun schéma daté, brouillons mis à part, ne couvre ${annee} : les totaux ne se comparent à rien.`}
        </p>
      </Panneau>
    )
  }
  const { libelle, etat, autres, ecarts, horsThemes } = comparaison
  const mot = MOTS_TOTAL_SCHEMA[etat]
  const nom = capitalise(mot)
  return (
    <Panneau
      titre="Par thème, face au schéma"
      sousTitre={`« ${libelle} » (${ETATS[etat].mot}). Un écart se lit, il ne se corrige pas tout seul : une vacance ou une absence suffit à l’expliquer.`}
    >
      <Table caption={`ETP de ${annee} par thème, face à ce qui est ${MOTS_TOTAL_SCHEMA[etat]}`} stacked>
        <thead>
          <tr>
            <Th>Thème</Th>
            <Th num>Réparti</Th>
            <Th num>{nom}</Th>
            <Th>Écart</Th>
          </tr>
        </thead>
        <tbody>
          {ecarts.map(({ theme, declare, convenu, phrase }) => (
            <tr key={theme}>
              <Th scope="row">{theme === 'GLOBAL' ? `${themes[theme]} (hors AFAS)` : themes[theme]}</Th>
              <Td num label="Réparti">
                {formatQuotite(declare, { deux: true })}
              </Td>
              <Td num label={nom}>
                {convenu === null ? '–' : formatQuotite(convenu, { deux: true })}
              </Td>
              <Td label="Écart">{phrase}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {horsThemes ? <p className="mt-3">{horsThemes}</p> : null}
      {autres.length > 0 ? (
        <p className="mt-3">
          L’année est partagée avec {formatListe(autres.map((nom) => `« ${nom} »`))} : la comparaison se fait avec le
          schéma qui en couvre le plus de jours, les deux ne s’additionnent pas.
        </p>
      ) : null}
    </Panneau>
  )
}

/** The table for the partners’ portal. */
export function PretARecopier({ vue, slug }: { vue: VueAfas; slug: string }) {
  const { tableau, annee, incompletes } = vue
  if (tableau.lignes.length === 0) return null
  const [premier = '', ...suivants] = tableau.entetes
  return (
    <Panneau
      titre="Prêt à recopier"
      sousTitre="ETP de chaque thème : quotité moyenne de l’année × part du temps, arrondi au centième. Chaque case est arrondie pour elle-même : une somme peut différer d’un centième."
      actions={
        <>
          <Copier texte={formatColler(tableau)} />
          <a className="btn btn-secondary btn-sm" href={`/api/conventions/${slug}/etp/afas?annee=${annee}`} download>
            Télécharger (CSV)
          </a>
        </>
      }
    >
      {incompletes.length > 0 ? (
        <p className="mb-3">Non compté, car la répartition ne fait pas 100 % : {formatListe(incompletes)}.</p>
      ) : null}
      <Table caption={`ETP de ${annee} à recopier dans le portail des partenaires`} stacked scroll="Tableau à recopier">
        <thead>
          <tr>
            <Th>{premier}</Th>
            {suivants.map((entete) => (
              <Th key={entete} className="text-end">
                {entete}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...tableau.lignes, tableau.total].map(([nom, ...cellules], i) => (
            <tr key={i}>
              <Th scope="row">{nom}</Th>
              {cellules.map((cellule, j) => (
                <Td key={suivants[j]} num label={suivants[j]}>
                  {cellule}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panneau>
  )
}

/** The dates by which the Caf asks for the declarations: only those it has given. */
export function Calendrier({ vue, slug }: { vue: VueAfas; slug: string }) {
  const { caf, echeances, annee, today, reglable } = vue
  return (
    <Panneau
      titre="Calendrier de la Caf"
      sousTitre={`${caf}, déclarations de ${annee}`}
      actions={reglable ? <AjouterEcheance slug={slug} annee={annee} caf={caf} /> : undefined}
    >
      {echeances.length === 0 ? (
        <p>
          Aucune date n’est connue pour {annee}. Chaque Caf fixe les siennes
          {reglable ? ' : ajoutez celles de la vôtre, avec leur source.' : ' : ses conseillers les notent ici.'}
        </p>
      ) : (
        <ul className="rows">
          {echeances.map((echeance) => (
            <li key={echeance.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                <strong>{formatDateCourte(echeance.date)}</strong> : {echeance.libelle}{' '}
                <Badge tone="neutral" shape={null}>
                  {echeance.date < today ? 'passée' : 'à venir'}
                </Badge>
                <span className="block text-sm text-muted">
                  {echeance.source ? `Source : ${echeance.source}` : 'Source non précisée'}
                </span>
              </span>
              {reglable ? <GestesEcheance slug={slug} annee={annee} caf={caf} echeance={echeance} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panneau>
  )
}
