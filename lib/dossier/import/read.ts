import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Erreurs, formatExtrait } from '@/lib/dossier/check/rules/erreurs'
import { computeCle } from '@/lib/dossier/mapping/organisme'
import type { Dossier } from '@/lib/dossier/schema/dossier'

type Genre = 'communes' | 'epcis' | 'departements'

/** An official code, where the dossier writes it. */
interface CodeCite {
  genre: Genre
  code: string
  chemin: string
}

const MOT: Record<Genre, string> = {
  communes: 'Le code INSEE',
  epcis: 'Le SIREN d’intercommunalité',
  departements: 'Le code de département',
}

function listCodes(dossier: Dossier): CodeCite[] {
  const cite = (genre: Genre, code: string | null, chemin: string): CodeCite[] =>
    code === null ? [] : [{ genre, code, chemin }]
  const { territoire } = dossier
  return [
    ...cite('departements', territoire.departement, 'territoire.departement'),
    ...territoire.epcis.flatMap(({ siren }, i) => cite('epcis', siren, `territoire.epcis[${i}].siren`)),
    ...territoire.communes.flatMap(({ insee }, i) => cite('communes', insee, `territoire.communes[${i}].insee`)),
    ...dossier.organismes.flatMap(({ type, siren, insee, departement }, i) => [
      // The SIREN of an association or of a Caf is in no table here: nothing to compare it with.
      ...(type === 'EPCI' ? cite('epcis', siren, `organismes[${i}].siren`) : []),
      ...cite('communes', insee, `organismes[${i}].insee`),
      ...cite('departements', departement, `organismes[${i}].departement`),
    ]),
    ...dossier.equipements.flatMap(({ insee }, i) => cite('communes', insee, `equipements[${i}].insee`)),
  ]
}

interface Reponse extends Record<Genre, string[]> {
  autorise: boolean
}

/**
 * What the database must already know, asked in one statement: official codes, and the right to
 * write for this Caf (an adviser of it, or an administrator; the owner of the database, whom no
 * wall stops, is let through).
 */
export async function checkBase(tx: Tx, dossier: Dossier): Promise<Erreurs> {
  const codes = listCodes(dossier)
  const list = (genre: Genre) => [...new Set(codes.filter((cite) => cite.genre === genre).map(({ code }) => code))]
  const caf = dossier.organismes.find(({ ref }) => ref === dossier.convention.caf)
  const cleCaf = caf ? computeCle(caf, dossier.convention.slug) : ''
  const [reponse] = await tx.$queryRaw<Reponse[]>`
    SELECT
      ARRAY(SELECT c FROM unnest(${list('communes')}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM commune k WHERE k.code = c)) AS communes,
      ARRAY(SELECT c FROM unnest(${list('epcis')}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM epci e WHERE e.siren = c)) AS epcis,
      ARRAY(SELECT c FROM unnest(${list('departements')}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM departement d WHERE d.code = c)) AS departements,
      NOT row_security_active('convention'::regclass) OR app.est_administrateur() OR EXISTS (
        SELECT 1 FROM app.roles_actifs() r JOIN organisme o ON o.id = r.organisme_id
        WHERE r.type = 'CONSEILLER_CAF' AND o.cle = ${cleCaf}) AS autorise`
  const erreurs = new Erreurs()
  if (!reponse?.autorise) {
    erreurs.add(
      'convention.caf',
      'Vous n’êtes pas rattaché à cette Caf : corrigez convention.caf, ou demandez l’import à un administrateur.',
    )
  }
  const inconnus = {
    communes: new Set(reponse?.communes),
    epcis: new Set(reponse?.epcis),
    departements: new Set(reponse?.departements),
  }
  for (const { genre, code, chemin } of codes) {
    if (inconnus[genre].has(code)) {
      erreurs.add(
        chemin,
        `${MOT[genre]} ${formatExtrait(code)} n’est pas dans le découpage officiel : corrigez-le, ou mettez null en gardant le nom tel qu’il est écrit.`,
      )
    }
  }
  return erreurs
}
