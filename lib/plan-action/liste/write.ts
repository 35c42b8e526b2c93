import 'server-only'
import type { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import type { Tx } from '@/lib/platform/db'
import { readMessageRegle } from '@/lib/platform/log'
import { echecs, succeed, type Echec, type Resultat } from '@/lib/platform/resultat'
import { updateChamps, type ContexteFiche } from '@/lib/plan-action/fiche/write/champs'
import { sqlFiches } from './sql/filtres'
import { sqlRangees, type FicheEcrite } from './sql/rangees'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { parseParametres } from './rules/filtres'
import { buildChangements, invertChangements } from './rules/lot'
import type { ChampFiche, ChangementsFiche } from '@/lib/plan-action/champs/schema'
import { TAILLE_LOT, type updateFichesSchema } from './schema/lot'
import type { ConflitFiche } from '@/lib/plan-action/fiche/types/edition'
import type { EchecDuLot, LotModifie } from './types'

type Lot = z.output<typeof updateFichesSchema>['lot']
type Changee = { fiche: number; champs: ChangementsFiche }

/** What the filters leave now, with what the gesture changes of each; refused when it is no longer what one saw. */
async function listChangees(
  tx: Tx,
  { convention, today }: ContexteFiche,
  lot: Extract<Lot, { genre: 'FILTRES' }>,
): Promise<Resultat<Changee[]>> {
  const { page: _page, ...filtres } = parseParametres(lot.parametres)
  const { id, debut, fin } = convention
  const annee = filtres.annee ?? computeAnneeVue({ debut, fin }, today)
  const trouvees = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
    WITH ${sqlFiches({ id, debut, fin, today, annee, filtres })} SELECT r.id FROM r ORDER BY r.rang NULLS LAST, r.ordre, r.id LIMIT ${TAILLE_LOT + 1}::int`)
  if (trouvees.length !== lot.attendu) {
    return echecs.regle(
      'LISTE_CHANGEE',
      'La liste a changé depuis que vous l’avez ouverte : rechargez-la, vérifiez, puis recommencez.',
    )
  }
  const index = new Map(
    (
      await tx.$queryRaw<FicheEcrite[]>(
        sqlRangees(
          id,
          trouvees.map((trouvee) => trouvee.id),
        ),
      )
    ).map((fiche) => [fiche.id, fiche]),
  )
  return succeed(
    trouvees.flatMap((trouvee) => {
      const fiche = index.get(trouvee.id)
      return fiche ? [{ fiche: fiche.id, champs: buildChangements(lot.geste, fiche) }] : []
    }),
  )
}

/** Why a fiche stayed as it was, with the remedy. */
function formatRaison(echec: Echec<unknown>): string {
  if (echec.tag === 'INVALIDE') return echec.champs.map(({ message }) => message).join(' ')
  if (echec.tag !== 'CONFLIT') return echec.message
  const conflits = (echec.actuel as ConflitFiche | null)?.conflits ?? []
  const champs = conflits.map(({ champ }) => MOTS_CHAMP[champ].toLowerCase()).join(', ')
  const auteur = conflits[0]?.auteur
  return `Modifiée entre-temps${auteur ? ` par ${auteur}` : ''}${champs ? ` (${champs})` : ''} : ouvrez-la pour choisir.`
}

/** Writes one fiche behind a savepoint: what PostgreSQL refuses of it takes nothing else along. */
async function updateUne(tx: Tx, contexte: ContexteFiche, { fiche, champs }: Changee): ReturnType<typeof updateChamps> {
  await tx.$executeRaw`SAVEPOINT fiche`
  try {
    const resultat = await updateChamps(tx, contexte, fiche, champs)
    await tx.$executeRaw`RELEASE SAVEPOINT fiche`
    return resultat
  } catch (erreur) {
    const regle = readMessageRegle(erreur)
    if (!regle) throw erreur
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT fiche`
    return echecs.regle('CT000', regle)
  }
}

/** Keeps of some changes those that were written. */
const pick = (champs: ChangementsFiche, ecrits: readonly ChampFiche[]): ChangementsFiche =>
  Object.fromEntries(Object.entries(champs).filter(([champ]) => ecrits.includes(champ as ChampFiche)))

/**
 * Changes many fiches, each on its own: those that cannot be are listed with why, the others are written. Rows are taken
 * in the order of their ids, so that two batches at once wait for each other instead of crossing.
 */
export async function updateLot(tx: Tx, contexte: ContexteFiche, lot: Lot): Promise<Resultat<LotModifie>> {
  const lues = lot.genre === 'FICHES' ? succeed<Changee[]>(lot.fiches) : await listChangees(tx, contexte, lot)
  if (!lues.ok) return lues
  const changees = [...new Map(lues.data.map((changee) => [changee.fiche, changee])).values()].sort(
    (a, b) => a.fiche - b.fiche,
  )
  const fait: LotModifie = { modifiees: 0, inchangees: 0, echecs: [], retour: [], heure: '' }
  const refus = new Map<number, string>()
  for (const changee of changees) {
    const resultat = await updateUne(tx, contexte, changee)
    if (!resultat.ok) refus.set(changee.fiche, formatRaison(resultat))
    else if (resultat.data.champs.length === 0) fait.inchangees += 1
    else {
      fait.modifiees += 1
      fait.heure = resultat.data.heure
      fait.retour.push({ fiche: changee.fiche, champs: invertChangements(pick(changee.champs, resultat.data.champs)) })
    }
  }
  return succeed({ ...fait, echecs: await listEchecs(tx, contexte.convention.id, refus) })
}

async function listEchecs(tx: Tx, conventionId: number, refus: ReadonlyMap<number, string>): Promise<EchecDuLot[]> {
  if (refus.size === 0) return []
  const fiches = await tx.ficheAction.findMany({
    where: { conventionId, id: { in: [...refus.keys()] } },
    select: { id: true, ref: true, numero: true, titre: true },
  })
  const index = new Map(fiches.map((fiche) => [fiche.id, fiche]))
  return [...refus].map(([fiche, raison]) => {
    const { ref = null, numero = null, titre = null } = index.get(fiche) ?? {}
    return { fiche, ref, numero, titre, raison }
  })
}
