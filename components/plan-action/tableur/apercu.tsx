import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Pagination } from '@/components/ui/pagination'
import { Table, Td, Th } from '@/components/ui/table'
import type { ImportVu } from '@/lib/plan-action/tableur/queries'
import type { ChangementCellule, Verdict, VerdictLigne } from '@/lib/plan-action/tableur/types/tableur'
import { MOTS_VERDICT } from '@/lib/plan-action/tableur/words/verdicts'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefImport } from './adresses'

const MOTS: Record<Verdict, { filtre: string; tone: 'ok' | 'info' | 'neutral' | 'bad' }> = {
  REFUSEE: { filtre: 'Refusées', tone: 'bad' },
  CHANGEE: { filtre: 'Changées', tone: 'info' },
  CREEE: { filtre: 'Créées', tone: 'ok' },
  INCHANGEE: { filtre: 'Inchangées', tone: 'neutral' },
}
const ORDRE: Verdict[] = ['REFUSEE', 'CHANGEE', 'CREEE', 'INCHANGEE']
const MONTRES = 6

function Changement({ colonne, de, a }: ChangementCellule) {
  return (
    <li className="wrap-anywhere">
      <strong>{colonne}</strong> : <del className="text-muted">{de || '(vide)'}</del> <span aria-hidden="true">→</span>{' '}
      <ins className="no-underline">{a || '(vide)'}</ins>
    </li>
  )
}

function Detail({ verdict, changements, erreurs }: VerdictLigne) {
  if (verdict === 'REFUSEE')
    return (
      <ul className="m-0 grid list-none gap-1 p-0">
        {erreurs.map(({ adresse, colonne, message }, i) => (
          <li key={i} className="wrap-anywhere">
            <strong>{adresse}</strong>, {colonne} : {message}
          </li>
        ))}
      </ul>
    )
  if (changements.length === 0)
    return (
      <span className="text-muted">{verdict === 'CREEE' ? 'Nouvelle ligne' : 'Le plan dit déjà la même chose'}</span>
    )
  return (
    <>
      <ul className="m-0 grid list-none gap-1 p-0">
        {changements.slice(0, MONTRES).map((changement) => (
          <Changement key={changement.colonne} {...changement} />
        ))}
      </ul>
      {changements.length > MONTRES ? (
        <details>
          <summary className="cursor-pointer">
            {formatCompte(changements.length - MONTRES, 'autre changement', 'autres changements')}
          </summary>
          <ul className="m-0 grid list-none gap-1 p-0">
            {changements.slice(MONTRES).map((changement) => (
              <Changement key={changement.colonne} {...changement} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** What a file would change, row by row: refused rows first, each with the cell and the remedy. */
export function ApercuImport({
  slug,
  courant,
  filtre,
}: {
  slug: string
  courant: ImportVu
  filtre: Verdict | undefined
}) {
  const { comptes, verdicts, id, page, pages, total } = courant
  if (!comptes) return null
  const toutes = ORDRE.reduce((somme, verdict) => somme + comptes[verdict], 0)
  return (
    <>
      <FilterChips label="Lignes du fichier">
        <FilterChip href={buildHrefImport(slug, { import: id })} actif={!filtre} count={toutes}>
          Toutes
        </FilterChip>
        {ORDRE.map((verdict) => (
          <FilterChip
            key={verdict}
            href={buildHrefImport(slug, { import: id, verdict })}
            actif={filtre === verdict}
            count={comptes[verdict]}
          >
            {MOTS[verdict].filtre}
          </FilterChip>
        ))}
      </FilterChips>
      {verdicts.length === 0 ? (
        <EmptyState titre="Aucune ligne" pourquoi="Aucune ligne du fichier ne répond à ce filtre." />
      ) : (
        <Table caption="Ce que le fichier changerait, ligne par ligne" stacked>
          <thead>
            <tr>
              <Th>Ligne</Th>
              <Th>Quoi</Th>
              <Th>Verdict</Th>
              <Th>Détail</Th>
            </tr>
          </thead>
          <tbody>
            {verdicts.map((ligne) => (
              <tr key={`${ligne.feuille}-${ligne.ligne}`}>
                <Td label="Ligne">
                  {ligne.feuille}, {ligne.ligne}
                </Td>
                <Td label="Quoi">
                  <span className="wrap-anywhere">{ligne.libelle}</span>
                </Td>
                <Td label="Verdict">
                  <Badge tone={MOTS[ligne.verdict].tone}>{MOTS_VERDICT[ligne.verdict]}</Badge>
                </Td>
                <Td label="Détail">
                  <Detail {...ligne} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(autre) => buildHrefImport(slug, { import: id, verdict: filtre, page: autre })}
        resume={formatCompte(total, 'ligne')}
      />
    </>
  )
}
