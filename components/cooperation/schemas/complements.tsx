import { Details } from '@/components/ui/flottant/details'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { computeCout, type DifferenceSchema, type Equilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { sumEffectifs, type LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import { formatPourvu } from '@/lib/cooperation/postes/words'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { capitalise } from '@/lib/platform/mots'
import { formatEuros, formatQuotite } from '@/lib/platform/nombres'
import { BadgeEcart, formatOuVide } from './table-marge'
import { formatPeriode } from '@/components/cooperation/mots'
import { listLignes } from './vue-schema'

/** Existing + developments = total, for a schéma written that way. */
export function Evolution({ schema, equilibre }: { schema: SchemaLu; equilibre: Equilibre }) {
  if (schema.existant === null) return null
  return (
    <Panneau titre="De l’existant au total" sousTitre={schema.source ? `« ${schema.source} »` : undefined}>
      <Table caption="Existant, développements et total" dense>
        <thead>
          <tr>
            <Th>Part</Th>
            <Th num>ETP</Th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">Existant</Th>
            <Td num>{formatQuotite(schema.existant)}</Td>
          </tr>
          {schema.developpements.map((part) => (
            <tr key={part.libelle}>
              <Th scope="row">Développement : {part.libelle}</Th>
              <Td num>+ {formatQuotite(part.quotite)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Th scope="row">Total</Th>
            <Td num>
              {formatOuVide(schema.total)} <BadgeEcart somme={equilibre.evolution} />
            </Td>
          </tr>
        </tfoot>
      </Table>
    </Panneau>
  )
}

/** Who carries which thématique, only where the document says it. */
export function TableauCroise({ schema, equilibre }: { schema: SchemaLu; equilibre: Equilibre }) {
  if (schema.croisements.length === 0) return null
  const [porteurs, thematiques] = [listLignes(schema, 'PORTEUR'), listLignes(schema, 'THEMATIQUE')]
  const cellule = (porteur: string, thematique: string) =>
    schema.croisements.find((c) => c.porteur === porteur && c.thematique === thematique)
  return (
    <Panneau titre="Tableau croisé" sousTitre="Commune et thématique" actions={<BadgeEcart somme={equilibre.croise} />}>
      <Table caption="ETP par commune et par thématique" scroll="Tableau croisé des ETP" dense>
        <thead>
          <tr>
            <Th>Porteur</Th>
            {thematiques.map((ligne) => (
              <Th key={ligne.id} num>
                {ligne.libelle}
              </Th>
            ))}
            <Th num>Total</Th>
          </tr>
        </thead>
        <tbody>
          {porteurs.map((porteur) => (
            <tr key={porteur.id}>
              <Th scope="row">{porteur.libelle}</Th>
              {thematiques.map((thematique) => (
                <Td key={thematique.id} num>
                  {formatOuVide(cellule(porteur.libelle, thematique.libelle)?.quotite ?? null)}
                </Td>
              ))}
              <Td num>{formatOuVide(porteur.quotite)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panneau>
  )
}

const LIEUX: { lieu: DifferenceSchema['lieu']; titre: string }[] = [
  { lieu: 'TOTAL', titre: 'Total' },
  { lieu: 'PORTEUR', titre: 'Par commune' },
  { lieu: 'THEMATIQUE', titre: 'Par thématique' },
]

/** What changes from the schéma before, in words; a margin that it did not give has nothing to compare. */
export function Differences({
  differences,
  precedent,
  suivant,
}: {
  differences: DifferenceSchema[]
  precedent: SchemaLu | null
  suivant?: SchemaLu
}) {
  if (!precedent) return null
  const muets = (marge: 'PORTEUR' | 'THEMATIQUE') =>
    [precedent, ...(suivant ? [suivant] : [])].filter((schema) => listLignes(schema, marge).length === 0)
  const absentes = (['PORTEUR', 'THEMATIQUE'] as const).filter((marge) => muets(marge).length > 0)
  const comparables = differences.filter(({ lieu }) => !absentes.some((marge) => marge === lieu))
  return (
    <Panneau titre="Ce qui change" sousTitre={`Par rapport à « ${precedent.libelle} »`}>
      {comparables.length === 0 ? <p>Rien ne change.</p> : null}
      {LIEUX.map(({ lieu, titre }) => {
        const lignes = comparables.filter((difference) => difference.lieu === lieu)
        return lignes.length === 0 ? null : (
          <div key={lieu}>
            {lieu === 'TOTAL' ? null : <h3 className="mt-3 text-base">{titre}</h3>}
            <ul className="rows">
              {lignes.map((difference) => (
                <li key={difference.texte}>{difference.texte}</li>
              ))}
            </ul>
          </div>
        )
      })}
      {absentes.map((marge) => (
        <p key={marge} className="text-sm text-muted">
          {muets(marge)
            .map(({ libelle }) => `« ${libelle} »`)
            .join(' et ')}{' '}
          ne donne pas de répartition par {marge === 'PORTEUR' ? 'commune' : 'thématique'}
           : rien à comparer.
        </p>
      ))}
    </Panneau>
  )
}

/** Cost of the schéma for a year, at the cost per ETP that a document states; nothing without a source. */
export function Cout({
  schema,
  precedent,
  couts,
}: {
  schema: SchemaLu
  precedent: SchemaLu | null
  couts: { montant: string; source: string; indicatif: boolean }[]
}) {
  const [cout] = couts
  if (!cout || schema.total === null) return null
  return (
    <Panneau
      titre={cout.indicatif ? 'Coût indicatif' : 'Coût'}
      sousTitre={`${formatEuros(cout.montant)} par ETP, compté pour une année`}
    >
      <Details
        details={[
          { terme: formatPeriode(schema), valeur: formatEuros(computeCout(schema.total, cout.montant)) },
          ...(precedent?.total == null
            ? []
            : [{ terme: formatPeriode(precedent), valeur: formatEuros(computeCout(precedent.total, cout.montant)) }]),
        ]}
      />
      <p className="text-sm text-muted">{cout.source}</p>
    </Panneau>
  )
}

/** Planned is not filled: says what is so today, or on the nearest day of the schéma. */
export function Pourvu({ effectifs }: { effectifs: readonly LigneEffectif[] }) {
  const { prevu, pourvu, vacant, jamaisPourvu } = sumEffectifs(effectifs.map(({ effectif }) => effectif))
  if (pourvu === prevu) return null
  const phrase = formatPourvu(effectifs)
  return <Notice tone={vacant + jamaisPourvu > 0 ? 'warn' : 'info'}>{capitalise(phrase)}.</Notice>
}

/** All schémas side by side, line by line. Totals of different periods are never added. */
export function Comparaison({ schemas }: { schemas: SchemaLu[] }) {
  const blocs = (['PORTEUR', 'THEMATIQUE'] as const).map((marge) => {
    const noms = new Map<string, string>()
    for (const schema of schemas)
      for (const ligne of listLignes(schema, marge)) if (!noms.has(ligne.cle)) noms.set(ligne.cle, ligne.libelle)
    return { marge, noms: [...noms] }
  })
  return (
    <Panneau
      titre="Schémas côte à côte"
      sousTitre="Chaque schéma vaut pour sa période : les totaux ne s’additionnent pas."
    >
      <Table
        caption="Quotités de chaque schéma, par porteur puis par thématique"
        scroll="Tableau des schémas, par ligne"
        dense
      >
        <thead>
          <tr>
            <Th>Ligne</Th>
            {schemas.map((schema) => (
              <Th key={schema.id} num>
                {formatPeriode(schema)}
              </Th>
            ))}
          </tr>
        </thead>
        {blocs
          .filter((bloc) => bloc.noms.length > 0)
          .map((bloc) => (
            <tbody key={bloc.marge}>
              <tr className="row-group">
                <Th scope="rowgroup" colSpan={schemas.length + 1}>
                  {bloc.marge === 'PORTEUR' ? 'Par commune' : 'Par thématique'}
                </Th>
              </tr>
              {bloc.noms.map(([cle, nom]) => (
                <tr key={cle}>
                  <Th scope="row">{nom}</Th>
                  {schemas.map((schema) => {
                    const ligne = listLignes(schema, bloc.marge).find((candidate) => candidate.cle === cle)
                    return (
                      <Td key={schema.id} num>
                        {ligne ? formatOuVide(ligne.quotite) : '–'}
                        {ligne?.note ? <span className="block text-sm text-muted">{ligne.note}</span> : null}
                      </Td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        <tfoot>
          <tr>
            <Th scope="row">Total</Th>
            {schemas.map((schema) => (
              <Td key={schema.id} num>
                {formatOuVide(schema.total)}
                <span className="block text-sm font-normal text-muted">{MOTS_TOTAL_SCHEMA[schema.etat]}</span>
              </Td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </Panneau>
  )
}
