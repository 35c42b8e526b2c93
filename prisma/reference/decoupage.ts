import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'

/**
 * The official division of France (départements, EPCI with own taxation, communes) from
 * @etalab/decoupage-administratif, an extract of Insee's code officiel géographique and of Banatic.
 */

/** Vintage of the extract: version 6.0.0 of the package is that of 2026. */
export const MILLESIME = 2026

const departement = z.object({ code: z.string(), nom: z.string(), zone: z.string() })
const epci = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  populationMunicipale: z.number(),
  membres: z.array(z.object({ code: z.string(), populationMunicipale: z.number() })),
})
const commune = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  departement: z.string().optional(),
  population: z.number().optional(),
})

export interface Decoupage {
  departements: { code: string; nom: string }[]
  epcis: { siren: string; nom: string; nature: string; population: number }[]
  epciDepartements: { epci_siren: string; departement_code: string }[]
  communes: {
    code: string
    nom: string
    departement_code: string
    epci_siren: string | null
    population: number | null
  }[]
}

/** The package's own index reads its files from the current folder: they are resolved from here instead. */
async function readJson<T>(nom: string, schema: z.ZodType<T>): Promise<T[]> {
  const chemin = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${nom}.json`)
  return z.array(schema).parse(JSON.parse(await readFile(chemin, 'utf8')))
}

/** Names are shown as they are loaded: « L'Escale » takes the apostrophe of French print. */
const setApostrophe = (nom: string): string => nom.replace(/'/g, '’')

/**
 * Reads the division: the 101 départements (overseas collectivities, which have no Caf convention of
 * their own, are left out), all the EPCI, and the communes of today (no commune déléguée or associée).
 * Populations are the municipal ones of the EPCI file, so that an EPCI is the sum of its communes; the
 * few communes outside any EPCI keep the figure of the communes' file.
 */
export async function readDecoupage(): Promise<Decoupage> {
  const [tousDepartements, epcis, toutesCommunes] = await Promise.all([
    readJson('departements', departement),
    readJson('epci', epci),
    readJson('communes', commune),
  ])
  const departements = tousDepartements.filter(({ zone }) => zone !== 'com')
  const codes = new Set(departements.map(({ code }) => code))
  const membres = new Map(
    epcis.flatMap((e) =>
      e.membres.map((m) => [m.code, { siren: e.code, population: m.populationMunicipale }] as const),
    ),
  )
  const communes = toutesCommunes.flatMap((c) => {
    if (c.type !== 'commune-actuelle' || c.departement === undefined || !codes.has(c.departement)) return []
    const membre = membres.get(c.code)
    return [
      {
        code: c.code,
        nom: setApostrophe(c.nom),
        departement_code: c.departement,
        epci_siren: membre?.siren ?? null,
        population: membre?.population ?? c.population ?? null,
      },
    ]
  })
  const liens = new Map(
    communes.flatMap(({ epci_siren, departement_code }) =>
      epci_siren === null ? [] : [[`${epci_siren} ${departement_code}`, { epci_siren, departement_code }] as const],
    ),
  )
  return {
    departements: departements.map(({ code, nom }) => ({ code, nom: setApostrophe(nom) })),
    epcis: epcis.map((e) => ({
      siren: e.code,
      nom: setApostrophe(e.nom),
      nature: e.type,
      population: e.populationMunicipale,
    })),
    epciDepartements: [...liens.values()],
    communes,
  }
}
