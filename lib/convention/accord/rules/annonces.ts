/**
 * « 30 fiches annoncées, 12 décrites »: what is announced is no action, and enters no progress.
 * @param mots what is counted, alone and in number, with its participles: « décrite » is what is known of it
 * @returns null when the document gives no number
 */
export function formatAnnonce(
  annonces: number | null,
  connus: number,
  mots: { un: string; des: string; annonce: string; connu: string },
): string | null {
  if (annonces === null) return null
  const accorde = (nombre: number, mot: string) => (nombre > 1 ? `${mot}s` : mot)
  const tete = `${annonces} ${annonces > 1 ? mots.des : mots.un} ${accorde(annonces, mots.annonce)}`
  return `${tete}, ${connus} ${accorde(connus, mots.connu)}`
}
