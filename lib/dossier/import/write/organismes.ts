import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Erreurs, formatExtrait } from '@/lib/dossier/check/rules/erreurs'
import { insert } from './lots'
import { computeCle } from '@/lib/dossier/mapping/organisme'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/** Official codes that all conventions share. */
interface Codes {
  siren: string | null
  insee: string | null
  departement: string | null
}

const CODES: readonly [keyof Codes, string][] = [
  ['siren', 'SIREN'],
  ['insee', 'code INSEE'],
  ['departement', 'département'],
]

interface Connu extends Codes {
  id: number
}

/**
 * Finds or creates the shared rows of a dossier’s organismes, and completes the codes that were not
 * known yet where the asker may. What is already there is never overwritten: a code that disagrees
 * is an error, since two conventions would not be speaking of the same organisme.
 * @returns ids by natural key; or errors, after which the transaction must not be kept
 */
export async function writeOrganismes(
  tx: Tx,
  dossier: Dossier,
): Promise<{ ok: true; ids: Map<string, number> } | { ok: false; erreurs: Erreurs }> {
  const { slug } = dossier.convention
  const cites = dossier.organismes.map((organisme) => ({ ...organisme, cle: computeCle(organisme, slug) }))
  const lignesVoulues = cites.map(({ cle, type, nom, siren, insee, departement, adresse }) => ({
    cle,
    type,
    nom,
    siren,
    communeCode: insee,
    epciSiren: type === 'EPCI' ? siren : null,
    departementCode: departement,
    adresse,
  }))
  // Somebody may be creating the same commune at this moment: the second waits, then finds it.
  await insert(lignesVoulues, (data) => tx.organisme.createMany({ data, skipDuplicates: true }))
  const lignes = await tx.organisme.findMany({
    where: { cle: { in: cites.map(({ cle }) => cle) } },
    select: { id: true, cle: true, siren: true, communeCode: true, departementCode: true },
  })
  const connus = new Map(
    lignes.map((o): [string, Connu] => [
      o.cle,
      { id: o.id, siren: o.siren, insee: o.communeCode, departement: o.departementCode },
    ]),
  )
  await completeCodes(tx, cites, connus)
  const erreurs = new Erreurs()
  cites.forEach((cite, i) => checkCodes(cite, connus.get(cite.cle), `organismes[${i}]`, erreurs))
  return erreurs.nombre > 0
    ? { ok: false, erreurs }
    : { ok: true, ids: new Map([...connus].map(([cle, { id }]) => [cle, id])) }
}

async function completeCodes(
  tx: Tx,
  cites: readonly (Codes & { cle: string })[],
  connus: Map<string, Connu>,
): Promise<void> {
  const manques = cites.flatMap(({ cle, siren, insee, departement }) => {
    const connu = connus.get(cle)
    const manque =
      connu !== undefined &&
      [
        [connu.siren, siren],
        [connu.insee, insee],
        [connu.departement, departement],
      ].some(([la, dit]) => la === null && dit !== null)
    return manque ? [{ id: connu.id, siren, insee, departement }] : []
  })
  if (manques.length === 0) return
  // Row-level security leaves out the rows that the asker may not change: they come back as they were.
  const completes = await tx.$queryRaw<(Connu & { cle: string })[]>`
    UPDATE organisme o SET siren = coalesce(o.siren, m.siren), commune_code = coalesce(o.commune_code, m.insee),
      departement_code = coalesce(o.departement_code, m.departement)
    FROM jsonb_to_recordset(${JSON.stringify(manques)}::jsonb) AS m(id int, siren text, insee text, departement text)
    WHERE o.id = m.id
    RETURNING o.cle, o.id, o.siren, o.commune_code AS insee, o.departement_code AS departement`
  for (const { cle, ...connu } of completes) connus.set(cle, connu)
}

function checkCodes(cite: Codes & { nom: string }, connu: Connu | undefined, chemin: string, erreurs: Erreurs): void {
  for (const [champ, mot] of CODES) {
    const dit = cite[champ]
    const la = connu?.[champ] ?? null
    if (dit === null || la === null || dit === la) continue
    erreurs.add(
      `${chemin}.${champ}`,
      `${formatExtrait(cite.nom)} est déjà connu avec un autre ${mot}, « ${la} » : reprenez celui-là, ou mettez null.`,
    )
  }
}
