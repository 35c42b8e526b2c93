import { MILLESIME, readDecoupage } from './decoupage'
import { missionsReference, naturesEquipement, themesAfas } from './nomenclatures'

/** What is asked of a connection: pg's Client and PoolClient both have it. */
export interface ClientSql {
  query(texte: string, valeurs?: unknown[]): Promise<unknown>
}

interface Table {
  nom: string
  /** columns and their SQL types; the first `cle` of them are the key */
  colonnes: Record<string, string>
  cle: number
}

const table = (nom: string, colonnes: Record<string, string>, cle = 1): Table => ({ nom, colonnes, cle })

const DEPARTEMENT = table('departement', { code: 'text', nom: 'text' })
const EPCI = table('epci', { siren: 'text', nom: 'text', nature: 'text', population: 'int', millesime: 'int' })
const EPCI_DEPARTEMENT = table('epci_departement', { epci_siren: 'text', departement_code: 'text' }, 2)
const COMMUNE = table('commune', {
  code: 'text',
  nom: 'text',
  departement_code: 'text',
  epci_siren: 'text',
  population: 'int',
  millesime: 'int',
})
const THEME_AFAS = table('theme_afas', { code: 'text', numero: 'int', nom: 'text', ordre: 'int' })
const NATURE_EQUIPEMENT = table('nature_equipement', {
  code: 'text',
  nom: 'text',
  type: 'text',
  nom_type: 'text',
  ordre: 'int',
})
const MISSION_REFERENCE = table('mission_reference', { ordre: 'int', bloc: 'text', texte: 'text' })

/**
 * One statement per table: writes the rows that are not there, word for word, already. A second run thus
 * writes nothing, and does not even fold the 35 000 names of communes again.
 */
async function writeTable(client: ClientSql, { nom, colonnes, cle }: Table, lignes: readonly object[]): Promise<void> {
  const noms = Object.keys(colonnes)
  const liste = noms.join(', ')
  const autres = noms.slice(cle)
  await client.query(
    `INSERT INTO ${nom} (${liste})
     SELECT ${liste} FROM json_to_recordset($1::json) AS lignes(${noms.map((n) => `${n} ${colonnes[n]}`).join(', ')})
     EXCEPT SELECT ${liste} FROM ${nom}
     ON CONFLICT (${noms.slice(0, cle).join(', ')})
     ${autres.length === 0 ? 'DO NOTHING' : `DO UPDATE SET ${autres.map((n) => `${n} = excluded.${n}`).join(', ')}`}`,
    [JSON.stringify(lignes)],
  )
}

const withOrdre = <T extends object>(lignes: readonly T[]) =>
  lignes.map((ligne, index) => ({ ...ligne, ordre: index + 1 }))
const withMillesime = <T extends object>(lignes: readonly T[]) =>
  lignes.map((ligne) => ({ ...ligne, millesime: MILLESIME }))

/**
 * Loads or refreshes the reference data: official division of France, AFAS themes, kinds of equipment,
 * missions of the chargés de coopération. Idempotent, one transaction; a commune that has disappeared
 * from the division is kept, with the vintage it was last seen in, since conventions may name it.
 * @param client connection of the owner of the tables, outside any transaction
 */
export async function loadReferences(client: ClientSql): Promise<void> {
  const { departements, epcis, epciDepartements, communes } = await readDecoupage()
  await client.query('BEGIN')
  try {
    await writeTable(client, DEPARTEMENT, departements)
    await writeTable(client, EPCI, withMillesime(epcis))
    await writeTable(client, EPCI_DEPARTEMENT, epciDepartements)
    // An EPCI may leave a département; nothing else points to these rows.
    await client.query(
      `DELETE FROM epci_departement AS cible WHERE NOT EXISTS (
         SELECT FROM json_to_recordset($1::json) AS lignes(epci_siren text, departement_code text)
         WHERE lignes.epci_siren = cible.epci_siren AND lignes.departement_code = cible.departement_code)`,
      [JSON.stringify(epciDepartements)],
    )
    await writeTable(client, COMMUNE, withMillesime(communes))
    await writeTable(client, THEME_AFAS, withOrdre(themesAfas))
    await writeTable(
      client,
      NATURE_EQUIPEMENT,
      withOrdre(naturesEquipement.map(({ code, nom, type, nomType }) => ({ code, nom, type, nom_type: nomType }))),
    )
    await writeTable(client, MISSION_REFERENCE, withOrdre(missionsReference))
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
