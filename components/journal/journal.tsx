import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { LigneJournal } from '@/lib/journal/queries'
import { formatGeste, formatObjet, formatOperation, listChangements } from '@/lib/journal/rules'
import { formatInstant } from '@/lib/platform/heures'

interface Vue {
  nom: string
  lignes: LigneJournal[]
  objets: { objet: string; nombre: number }[]
  suivante: number | null
}

/** Creations tell a few fields; the rest is on the object itself. */
const CHAMPS_MONTRES = 8

function Changements({ ligne }: { ligne: LigneJournal }) {
  if (ligne.operation.startsWith('dossier.')) return formatOperation(ligne.operation)
  const changements = listChangements(ligne.objet, ligne.avant, ligne.apres)
  return (
    <ul className="m-0 list-none p-0">
      {changements.slice(0, CHAMPS_MONTRES).map(({ champ, de, vers }) => (
        <li key={champ}>
          <span className="text-muted">{champ} : </span>
          {de !== null && vers !== null ? (
            <>
              <del className="no-underline text-muted">{de}</del> → <ins className="no-underline">{vers}</ins>
            </>
          ) : (
            (vers ?? de)
          )}
        </li>
      ))}
      {changements.length > CHAMPS_MONTRES ? (
        <li className="text-muted">et {changements.length - CHAMPS_MONTRES} autres champs</li>
      ) : null}
    </ul>
  )
}

/** Who changed what, from what to what. */
export function PageJournal({ vue, slug, objet }: { vue: Vue; slug: string; objet?: string }) {
  const base = `/conventions/${slug}/journal`
  const suite = new URLSearchParams({
    ...(objet ? { objet } : {}),
    ...(vue.suivante ? { avant: String(vue.suivante) } : {}),
  })
  return (
    <div className="page">
      <PageHeader titre="Journal" surtitre={vue.nom} />
      <Panneau titre="Qui a modifié quoi" sousTitre="Ce journal se complète de lui-même et ne se modifie pas.">
        {vue.objets.length > 1 ? (
          <FilterChips label="Objet modifié">
            {vue.objets.map((choix) => (
              <FilterChip
                key={choix.objet}
                href={objet === choix.objet ? base : `${base}?objet=${choix.objet}`}
                actif={objet === choix.objet}
                count={choix.nombre}
              >
                {formatObjet(choix.objet)}
              </FilterChip>
            ))}
          </FilterChips>
        ) : null}
        {vue.lignes.length === 0 ? (
          <EmptyState
            titre="Aucune modification"
            pourquoi="Rien n’a encore été modifié ici. Chaque modification s’inscrira d’elle-même."
          />
        ) : (
          <Table caption="Modifications, les plus récentes d’abord" stacked>
            <thead>
              <tr>
                <Th>Quand</Th>
                <Th>Qui</Th>
                <Th>Quoi</Th>
                <Th>Changement</Th>
              </tr>
            </thead>
            <tbody>
              {vue.lignes.map((ligne) => (
                <tr key={ligne.id}>
                  <Td label="Quand">{formatInstant(ligne.instant)}</Td>
                  <Td label="Qui">{ligne.auteur ?? <span className="text-muted">Administration</span>}</Td>
                  <Td label="Quoi" className="wrap-anywhere">
                    {formatObjet(ligne.objet)}{' '}
                    <span className="text-muted">({formatGeste(ligne.avant, ligne.apres)})</span>
                    {ligne.libelle ? <span className="block">{ligne.libelle}</span> : null}
                    {ligne.motif ? <span className="block text-sm">Motif : {ligne.motif}</span> : null}
                  </Td>
                  <Td label="Changement" className="wrap-anywhere">
                    <Changements ligne={ligne} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {vue.suivante ? <ButtonLink href={`${base}?${suite}`}>Modifications plus anciennes</ButtonLink> : null}
      </Panneau>
    </div>
  )
}
