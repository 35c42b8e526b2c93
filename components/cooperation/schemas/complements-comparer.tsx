import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { toSchemaRegle, type SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { compareSchemas } from '@/lib/cooperation/schemas/rules/equilibre'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import { formatEcart } from '@/lib/platform/nombres'
import { Differences } from './complements'
import { formatPeriode } from '@/components/cooperation/mots'
import { formatOuVide } from './table-marge'
import { listLignes } from './vue-schema'

/** The two schémas that the address asks for, by their keys. */
export interface ChoixComparaison {
  a?: string | undefined
  b?: string | undefined
}

interface ComparerDeuxProps {
  schemas: SchemaLu[]
  choisi: SchemaLu
  choix: ChoixComparaison
  /** address of the page */
  base: string
}

/** The pair to compare: what the address says, otherwise the schéma in view and the one before it. */
function findPaire(schemas: SchemaLu[], choisi: SchemaLu, { a, b }: ChoixComparaison): [SchemaLu, SchemaLu] | null {
  const rang = Math.max(1, schemas.indexOf(choisi))
  const avant = schemas.find(({ ref }) => ref === a) ?? schemas[rang - 1]
  const apres = schemas.find(({ ref }) => ref === b) ?? (avant === schemas[rang] ? schemas[rang + 1] : schemas[rang])
  return avant && apres ? [avant, apres] : null
}

/** Any two schémas side by side, with what changes from one to the other in words. */
export function ComparerDeux({ schemas, choisi, choix, base }: ComparerDeuxProps) {
  const paire = findPaire(schemas, choisi, choix)
  if (!paire) return null
  const [avant, apres] = paire
  const options = schemas.map(({ ref, libelle }) => ({ value: ref, label: libelle }))
  return (
    <>
      <Panneau
        titre="Comparer deux schémas"
        sousTitre="Chaque schéma vaut pour sa période : leurs totaux ne s’additionnent pas."
      >
        <form className="form-row items-end no-print" action={base}>
          <input type="hidden" name="vue" value="comparer" />
          <Select key={`a-${avant.ref}`} label="De ce schéma" name="a" options={options} defaultValue={avant.ref} />
          <Select key={`b-${apres.ref}`} label="À celui-ci" name="b" options={options} defaultValue={apres.ref} />
          <div>
            <Button type="submit">Comparer</Button>
          </div>
        </form>
        {avant === apres ? (
          <p>Choisissez deux schémas différents pour voir ce qui change.</p>
        ) : (
          <TableDeux avant={avant} apres={apres} />
        )}
      </Panneau>
      {avant === apres ? null : (
        <Differences
          differences={compareSchemas(toSchemaRegle(avant), toSchemaRegle(apres))}
          precedent={avant}
          suivant={apres}
        />
      )}
    </>
  )
}

const formatChange = (avant: number | null | undefined, apres: number | null | undefined): string =>
  avant == null || apres == null ? '–' : avant === apres ? '=' : formatEcart(apres - avant)

function TableDeux({ avant, apres }: { avant: SchemaLu; apres: SchemaLu }) {
  return (
    <Table
      caption={`« ${avant.libelle} » et « ${apres.libelle} », ligne par ligne`}
      scroll="Comparaison des deux schémas"
      dense
    >
      <thead>
        <tr>
          <Th>Ligne</Th>
          <Th num>{formatPeriode(avant)}</Th>
          <Th num>{formatPeriode(apres)}</Th>
          <Th num>Écart</Th>
        </tr>
      </thead>
      {(['PORTEUR', 'THEMATIQUE'] as const).map((marge) => {
        const [de, a] = [listLignes(avant, marge), listLignes(apres, marge)]
        const cles = [...new Set([...a, ...de].map(({ cle }) => cle))]
        if (cles.length === 0) return null
        return (
          <tbody key={marge}>
            <tr className="row-group">
              <Th scope="rowgroup" colSpan={4}>
                {marge === 'PORTEUR' ? 'Par commune' : 'Par thématique'}
              </Th>
            </tr>
            {cles.map((cle) => {
              const [avantLigne, apresLigne] = [
                de.find((ligne) => ligne.cle === cle),
                a.find((ligne) => ligne.cle === cle),
              ]
              return (
                <tr key={cle}>
                  <Th scope="row">{(apresLigne ?? avantLigne)?.libelle}</Th>
                  <Cellule ligne={avantLigne} />
                  <Cellule ligne={apresLigne} />
                  <Td num>{formatChange(avantLigne?.quotite, apresLigne?.quotite)}</Td>
                </tr>
              )
            })}
          </tbody>
        )
      })}
      <tfoot>
        <tr>
          <Th scope="row">Total</Th>
          {[avant, apres].map(({ id, total, etat }) => (
            <Td key={id} num>
              {formatOuVide(total)}
              <span className="block text-sm font-normal text-muted">{MOTS_TOTAL_SCHEMA[etat]}</span>
            </Td>
          ))}
          <Td num>{formatChange(avant.total, apres.total)}</Td>
        </tr>
      </tfoot>
    </Table>
  )
}

function Cellule({ ligne }: { ligne: SchemaLu['lignes'][number] | undefined }) {
  return (
    <Td num>
      {ligne ? formatOuVide(ligne.quotite) : '–'}
      {ligne?.note ? <span className="block text-sm text-muted">{ligne.note}</span> : null}
    </Td>
  )
}
