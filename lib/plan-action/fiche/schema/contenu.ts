import { z } from 'zod'
import { annee, dateOuNulle, identifiant, slugConvention, texte, texteOuNul, version } from '@/lib/platform/saisie'
import { parseMontantBudget } from '../rules/budget'
import { periodeSaisie } from '@/lib/plan-action/champs/schema'
import { LONGUEUR_TEXTE } from '@/lib/plan-action/champs/words/limites'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** What may come in about the rows that hang on a fiche: étapes, budget lines, links, documents. */

const surFiche = { convention: slugConvention, fiche: identifiant }

const champsEtape = {
  numero: texteOuNul(20),
  titre: texte(500).min(1, 'Donnez un titre à l’étape.'),
  description: texteOuNul(LONGUEUR_TEXTE),
  periode: periodeSaisie,
  statut: z.enum(STATUTS, 'Choisissez un statut de la liste.'),
}
const surEtape = { ...surFiche, etape: identifiant, version }

export const createEtapeSchema = z.strictObject({ ...surFiche, ...champsEtape })
export const updateEtapeSchema = z.strictObject({ ...surEtape, ...champsEtape })
export const removeEtapeSchema = z.strictObject(surEtape)
const ordre = z.array(identifiant).max(200)
/** The order one saw, and the one wanted. */
export const updateOrdreEtapesSchema = z.strictObject({ ...surFiche, avant: ordre, apres: ordre })

/** Typed euros: an exact decimal, null when nothing is typed. */
const montant = z
  .string()
  .max(40, 'Écrivez un montant plus court, par exemple 12 000.')
  .transform((texte, contexte): string | null => {
    const lu = parseMontantBudget(texte)
    if (lu.ok) return lu.montant
    contexte.addIssue({ code: 'custom', message: lu.message })
    return z.NEVER
  })

const champsBudget = {
  /** null: on the whole, no year said */
  annee: annee.nullable(),
  financeur: texte(200).min(1, 'Indiquez qui finance, par exemple la Caf ou la commune.'),
  organisme: identifiant.nullable(),
  libelle: texteOuNul(300),
  prevu: montant,
  realise: montant,
  source: texteOuNul(300),
}

export const createLigneBudgetSchema = z.strictObject({ ...surFiche, ...champsBudget })
export const updateLigneBudgetSchema = z.strictObject({ ...surFiche, ligne: identifiant, version, ...champsBudget })
export const removeLigneBudgetSchema = z.strictObject({ ...surFiche, ligne: identifiant, version })

const champsLien = {
  libelle: texte(300).min(1, 'Nommez ce dispositif, par exemple le schéma départemental des services aux familles.'),
  precision: texteOuNul(500),
  adresse: texteOuNul(500).refine(
    (adresse) => adresse === null || isAdresse(adresse),
    'Écrivez une adresse complète, qui commence par https:// ou http://.',
  ),
}
/** A link as it was seen: it has no version. */
const lienVu = z.strictObject({ libelle: z.string(), precision: z.string().nullable(), adresse: z.string().nullable() })

/** True for an http(s) address: nothing else is ever made a link. */
function isAdresse(texte: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(texte) && URL.canParse(texte)
}

export const createLienFicheSchema = z.strictObject({ ...surFiche, ...champsLien })
export const updateLienFicheSchema = z.strictObject({ ...surFiche, lien: identifiant, avant: lienVu, ...champsLien })
export const removeLienFicheSchema = z.strictObject({ ...surFiche, lien: identifiant })

export const createFicheDocumentSchema = z.strictObject({ ...surFiche, document: identifiant })
export const removeFicheDocumentSchema = z.strictObject({ ...surFiche, document: identifiant })
export const createDocumentFicheSchema = z.strictObject({
  ...surFiche,
  titre: texte(300).min(1, 'Donnez un titre au document.'),
  nature: texte(100).min(1, 'Dites de quoi il s’agit, par exemple un compte rendu.'),
  reference: texteOuNul(500),
  date: dateOuNulle,
})
