import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { LigneCloture } from './read'
import type { ChangementMandat, Reprise, Siege, Succession } from './types'

/** What ending mandates, and taking it back, locks and writes: a fixed number of statements, whatever the number of seats. */

export type SiegeVerrouille = Pick<
  Siege,
  'id' | 'version' | 'libelle' | 'personne' | 'cle' | 'fonction' | 'debut' | 'fin' | 'motifFin'
> & { instance: { ref: string; nom: string } }

/** Locks these seats, in one order for everybody. One SQL statement. */
export function lockSieges(tx: Tx, convention: number, ids: readonly number[]): Promise<SiegeVerrouille[]> {
  return tx.$queryRaw<SiegeVerrouille[]>`
    SELECT m.id, m.version, m.libelle, m.personne, nullif(app.plier(m.personne), '') AS cle, m.fonction, m.debut::text, m.fin::text, m.motif_fin AS "motifFin",
      jsonb_build_object('ref', i.ref, 'nom', i.nom) AS instance
    FROM membre m JOIN instance i ON i.convention_id = m.convention_id AND i.id = m.instance_id
    WHERE m.convention_id = ${convention} AND m.id = ANY (${[...ids]}::int[])
    ORDER BY m.id FOR UPDATE OF m`
}

export interface AffaireVerrouillee {
  objet: 'decision' | 'point'
  id: number
  version: number
  /** Folded name of who holds it, and the name as written. */
  cle: string
  nom: string
  libelle: string
  /** Still to be done: an open decision, a point of a planned meeting. */
  ouverte: boolean
}

interface Versionnee {
  id: number
  version: number
}

/** Locks the decisions and points that are to change hands; null when one is not of this convention. Two SQL statements at most. */
export async function lockAffaires(
  tx: Tx,
  convention: number,
  { decisions, points }: { decisions: readonly Versionnee[]; points: readonly Versionnee[] },
): Promise<AffaireVerrouillee[] | null> {
  const ids = (lignes: readonly Versionnee[]): number[] => [...new Set(lignes.map(({ id }) => id))]
  const [idsDecisions, idsPoints] = [ids(decisions), ids(points)]
  const lues =
    idsDecisions.length === 0
      ? []
      : await tx.$queryRaw<AffaireVerrouillee[]>`
    SELECT 'decision' AS objet, d.id, d.version, coalesce(app.plier(d.responsable), '') AS cle, coalesce(d.responsable, '') AS nom, d.texte AS libelle,
      app.decision_ouverte(d.etat, d.decidee_par_id, d.realisee_le) AS ouverte
    FROM decision d WHERE d.convention_id = ${convention} AND d.id = ANY (${idsDecisions}::int[]) ORDER BY d.id FOR UPDATE`
  const lus =
    idsPoints.length === 0
      ? []
      : await tx.$queryRaw<AffaireVerrouillee[]>`
    SELECT 'point' AS objet, p.id, p.version, coalesce(app.plier(p.presentateur), '') AS cle, coalesce(p.presentateur, '') AS nom, p.titre AS libelle,
      (r.etat = 'PREVUE' AND NOT r.figee) AS ouverte
    FROM point_ordre_du_jour p JOIN reunion r ON r.convention_id = p.convention_id AND r.id = p.reunion_id
    WHERE p.convention_id = ${convention} AND p.id = ANY (${idsPoints}::int[]) ORDER BY p.id FOR UPDATE OF p`
  return lues.length === idsDecisions.length && lus.length === idsPoints.length ? [...lues, ...lus] : null
}

interface SiegeDemande {
  membre: number
  version: number
  reprise: Reprise
  nom: string | null
}

/** What is no longer as the form showed it. */
export function findConflits(
  demande: { sieges: readonly SiegeDemande[]; decisions: readonly Versionnee[]; points: readonly Versionnee[] },
  sieges: readonly SiegeVerrouille[],
  affaires: readonly AffaireVerrouillee[],
): ChangementMandat[] {
  const versions = (lignes: readonly Versionnee[]) => new Map(lignes.map(({ id, version }) => [id, version]))
  const demandees = { decision: versions(demande.decisions), point: versions(demande.points) }
  const sien = new Map(demande.sieges.map(({ membre, version }) => [membre, version]))
  return [
    ...sieges
      .filter(({ id, version }) => sien.get(id) !== version)
      .map(({ libelle, instance, personne, fin, motifFin }) => ({
        libelle: `${libelle} (${instance.nom})`,
        actuel: [
          personne ?? 'aucune personne nommée',
          fin && `jusqu’au ${fin.split('-').reverse().join('/')}`,
          motifFin,
        ]
          .filter(Boolean)
          .join(', '),
      })),
    ...affaires
      .filter(({ objet, id, version, ouverte }) => !ouverte || demandees[objet].get(id) !== version)
      .map(({ libelle, nom, ouverte }) => ({
        libelle,
        actuel: ouverte ? `au nom de ${nom || 'personne'}` : 'n’est plus à faire',
      })),
  ]
}

/** Names of the successors of each person, by folded name of who leaves. */
export function readSuccesseurs(
  demandes: readonly SiegeDemande[],
  sieges: readonly SiegeVerrouille[],
): Map<string, Set<string>> {
  const successeurs = new Map<string, Set<string>>()
  for (const { membre, reprise, nom } of demandes) {
    const cle = sieges.find(({ id }) => id === membre)?.cle
    if (cle && reprise === 'SUCCESSEUR' && nom !== null)
      successeurs.set(cle, (successeurs.get(cle) ?? new Set()).add(nom))
  }
  return successeurs
}

/** Ends the mandates. One SQL statement. */
export async function closeSieges(
  tx: Tx,
  convention: number,
  { ids, fin, motif }: { ids: readonly number[]; fin: DateCivile; motif: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE membre SET fin = ${fin}::date, motif_fin = ${motif}, version = version + 1
    WHERE convention_id = ${convention} AND id = ANY (${[...ids]}::int[])`
}

/** Adds the mandates that take over: same seat, same voice, same place in the list; the substitute is theirs to name. One SQL statement. */
export async function insertSuccessions(tx: Tx, convention: number, successions: readonly Succession[]): Promise<void> {
  if (successions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO membre (convention_id, instance_id, libelle, fonction, organisme_id, voix, personne, coanimation, debut, predecesseur_id, ordre)
    SELECT m.convention_id, m.instance_id, x.libelle, x.fonction, m.organisme_id, m.voix, x.personne, m.coanimation, x.debut::date, m.id, m.ordre
    FROM jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) AS x(membre int, libelle text, personne text, fonction text, debut text)
    JOIN membre m ON m.convention_id = ${convention} AND m.id = x.membre
    ORDER BY m.instance_id, m.ordre, m.id`
}

/** Puts decisions and points under the successor’s name. Two SQL statements at most. */
export async function transferAffaires(
  tx: Tx,
  convention: number,
  affaires: readonly AffaireVerrouillee[],
  findSuccesseur: (cle: string) => string | null,
): Promise<void> {
  const lignes = (objet: AffaireVerrouillee['objet']): string =>
    JSON.stringify(
      affaires.filter((affaire) => affaire.objet === objet).map(({ id, cle }) => ({ id, nom: findSuccesseur(cle) })),
    )
  if (affaires.some(({ objet }) => objet === 'decision')) {
    await tx.$executeRaw`
      UPDATE decision d SET responsable = x.nom, version = d.version + 1
      FROM jsonb_to_recordset(${lignes('decision')}::jsonb) AS x(id int, nom text) WHERE d.convention_id = ${convention} AND d.id = x.id`
  }
  if (affaires.some(({ objet }) => objet === 'point')) {
    await tx.$executeRaw`
      UPDATE point_ordre_du_jour p SET presentateur = x.nom, version = p.version + 1
      FROM jsonb_to_recordset(${lignes('point')}::jsonb) AS x(id int, nom text) WHERE p.convention_id = ${convention} AND p.id = x.id`
  }
}

/** Why an end of mandates can no longer be undone, by what followed it. */
const SUITES = {
  PRESENCE: (qui: string) =>
    `Une présence est déjà notée au titre du nouveau mandat de ${qui} : cette fin de mandats ne s’annule plus.`,
  COMPLETE: (qui: string) =>
    `Le nouveau mandat de ${qui} a été complété depuis : cette fin de mandats ne s’annule plus.`,
  MODIFIE: (qui: string) => `Le mandat de ${qui} a été modifié depuis : corrigez-le dans la composition de l’instance.`,
}

/** What forbids taking an ending back, in one sentence with its remedy; null when nothing does. One SQL statement. */
export async function checkSuites(tx: Tx, convention: number, lignes: readonly LigneCloture[]): Promise<string | null> {
  const nouveaux = lignes.filter(({ objet, avant }) => objet === 'membre' && avant === null).map(({ id }) => id)
  const termines = lignes
    .filter(({ objet, avant }) => objet === 'membre' && avant !== null)
    .map(({ id, apres }) => ({ id, motif: apres.motif_fin }))
  const [suite] = await tx.$queryRaw<{ cas: keyof typeof SUITES; qui: string }[]>`
    SELECT CASE WHEN EXISTS (SELECT FROM presence p WHERE p.convention_id = ${convention} AND p.membre_id = m.id)
        THEN 'PRESENCE' ELSE 'COMPLETE' END AS cas, coalesce(m.personne, m.libelle) || ' (' || i.nom || ')' AS qui
    FROM membre m JOIN instance i ON i.convention_id = m.convention_id AND i.id = m.instance_id
    WHERE m.convention_id = ${convention} AND m.id = ANY (${nouveaux}::int[])
      AND (m.version > 0 OR EXISTS (SELECT FROM presence p WHERE p.convention_id = ${convention} AND p.membre_id = m.id)
        OR EXISTS (SELECT FROM membre s WHERE s.convention_id = ${convention} AND s.predecesseur_id = m.id))
    UNION ALL
    SELECT 'MODIFIE', coalesce(m.personne, m.libelle) || ' (' || i.nom || ')'
    FROM jsonb_to_recordset(${JSON.stringify(termines)}::jsonb) AS x(id int, motif text)
    JOIN membre m ON m.convention_id = ${convention} AND m.id = x.id JOIN instance i ON i.convention_id = m.convention_id AND i.id = m.instance_id
    WHERE m.motif_fin IS DISTINCT FROM x.motif
    LIMIT 1`
  return suite ? SUITES[suite.cas](suite.qui) : null
}

/** Takes the successors away, and gives the mandates back the end they had. Two SQL statements. */
export async function restoreSieges(tx: Tx, convention: number, lignes: readonly LigneCloture[]): Promise<void> {
  const nouveaux = lignes.filter(({ objet, avant }) => objet === 'membre' && avant === null).map(({ id }) => id)
  const anciens = lignes.filter(({ objet, avant }) => objet === 'membre' && avant !== null)
  await tx.$executeRaw`DELETE FROM membre WHERE convention_id = ${convention} AND id = ANY (${nouveaux}::int[])`
  await tx.$executeRaw`
    UPDATE membre m SET motif_fin = NULL, fin = CASE WHEN x.avant ? 'fin' THEN (x.avant ->> 'fin')::date ELSE m.fin END, version = m.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(anciens.map(({ id, avant }) => ({ id, avant })))}::jsonb) AS x(id int, avant jsonb)
    WHERE m.convention_id = ${convention} AND m.id = x.id`
}

/** Gives back what had changed hands, where nobody has changed it since. Two SQL statements at most. */
export async function restoreAffaires(tx: Tx, convention: number, lignes: readonly LigneCloture[]): Promise<void> {
  const choisies = (objet: LigneCloture['objet'], champ: string): { id: number; avant: unknown; apres: unknown }[] =>
    lignes
      .filter((ligne) => ligne.objet === objet)
      .map(({ id, avant, apres }) => ({ id, avant: avant?.[champ] ?? null, apres: apres[champ] ?? null }))
  const [decisions, points] = [choisies('decision', 'responsable'), choisies('point_ordre_du_jour', 'presentateur')]
  if (decisions.length > 0) {
    await tx.$executeRaw`
      UPDATE decision d SET responsable = x.avant, version = d.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS x(id int, avant text, apres text)
      WHERE d.convention_id = ${convention} AND d.id = x.id AND d.responsable = x.apres`
  }
  if (points.length > 0) {
    await tx.$executeRaw`
      UPDATE point_ordre_du_jour p SET presentateur = x.avant, version = p.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(points)}::jsonb) AS x(id int, avant text, apres text), reunion r
      WHERE p.convention_id = ${convention} AND p.id = x.id AND p.presentateur = x.apres
        AND r.convention_id = p.convention_id AND r.id = p.reunion_id AND r.etat = 'PREVUE' AND NOT r.figee`
  }
}
