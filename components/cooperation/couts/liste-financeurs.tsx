export const LISTE_FINANCEURS = 'financeurs-proposes'

/** Names of the convention offered while typing; another may be written. */
export function ListeFinanceurs({ organismes }: { organismes: string[] }) {
  return (
    <datalist id={LISTE_FINANCEURS}>
      {[...new Set(organismes)].map((nom) => (
        <option key={nom} value={nom} />
      ))}
    </datalist>
  )
}
