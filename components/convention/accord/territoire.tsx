import { Details } from '@/components/ui/flottant/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { ConventionLue } from '@/lib/convention/accord/queries'
import { formatCommunes } from '@/lib/convention/accord/rules/connaissance'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatNombre } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'

/** What the convention covers: EPCI, communes by date of entry, and the figures the document gives. */
export function Territoire({ vue, lacune }: { vue: ConventionLue; lacune: string | null }) {
  const communes = vue.entrees.reduce((total, entree) => total + entree.communes.length, 0)
  const { territoire } = vue
  const sousTitre = [
    territoire.nom,
    territoire.departement,
    formatCommunes(communes, territoire.nombreCommunes, lacune),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Panneau className="texte" titre="Territoire" id="territoire" sousTitre={sousTitre}>
      {territoire.epcis.length > 0 ? <p>{territoire.epcis.join(', ')}</p> : null}
      {communes === 0 ? (
        <EmptyState titre="Communes non listées" pourquoi={lacune ?? 'Les communes ne sont pas saisies.'} />
      ) : null}
      {vue.entrees.map((entree) => (
        <details key={`${entree.date}-${entree.motif}`} open={entree.communes.length <= 12}>
          <summary>
            {entree.date ? `Entrée le ${formatDateCourte(entree.date)}` : 'Communes'} :{' '}
            {formatCompte(entree.communes.length, 'commune')}
            {entree.motif ? <span className="text-muted"> – {entree.motif}</span> : null}
          </summary>
          <ul className="columns-1 sm:columns-2 lg:columns-3">
            {entree.communes.map((commune) => (
              <li key={commune.nom}>
                {commune.nom}
                {commune.nomSource && commune.nomSource !== commune.nom ? (
                  <span className="text-sm text-muted"> (« {commune.nomSource} »)</span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {territoire.note ? <p className="text-sm text-muted">{territoire.note}</p> : null}
      {vue.chiffres.length > 0 ? (
        <>
          <h3>Chiffres donnés par le document</h3>
          <Details
            columns
            details={vue.chiffres.map((chiffre) => ({
              terme: chiffre.libelle,
              valeur: (
                <>
                  {formatNombre(chiffre.valeur.replace(/\.?0+$/, ''))}
                  {chiffre.unite ? ` ${chiffre.unite}` : ''}
                  {chiffre.source ? <span className="block text-sm text-muted">{chiffre.source}</span> : null}
                </>
              ),
            }))}
          />
        </>
      ) : null}
    </Panneau>
  )
}
