import { formatExtrait, type Erreurs } from './erreurs'
import { createLien, EMPTY, type Ensembles } from './liens'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/**
 * The plan of action: what fiches cite is there, no set says the same thing twice, a split line is one line.
 * A closed version is not checked against the rest: it tells what was, and what it names may have gone since.
 */

type Fiche = NonNullable<Dossier['plan']>['fiches'][number]
type Indicateur = Fiche['indicateurs'][number]
type Lien = ReturnType<typeof createLien>

interface Verification {
  erreurs: Erreurs
  lien: Lien
  organisme: ReadonlySet<string>
  avenant: ReadonlySet<string>
  communes: ReadonlySet<string>
  documents: number
}

function checkUniques<T>(
  valeurs: readonly T[],
  chemin: (i: number) => string,
  message: string,
  erreurs: Erreurs,
): void {
  const vues = new Set<T>()
  valeurs.forEach((valeur, i) => {
    if (vues.has(valeur)) erreurs.add(chemin(i), message)
    vues.add(valeur)
  })
}

function checkFiche(
  fiche: Fiche,
  chemin: string,
  { erreurs, lien, organisme, avenant, communes, documents }: Verification,
): void {
  lien(`${chemin}.redaction.avenant`, fiche.redaction?.avenant ?? null, avenant, 'cet avenant', 'avenants')
  fiche.communes.forEach((nom, i) => {
    if (!communes.has(nom))
      erreurs.add(
        `${chemin}.communes[${i}]`,
        `${formatExtrait(nom)} n’est pas une commune du territoire : écrivez son nom comme dans « territoire.communes », ou ajoutez-l’y.`,
      )
  })
  checkUniques(
    fiche.communes,
    (i) => `${chemin}.communes[${i}]`,
    'Cette commune est déjà plus haut : gardez-la une seule fois.',
    erreurs,
  )
  fiche.documents.forEach((rang, i) => {
    if (rang > documents)
      erreurs.add(
        `${chemin}.documents[${i}]`,
        `Il n’y a pas de document au rang ${rang} : écrivez son rang dans « documents », 1 pour le premier, ou retirez-le.`,
      )
  })
  checkUniques(
    fiche.documents,
    (i) => `${chemin}.documents[${i}]`,
    'Ce document est déjà plus haut : gardez-le une seule fois.',
    erreurs,
  )
  checkUniques(
    fiche.appreciations.map(({ cote }) => cote),
    (i) => `${chemin}.appreciations[${i}].cote`,
    'Chaque côté apprécie une fois : gardez une appréciation pour la Caf, une pour la coordination.',
    erreurs,
  )
  fiche.pilotages.forEach((p, i) =>
    lien(`${chemin}.pilotages[${i}].organisme`, p.organisme, organisme, 'cet organisme', 'organismes'),
  )
  fiche.budget.forEach((b, i) =>
    lien(`${chemin}.budget[${i}].organisme`, b.organisme, organisme, 'cet organisme', 'organismes'),
  )
}

function checkOrigine(
  indicateur: Indicateur,
  chemin: string,
  siens: ReadonlyMap<string, Indicateur>,
  erreurs: Erreurs,
): void {
  if (indicateur.origine === null) return
  const ligne = siens.get(indicateur.origine)
  if (ligne === undefined) {
    erreurs.add(
      `${chemin}.origine`,
      `Aucun indicateur de cette fiche ne porte la référence « ${indicateur.origine} » : une ligne se scinde sur sa fiche. Corrigez cette référence, ou mettez null.`,
    )
  } else if (ligne === indicateur || ligne.origine !== null) {
    erreurs.add(
      `${chemin}.origine`,
      'Une partie vient d’une ligne telle qu’elle est écrite, qui n’est pas elle-même une partie : citez cette ligne, ou mettez null.',
    )
  } else if (ligne.etape !== indicateur.etape) {
    erreurs.add(`${chemin}.etape`, 'Une partie reste à l’étape de la ligne dont elle vient : reprenez la même étape.')
  }
}

function checkIndicateur(indicateur: Indicateur, chemin: string, { erreurs, lien, organisme }: Verification): void {
  checkUniques(
    indicateur.cibles.map(({ periode }) => periode),
    (i) => `${chemin}.cibles[${i}].periode`,
    'Cette période a déjà une cible plus haut : gardez-en une seule.',
    erreurs,
  )
  checkUniques(
    indicateur.ventiles,
    (i) => `${chemin}.ventiles[${i}]`,
    'Cette part est déjà plus haut : gardez-la une seule fois.',
    erreurs,
  )
  indicateur.cibles.forEach(({ debut, fin }, i) => {
    if (debut !== null && fin !== null && debut > fin)
      erreurs.add(
        `${chemin}.cibles[${i}].fin`,
        'La période de cette cible finit avant de commencer : inversez les deux dates.',
      )
  })
  indicateur.mesures.forEach(({ etat, confirmeeLe, accords }, i) => {
    const ici = `${chemin}.mesures[${i}]`
    if (confirmeeLe !== null && etat !== 'CONFIRMEE')
      erreurs.add(
        `${ici}.confirmeeLe`,
        'Une valeur proposée n’est pas encore confirmée : mettez null, ou corrigez son état.',
      )
    accords.forEach((accord, j) =>
      lien(`${ici}.accords[${j}].organisme`, accord.organisme, organisme, 'cet organisme', 'organismes'),
    )
    checkUniques(
      accords.map((accord) => accord.organisme),
      (j) => `${ici}.accords[${j}].organisme`,
      'Cet organisme a déjà donné son accord plus haut : gardez-le une seule fois.',
      erreurs,
    )
  })
}

export function checkPlan({ plan, territoire, documents }: Dossier, ensembles: Ensembles, erreurs: Erreurs): void {
  if (plan === null) return
  const { organisme = EMPTY, avenant = EMPTY, axe = EMPTY } = ensembles
  const lien = createLien(erreurs)
  const verification: Verification = {
    erreurs,
    lien,
    organisme,
    avenant,
    communes: new Set(territoire.communes.map(({ nom }) => nom)),
    documents: documents.length,
  }
  plan.fiches.forEach((fiche, i) => {
    const chemin = `plan.fiches[${i}]`
    lien(`${chemin}.axe`, fiche.axe, axe, 'cet axe', 'plan.axes')
    checkFiche(fiche, chemin, verification)
    const etapes = new Set(fiche.etapes.map(({ ref }) => ref))
    const siens = new Map(fiche.indicateurs.map((indicateur) => [indicateur.ref, indicateur]))
    fiche.indicateurs.forEach((indicateur, j) => {
      const ici = `${chemin}.indicateurs[${j}]`
      lien(`${ici}.etape`, indicateur.etape, etapes, 'cette étape', `${chemin}.etapes`)
      checkOrigine(indicateur, ici, siens, erreurs)
      checkIndicateur(indicateur, ici, verification)
    })
  })
  checkUniques(
    plan.versions.map(({ numero }) => numero),
    (i) => `plan.versions[${i}].numero`,
    'Ce numéro de version est déjà pris plus haut : donnez-en un autre.',
    erreurs,
  )
  plan.versions.forEach(({ avenant: ref }, i) =>
    lien(`plan.versions[${i}].avenant`, ref, avenant, 'cet avenant', 'avenants'),
  )
}
