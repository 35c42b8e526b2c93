'use client'

import { Select } from '@/components/ui/saisie/inputs'
import type { FeuilleVue, VueImportTableur } from '@/lib/plan-action/tableur/queries'
import type { CorrespondanceFeuille, TableTableur } from '@/lib/plan-action/tableur/types/tableur'
import { formatCompte } from '@/lib/platform/typographie'

interface Props {
  rang: number
  feuille: FeuilleVue
  tables: VueImportTableur['tables']
  choix: CorrespondanceFeuille
  /** the only sheet of its file: its columns are in sight */
  seule: boolean
  onTable: (table: TableTableur | null) => void
  onEntete: (entete: number) => void
  onColonne: (colonne: number, cle: string | null) => void
}

/** 0 → A, 27 → AB. */
const formatRang = (rang: number): string =>
  (rang >= 26 ? formatRang(Math.floor(rang / 26) - 1) : '') + String.fromCharCode(65 + (rang % 26))

/** One sheet of a file: what it holds, where its headers are, what each of its columns says. */
export function FeuilleACorrespondre({ rang, feuille, tables, choix, seule, onTable, onEntete, onColonne }: Props) {
  const table = tables.find((connue) => connue.table === choix.table)
  const lues = choix.colonnes.filter((cle) => cle !== null).length
  const resume = table
    ? `${table.feuille}, ${lues} ${lues > 1 ? 'colonnes reconnues' : 'colonne reconnue'} sur ${choix.colonnes.length}`
    : 'ne sera pas importée'
  return (
    <details
      className="rounded-md border border-line bg-surface p-4"
      open={seule || (choix.table === 'FICHES' && lues < choix.colonnes.length) || undefined}
    >
      <summary className="cursor-pointer">
        <strong className="wrap-anywhere">{feuille.nom || `Feuille ${rang + 1}`}</strong>{' '}
        <span className="text-muted">
          ({formatCompte(feuille.lignes, 'ligne')}) : {resume}
        </span>
      </summary>
      <div className="mt-4 grid gap-4">
        <div className="form-row">
          <Select
            label="Ce que contient cette feuille"
            name={`feuille-${rang}`}
            value={choix.table ?? ''}
            vide="Ne pas l’importer"
            options={tables.map(({ table: valeur, feuille: label }) => ({ value: valeur, label }))}
            onChange={(event) => onTable(tables.find((connue) => connue.table === event.target.value)?.table ?? null)}
          />
          {table ? (
            <Select
              label="Ligne des titres de colonnes"
              name={`entete-${rang}`}
              value={String(choix.entete)}
              onChange={(event) => onEntete(Number(event.target.value))}
              options={feuille.premieres.map((cellules, i) => ({
                value: String(i),
                label: `${i + 1} : ${
                  cellules
                    .filter((mots) => mots !== '')
                    .slice(0, 4)
                    .join(', ')
                    .slice(0, 70) || '(vide)'
                }`,
              }))}
            />
          ) : null}
        </div>
        {table ? (
          <ul className="rows m-0 list-none p-0">
            {choix.colonnes.map((cle, colonne) => {
              const entete = feuille.premieres[choix.entete]?.[colonne] ?? ''
              const exemples = feuille.premieres
                .slice(choix.entete + 1)
                .map((cellules) => cellules[colonne] ?? '')
                .filter((mots) => mots !== '')
                .slice(0, 2)
              return (
                <li key={colonne} className="grid gap-2 py-3 md:grid-cols-2 md:items-center">
                  <span className="min-w-0 wrap-anywhere">
                    <strong>{entete || `Colonne ${formatRang(colonne)}`}</strong>
                    <span className="block text-sm text-muted">
                      {exemples.length > 0 ? exemples.join(' ; ') : 'aucune valeur dans les premières lignes'}
                    </span>
                  </span>
                  <Select
                    label={`Ce que dit la colonne ${formatRang(colonne)}${entete ? `, « ${entete} »` : ''}`}
                    labelHidden
                    name={`colonne-${rang}-${colonne}`}
                    value={cle ?? ''}
                    vide="Laisser de côté"
                    options={table.colonnes.map((connue) => ({
                      value: connue.cle,
                      label: connue.titre,
                      disabled: connue.cle !== cle && choix.colonnes.includes(connue.cle),
                    }))}
                    onChange={(event) => onColonne(colonne, event.target.value || null)}
                  />
                </li>
              )
            })}
          </ul>
        ) : null}
      </div>
    </details>
  )
}
