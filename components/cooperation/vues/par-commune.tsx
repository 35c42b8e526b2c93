import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { EtatMarge } from '@/lib/cooperation/schemas/rules/equilibre'
import type { SchemaVue } from '@/lib/cooperation/postes/types/ecran'
import type { FicheCommune, LigneSansCommune, VueCommunes } from '@/lib/cooperation/vues/types'
import type { DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import { formatPeriode } from '../mots'
import { BadgeEcart, formatOuVide } from '@/components/cooperation/schemas/table-marge'
import { buildAdresse, type LieuVues } from './adresses'
import { SectionCommune } from './section-commune'
import { formatCitation, formatPourvu, formatRaison } from './mots'

function Ligne({ fiche, lieu, comparable }: { fiche: FicheCommune; lieu: LieuVues; comparable: boolean }) {
  const raison = formatRaison(fiche)
  return (
    <tr>
      <Th scope="row">
        <Link className="link" href={buildAdresse(lieu, fiche.cle)}>
          {fiche.nom}
        </Link>
        {fiche.sienne ? (
          <>
            {' '}
            <Badge tone="info">la vôtre</Badge>
          </>
        ) : null}
      </Th>
      <Td num label="Porte">
        {formatOuVide(fiche.ligne?.quotite ?? null)}
      </Td>
      <Td label="Pourvu">{formatPourvu(fiche.ligne)}</Td>
      <Td label="Ce qu’en dit le document">
        <div>
          {raison ? <span className="block">{raison}</span> : null}
          {fiche.cites.map(({ libelle, texte }) => (
            <span key={libelle} className="block text-sm text-muted">
              {`Cité sur la ligne « ${libelle} » : ${formatCitation(texte)}`}
            </span>
          ))}
          {!raison && fiche.cites.length === 0 ? <span className="text-muted">–</span> : null}
        </div>
      </Td>
      {comparable ? (
        <Td label="Ce qui change">
          {fiche.changements.length > 0 ? fiche.changements.join(' ; ') : <span className="text-muted">rien</span>}
        </Td>
      ) : null}
    </tr>
  )
}

function SansCommune({ ligne, changements, comparable }: LigneSansCommune & { comparable: boolean }) {
  return (
    <tr>
      <Th scope="row">
        {ligne.libelle}
        <span className="block text-sm font-normal text-muted">ligne sans commune désignée</span>
      </Th>
      <Td num label="Porte">
        {formatOuVide(ligne.quotite)}
      </Td>
      <Td label="Pourvu">{formatPourvu(ligne)}</Td>
      <Td label="Ce qu’en dit le document">{ligne.note ?? <span className="text-muted">–</span>}</Td>
      {comparable ? (
        <Td label="Ce qui change">
          {changements.length > 0 ? changements.join(' ; ') : <span className="text-muted">rien</span>}
        </Td>
      ) : null}
    </tr>
  )
}

function SousTotaux({ vue, marge }: { vue: VueCommunes; marge: EtatMarge }) {
  const { sousTotaux } = vue
  const parts = [
    `communes ${formatQuotite(sousTotaux.communes)}`,
    ...(vue.fiches.some(({ genre }) => genre === 'ORGANISME')
      ? [`autres organismes ${formatQuotite(sousTotaux.organismes)}`]
      : []),
    ...(vue.sansCommune.length > 0 ? [`lignes sans commune désignée ${formatQuotite(sousTotaux.autres)}`] : []),
  ]
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        <strong>
          {marge.renseignee ? `${formatQuotite(marge.somme)} ETP répartis` : 'Répartition non communiquée'}
        </strong>
        {marge.renseignee ? ` : ${parts.join(', ')}.` : null}
      </span>
      <BadgeEcart somme={marge} />
    </p>
  )
}

interface Props {
  vue: VueCommunes
  schema: SchemaVue
  marge: EtatMarge
  date: DateCivile
  lieu: LieuVues
  /** As the address names it. */
  commune: string | null
}

/** « Que porte ma commune, que reçoit-elle ? »: one commune in full, then all of them. */
export function ParCommune({ vue, schema, marge, date, lieu, commune }: Props) {
  const choisies =
    commune === null ? vue.fiches.filter(({ sienne }) => sienne) : vue.fiches.filter(({ cle }) => cle === commune)
  const avecLigne = vue.fiches.filter(({ ligne }) => ligne !== null)
  const sansLigne = vue.fiches.filter(({ ligne }) => ligne === null)
  return (
    <>
      {commune !== null && choisies.length === 0 ? (
        <p role="status">Aucune commune ni organisme de ce nom dans ce schéma : choisissez dans la liste.</p>
      ) : null}
      {choisies.map((fiche) => (
        <SectionCommune
          key={fiche.cle}
          fiche={fiche}
          vue={vue}
          schema={schema}
          date={date}
          lieu={lieu}
          choisie={commune !== null}
        />
      ))}
      <Panneau
        titre={'Que porte chaque commune, que reçoit-elle ?'}
        sousTitre={`Schéma ${formatPeriode(schema)}. Choisissez une commune pour lire ce qui la concerne.`}
      >
        {avecLigne.length === 0 && vue.sansCommune.length === 0 ? (
          <EmptyState
            titre="Répartition par commune non communiquée"
            pourquoi="Qui porte ces postes n’est pas saisi ; cette répartition ne se déduit pas de la répartition par thématique."
          />
        ) : (
          <>
            <Table caption="Ce que porte chaque commune et chaque organisme" dense stacked>
              <thead>
                <tr>
                  <Th>Commune ou organisme</Th>
                  <Th num>Porte (ETP)</Th>
                  <Th>Pourvu</Th>
                  <Th>Ce qu’en dit le document</Th>
                  {vue.comparable ? <Th>Ce qui change depuis {formatCitation(vue.precedent ?? '')}</Th> : null}
                </tr>
              </thead>
              <tbody>
                {avecLigne.map((fiche) => (
                  <Ligne key={fiche.cle} fiche={fiche} lieu={lieu} comparable={vue.comparable} />
                ))}
                {vue.sansCommune.map((ligne) => (
                  <SansCommune key={ligne.ligne.id} {...ligne} comparable={vue.comparable} />
                ))}
              </tbody>
            </Table>
            <SousTotaux vue={vue} marge={marge} />
          </>
        )}
        {sansLigne.length > 0 ? (
          <details className="mt-3" open={sansLigne.length <= 12}>
            <summary>{formatCompte(sansLigne.length, 'commune')} du territoire sans ligne dans ce schéma</summary>
            <p className="text-sm text-muted">
              La répartition ne dit ni ce qu’elles portent, ni ce qu’elles reçoivent.
            </p>
            <ul className="flex flex-wrap gap-x-4 gap-y-1 py-1">
              {sansLigne.map(({ cle, nom }) => (
                <li key={cle}>
                  <Link className="link inline-block py-1" href={buildAdresse(lieu, cle)}>
                    {nom}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Panneau>
    </>
  )
}
