import 'server-only'
import { z } from 'zod'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { listSchemas } from '@/lib/cooperation/schemas/read/schemas'
import { listPostes } from '@/lib/cooperation/postes/read/postes'
import { AUCUNE_PART, checkParts, computeTemps, computeTotauxAfas, type PartsAfas } from './rules/parts'
import { findAnnee } from './rules/annees'
import { compareMarge, findSchemaAnnee } from './rules/comparaison'
import { buildTableau } from './rules/export'
import { roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import { codeTheme } from '@/lib/cooperation/schemas/schema/themes'
import { type CodeTheme } from '@/lib/cooperation/schemas/words'
import { ABSENTE, type EcheanceLue, type LigneAfas, type VueAfas } from './types'
import type { OccupationLue, PosteLu } from '@/lib/cooperation/postes/types/postes'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'

interface PartLue {
  annee: number
  charge: number
  nom: string
  theme: CodeTheme
  part: number
  version: number
}

interface Annexe {
  parts: PartLue[]
  themes: { code: CodeTheme; nom: string }[]
  caf: string
  echeances: EcheanceLue[]
}

/** Everyone in post in the year, and whoever has a distribution for it. */
function buildLignes(postes: readonly PosteLu[], parts: readonly PartLue[], annee: number): LigneAfas[] {
  const parCharge = new Map<number, OccupationLue[]>()
  for (const occupation of postes.flatMap(({ occupations }) => occupations))
    parCharge.set(occupation.charge, [...(parCharge.get(occupation.charge) ?? []), occupation])
  for (const { charge } of parts.filter((part) => part.annee === annee))
    if (!parCharge.has(charge)) parCharge.set(charge, [])
  const read = (charge: number, an: number): { parts: PartsAfas; version: number } | null => {
    const siennes = parts.filter((part) => part.charge === charge && part.annee === an)
    if (siennes.length === 0) return null
    return {
      parts: { ...AUCUNE_PART, ...Object.fromEntries(siennes.map(({ theme, part }) => [theme, part])) },
      version: Math.max(...siennes.map(({ version }) => version)),
    }
  }
  return [...parCharge]
    .flatMap(([charge, occupations]): LigneAfas[] => {
      const { enPoste, present, auMoins } = computeTemps(occupations, annee)
      const saisie = read(charge, annee)
      if (enPoste.centiemesJours === 0 && !auMoins && saisie === null) return []
      const avant = read(charge, annee - 1)
      const nom = occupations[0]?.nom ?? parts.find((part) => part.charge === charge)?.nom ?? ''
      return [
        {
          charge,
          nom,
          temps: present,
          present: roundMoyenne(present),
          enPoste: roundMoyenne(enPoste),
          auMoins,
          parts: saisie?.parts ?? null,
          version: saisie?.version ?? ABSENTE,
          precedente: avant !== null && checkParts(avant.parts).ok,
        },
      ]
    })
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
}

function compare(
  schemas: Awaited<ReturnType<typeof listSchemas>>,
  annee: number,
  totaux: ReturnType<typeof computeTotauxAfas>,
): VueAfas['comparaison'] {
  const { schema, autres } = findSchemaAnnee(schemas, annee)
  if (!schema) return null
  const lignes = schema.lignes.filter(({ marge }) => marge === 'THEMATIQUE')
  const lues = lignes.map(({ theme, libelle, quotite }) => ({
    theme: codeTheme.safeParse(theme).data ?? null,
    libelle,
    quotite,
  }))
  return {
    ...compareMarge(totaux, lues, MOTS_TOTAL_SCHEMA[schema.etat]),
    libelle: schema.libelle,
    etat: schema.etat,
    autres: autres.map(({ libelle }) => libelle),
  }
}

/** The distribution of a year over the AFAS themes, by person and in total, and the calendar of the Caf. */
export const getAfas = defineQuery({
  nom: 'getAfas',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, annee: z.string().max(10).optional() }),
  run: async ({ tx, convention, today }, input): Promise<VueAfas> => {
    const [annexe] = await tx.$queryRaw<Annexe[]>`
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('annee', r.annee, 'charge', r.charge_id, 'nom', coalesce(k.nom, 'Personne n° ' || r.charge_id),
            'theme', r.theme_code, 'part', (r.part * 100)::int, 'version', r.version)), '[]')
          FROM repartition_afas r LEFT JOIN charge_cooperation k ON k.id = r.charge_id WHERE r.convention_id = ${convention.id}) AS parts,
        (SELECT jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom)) FROM theme_afas t) AS themes,
        coalesce(c.caf, 'la Caf') AS caf,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'version', e.version, 'annee', e.annee, 'libelle', e.libelle, 'date', e.date, 'source', e.source) ORDER BY e.date, e.id), '[]')
          FROM echeance_afas e WHERE e.caf_id = c.caf_id) AS echeances
      FROM porte.convention c WHERE c.id = ${convention.id}`
    const { parts, themes, caf, echeances } = annexe ?? { parts: [], themes: [], caf: '', echeances: [] }
    const { annee, annees } = findAnnee(input.annee, convention, { today, remplies: parts.map((part) => part.annee) })
    const schemas = await listSchemas(tx, convention.id)
    const lus = await listPostes(tx, convention.id, { poste: null, schema: null })
    // A draft is hidden from some: so are its posts.
    const visibles = new Set(schemas.map(({ id }) => id))
    const lignes = buildLignes(
      lus.filter(({ schema }) => visibles.has(schema)),
      parts,
      annee,
    )
    const comptees = lignes.flatMap(({ nom, temps, parts: siennes }) =>
      siennes !== null && checkParts(siennes).ok ? [{ nom, temps, parts: siennes }] : [],
    )
    const totaux = computeTotauxAfas(comptees)
    const noms = {
      PETITE_ENFANCE: '',
      ENFANCE_JEUNESSE: '',
      PARENTALITE: '',
      DROITS_VIE_SOCIALE: '',
      GLOBAL: '',
      ...Object.fromEntries(themes.map(({ code, nom }) => [code, nom])),
    }
    return {
      nom: convention.nom,
      today,
      annee,
      annees,
      themes: noms,
      lignes,
      incompletes: lignes.flatMap((ligne) => (ligne.parts !== null && !checkParts(ligne.parts).ok ? [ligne.nom] : [])),
      sansRepartition: lignes.flatMap((ligne) => (ligne.parts === null ? [ligne.nom] : [])),
      tableau: buildTableau(comptees, totaux, noms),
      comparaison: comptees.length > 0 ? compare(schemas, annee, totaux) : null,
      caf,
      echeances: echeances.filter((echeance) => echeance.annee === annee),
      modifiable: computeReach('schema.ecrire', convention.roles) === 'OUI',
      reglable: computeReach('afas.regler', convention.roles) === 'OUI',
    }
  },
})
