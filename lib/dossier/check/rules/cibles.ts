import type { Erreurs } from './erreurs'
import { formatSlug } from '@/lib/platform/ref'
import type { Dossier } from '@/lib/dossier/schema/dossier'

type TypeCible = Dossier['reserves'][number]['cible']['type']

interface Cible {
  /** what a `ref` may be; null when an object of this kind is pointed to without one */
  refs: ReadonlySet<string> | null
  /** where the remedy sends */
  ou: string
}

/** Communes and annexes have no `ref` of their own: their code, their number or their name stands for it. */
function listNoms(noms: readonly (string | null)[]): string[] {
  return noms.flatMap((nom) => (nom === null ? [] : [formatSlug(nom)])).filter((nom) => nom !== '')
}

function listCibles(dossier: Dossier, ensembles: Record<string, ReadonlySet<string>>): Record<TypeCible, Cible> {
  const connus = (genre: string): ReadonlySet<string> => ensembles[genre] ?? new Set()
  const communes = dossier.territoire.communes.flatMap(({ insee, nom, nomSource }) => [
    ...(insee === null ? [] : [insee.toLowerCase()]),
    ...listNoms([nom, nomSource]),
  ])
  const annexes = dossier.annexes.flatMap(({ numero, titre }) =>
    listNoms([numero, titre, numero === null ? null : `annexe ${numero}`]),
  )
  return {
    CONVENTION: { refs: new Set([dossier.convention.slug]), ou: 'la convention (son slug, ou null)' },
    TERRITOIRE: { refs: null, ou: 'le territoire' },
    COMMUNE: {
      refs: new Set(communes),
      ou: 'territoire.communes (son code INSEE, ou son nom en minuscules avec des tirets)',
    },
    ORGANISME: { refs: connus('organisme'), ou: 'organismes' },
    DELIBERATION: {
      refs: new Set(dossier.deliberations.map(({ organisme }) => organisme)),
      ou: 'deliberations (la référence de leur organisme)',
    },
    AVENANT: { refs: connus('avenant'), ou: 'avenants' },
    ENJEU: { refs: connus('enjeu'), ou: 'enjeux' },
    ANNEXE: { refs: new Set(annexes), ou: 'annexes (leur numéro, ou leur titre en minuscules avec des tirets)' },
    INSTANCE: { refs: connus('instance'), ou: 'instances' },
    REGLE: {
      refs: new Set(dossier.instances.filter(({ regles }) => regles.length > 0).map(({ ref }) => ref)),
      ou: 'instances avec une règle',
    },
    PLAN: { refs: null, ou: 'le plan d’action' },
    AXE: { refs: connus('axe'), ou: 'plan.axes' },
    FICHE: { refs: connus('fiche'), ou: 'plan.fiches' },
    ETAPE: { refs: connus('etape'), ou: 'les étapes des fiches' },
    INDICATEUR: { refs: connus('indicateur'), ou: 'les indicateurs des fiches' },
    EQUIPEMENT: { refs: connus('equipement'), ou: 'equipements' },
    SCHEMA: { refs: connus('schema'), ou: 'schemas' },
    AFFECTATION: { refs: connus('schema'), ou: 'schemas (la référence du schéma de la ligne)' },
    MISSION: { refs: null, ou: 'les missions' },
    EVALUATION: { refs: connus('evaluation'), ou: 'evaluations' },
  }
}

/** A doubtful reading points to something that is there. */
export function checkCibles(dossier: Dossier, ensembles: Record<string, ReadonlySet<string>>, erreurs: Erreurs): void {
  if (dossier.reserves.length === 0) return
  const cibles = listCibles(dossier, ensembles)
  dossier.reserves.forEach(({ cible: { type, ref } }, i) => {
    const { refs, ou } = cibles[type]
    if (ref === null || refs?.has(ref)) return
    erreurs.add(
      `reserves[${i}].cible.ref`,
      refs === null
        ? `Une réserve sur ${ou} ne porte pas de référence : mettez null.`
        : `La référence « ${ref} » n’est pas dans ${ou} : corrigez-la, ou mettez null.`,
    )
  })
}
