import { contenuReleveSchema } from '@/lib/gouvernance/releves/schema'
import { Erreurs } from './erreurs'
import { collectErreurs, createFormatIssue } from '@/lib/dossier/lecture/rules/messages'
import type { Dossier } from '@/lib/dossier/schema/dossier'

type Reunion = Dossier['instances'][number]['reunions'][number]

/** What minutes say is read by a page as it is: it has the form that this version writes. */
function checkContenu(contenu: unknown, chemin: string, erreurs: Erreurs): void {
  const lecture = contenuReleveSchema.safeParse(contenu, { error: createFormatIssue() })
  if (lecture.success) return
  const siennes = new Erreurs()
  collectErreurs(lecture.error.issues, siennes)
  for (const erreur of siennes.list()) erreurs.add(`${chemin}.${erreur.chemin}`, erreur.message)
}

/** Versions of the minutes of a meeting: numbered once, readable, and the last one validated where the meeting is frozen. */
export function checkReleves({ releves, figee }: Reunion, chemin: string, erreurs: Erreurs): void {
  const numeros = new Set<number>()
  releves.forEach(({ numero, contenu }, i) => {
    const ici = `${chemin}.releves[${i}]`
    if (numeros.has(numero))
      erreurs.add(`${ici}.numero`, 'Une version du relevé porte déjà ce numéro : numérotez-les 1, 2, 3…')
    numeros.add(numero)
    if (contenu !== null) checkContenu(contenu, `${ici}.contenu`, erreurs)
  })
  const derniere = releves.find(({ numero }) => numero === Math.max(...numeros))
  if (figee && derniere !== undefined && derniere.etat !== 'VALIDE') {
    erreurs.add(
      `${chemin}.figee`,
      'La dernière version du relevé n’est pas validée : mettez figee à false, ou corrigez l’état du relevé.',
    )
  }
}
