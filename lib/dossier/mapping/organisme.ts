import type { Dossier } from '@/lib/dossier/schema/dossier'
import { formatSlug } from '@/lib/platform/ref'

type OrganismeDossier = Dossier['organismes'][number]

/** Words a MSA is announced by, in one document or another: "La MSA Poitou", "Mutualité sociale agricole du Poitou". */
const ANNONCE_MSA = new Set([
  'la',
  'le',
  'les',
  'l',
  'de',
  'du',
  'des',
  'd',
  'caisse',
  'mutualite',
  'sociale',
  'agricole',
  'msa',
])

function computeNomMsa(nom: string): string {
  const mots = formatSlug(nom).split('-')
  const debut = mots.findIndex((mot) => !ANNONCE_MSA.has(mot))
  return debut < 0 ? '' : mots.slice(debut).join('-')
}

/**
 * Natural key of an organisme: what makes a Caf, a MSA, an EPCI or a commune one row for all conventions.
 * An organisme without such a key belongs to its convention alone.
 * @param slugConvention slug of the convention whose dossier names it
 */
export function computeCle(organisme: OrganismeDossier, slugConvention: string): string {
  const { type, nom, ref } = organisme
  if (type === 'CAF' && organisme.departement !== null) return `CAF:${organisme.departement}`
  if (type === 'EPCI' && organisme.siren !== null) return `EPCI:${organisme.siren}`
  if (type === 'COMMUNE' && organisme.insee !== null) return `COMMUNE:${organisme.insee}`
  const nomMsa = type === 'MSA' ? computeNomMsa(nom) : ''
  if (nomMsa !== '') return `MSA:${nomMsa}`
  return `${type}:${formatSlug(nom) || ref}@${slugConvention}`
}
