import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'
import { checkGesteLibre } from '@/lib/competences/read'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { computeReach } from '@/lib/platform/identite/politique'
import { echecs, succeed, type Echec, type ErreurChamp, type Resultat } from '@/lib/platform/resultat'
import { writeCommunes, writePilotages, writeThemes } from './listes'
import { listAuteurs, readChamps } from '@/lib/plan-action/champs/sql'
import { CHAMPS_COORDINATION } from '@/lib/plan-action/champs/rules/catalogue'
import { computeFusion } from '@/lib/plan-action/champs/rules/fusion'
import type { ChampFiche, ChangementsFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { ChampEnConflit, ConflitFiche, FicheModifiee } from '../types/edition'

export { readChamps } from '@/lib/plan-action/champs/sql'

/** The one way to write the fields of a fiche, whoever asks: a person, a list, a restored value, an accepted proposal. */

export interface ContexteFiche {
  convention: ConventionOuverte
  acteur: Acteur
  today: DateCivile
}

/** What an instance decides where the convention says so, instead of a hand on the list. */
const SE_DECIDE: ReadonlySet<string> = new Set(['REPORTEE', 'ABANDONNEE'])

const toDate = (date: DateCivile | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`))

/** The columns of the row that these values change. */
function toColonnes({
  periode,
  avancement,
  redaction,
  themes: _themes,
  communes: _communes,
  pilotages: _pilotages,
  ...simples
}: Partial<ValeursFiche>): Prisma.FicheActionUncheckedUpdateManyInput {
  return {
    ...simples,
    ...(periode && {
      periodeTexte: periode.texte,
      periodeDebut: toDate(periode.debut),
      periodeFin: toDate(periode.fin),
    }),
    ...(avancement && { avancement: avancement.valeur, avancementMotif: avancement.motif }),
    ...(redaction && {
      aRediger: redaction.aRediger,
      redactionMotif: redaction.motif,
      redactionEcheance: toDate(redaction.echeance),
      redactionAvenantId: redaction.avenant,
    }),
  }
}

/** Whether who asks may write this fiche, and these fields of it. */
function checkPortee(convention: ConventionOuverte, fiche: number, champs: ChangementsFiche): Echec | null {
  const portee = computeReach('fiche.ecrire', convention.roles)
  if (portee === 'OUI') return null
  if (portee === 'NON' || !convention.fichesPilotees.includes(fiche)) return echecs.interdit()
  if (!Object.keys(champs).some((champ) => CHAMPS_COORDINATION.has(champ as ChampFiche))) return null
  return {
    ok: false,
    tag: 'INTERDIT',
    message: 'Le numéro, le titre et les pilotes d’une fiche se changent par la coordination : demandez-le-lui.',
  }
}

/** References that name nothing of this convention, each with its remedy. */
async function checkReferences(
  tx: Tx,
  conventionId: number,
  { themes, communes, pilotages, redaction }: Partial<ValeursFiche>,
): Promise<ErreurChamp[]> {
  const organismes = (pilotages ?? []).flatMap(({ organisme }) => organisme ?? [])
  const avenant = redaction?.avenant ?? null
  if (!themes?.length && !communes?.length && organismes.length === 0 && avenant === null) return []
  const [lus] = await tx.$queryRaw<{ themes: boolean; communes: boolean; organismes: boolean; avenant: boolean }[]>`
    SELECT NOT EXISTS (SELECT unnest(${themes ?? []}::text[]) EXCEPT SELECT code FROM theme_afas) AS themes,
      NOT EXISTS (SELECT unnest(${communes ?? []}::int[]) EXCEPT SELECT id FROM porte.commune_territoire WHERE convention_id = ${conventionId}) AS communes,
      NOT EXISTS (SELECT unnest(${organismes}::int[]) EXCEPT SELECT id FROM porte.partie WHERE convention_id = ${conventionId}) AS organismes,
      ${avenant}::int IS NULL OR EXISTS (SELECT FROM porte.avenant WHERE convention_id = ${conventionId} AND id = ${avenant}) AS avenant`
  const erreur = (champ: ChampFiche, message: string): ErreurChamp => ({ champ: `champs.${champ}.apres`, message })
  return [
    lus?.themes === false && erreur('themes', 'Une thématique n’existe pas : choisissez dans la liste.'),
    lus?.communes === false && erreur('communes', 'Une commune n’est pas de ce territoire : choisissez dans la liste.'),
    lus?.organismes === false &&
      erreur(
        'pilotages',
        'Un organisme n’est pas de cette convention : choisissez dans la liste, ou gardez son seul nom.',
      ),
    lus?.avenant === false &&
      erreur('redaction', 'Cet avenant n’est pas de cette convention : choisissez dans la liste.'),
  ].filter((trouvee) => trouvee !== false)
}

/** The fields somebody else changed: what is there, what was wanted, who and when. */
async function buildConflit(
  tx: Tx,
  conventionId: number,
  fiche: number,
  actuel: ValeursFiche,
  champs: ChangementsFiche,
  enConflit: ChampFiche[],
): Promise<ConflitFiche> {
  const auteurs = new Map((await listAuteurs(tx, conventionId, fiche, enConflit)).map((trace) => [trace.champ, trace]))
  return {
    conflits: enConflit.map(
      (champ): ChampEnConflit => ({
        champ,
        actuel: actuel[champ],
        voulu: champs[champ]?.apres ?? null,
        auteur: auteurs.get(champ)?.auteur ?? null,
        instant: auteurs.get(champ)?.instant ?? null,
      }),
    ),
  }
}

/**
 * Writes changes of some fields of a fiche, in the transaction of who asks. Two people who change different fields both
 * keep their work. A field that somebody else changed meanwhile answers CONFLIT with {@link ConflitFiche}; nothing is
 * then written, be the other fields free. What already holds what is wanted is no change.
 * @param fiche id of the fiche
 * @param champs over what each field was typed, and what it becomes
 */
export async function updateChamps(
  tx: Tx,
  { convention }: ContexteFiche,
  fiche: number,
  champs: ChangementsFiche,
): Promise<Resultat<FicheModifiee, ConflitFiche>> {
  const refus = checkPortee(convention, fiche, champs)
  if (refus) return refus
  // The row first, alone: what is read after it is what the last writer left, lists included.
  const [verrou] = await tx.$queryRaw<{ version: number; heure: string }[]>`
    SELECT version, to_char(now() AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS heure FROM fiche_action
    WHERE convention_id = ${convention.id} AND id = ${fiche} FOR NO KEY UPDATE`
  const actuel = verrou ? await readChamps(tx, convention.id, fiche) : null
  if (!verrou || !actuel) return echecs.introuvable()

  const { ecrits, conflits } = computeFusion(actuel, champs)
  if (conflits.length > 0) return echecs.conflit(await buildConflit(tx, convention.id, fiche, actuel, champs, conflits))
  const modifies = Object.keys(ecrits) as ChampFiche[]
  if (modifies.length === 0) return succeed({ version: verrou.version, champs: [], heure: verrou.heure })

  if (ecrits.statut !== undefined && SE_DECIDE.has(ecrits.statut)) {
    const reserve = await checkGesteLibre(tx, convention.id, 'FICHE')
    if (reserve) return reserve
  }
  const erreurs = await checkReferences(tx, convention.id, ecrits)
  if (erreurs.length > 0) return echecs.invalide(erreurs)

  const { count } = await tx.ficheAction.updateMany({
    where: { id: fiche, conventionId: convention.id },
    data: { ...toColonnes(ecrits), majLe: new Date(), version: { increment: 1 } },
  })
  if (count !== 1) return echecs.introuvable()
  const cible = { conventionId: convention.id, fiche }
  if (ecrits.themes) await writeThemes(tx, cible, ecrits.themes)
  if (ecrits.communes) await writeCommunes(tx, cible, ecrits.communes)
  if (ecrits.pilotages) await writePilotages(tx, cible, ecrits.pilotages)
  return succeed({ version: verrou.version + 1, champs: modifies, heure: verrou.heure })
}
