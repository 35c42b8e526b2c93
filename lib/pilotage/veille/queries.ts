import 'server-only'
import { z } from 'zod'
import { formatPhase } from '@/lib/convention/phase/rules/suivi'
import { isCourrielConfigure } from '@/lib/platform/serveur/courriel'
import { formatDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { formatMoment } from '@/lib/platform/heures'
import { defineQuery } from '@/lib/platform/query'
import { isJourOuvre } from './read/jours-ouvres'
import { readSituation } from '@/lib/pilotage/situation/read/situation'
import { readMentions } from './read/mentions'
import { countGravites, filterSignaux, groupSignaux, mergeMentions } from './rules/signaux'
import { computeProchain, formatFrequence, formatProchain, LIGNES_PAR_CONVENTION, type Reglage } from './rules/envoi'
import { entreeVeille, TAILLE_PAGE_ENVOIS } from './schema'
import type { EnvoiVu, VueReglage, VueVeille } from './types'

interface ReglageLu extends Reglage {
  version: number
  arreteeLe: Date | null
  parDefaut: boolean
}

/** How often the asking person is told, and what they were told of a convention already. One SQL statement. */
async function readReglage(
  tx: Tx,
  personne: number,
  convention: number | null,
): Promise<ReglageLu & { dites: string[] }> {
  const [lu] = await tx.$queryRaw<(ReglageLu & { dites: string[] })[]>`
    SELECT g.frequence, g.jour, g.version, g.arretee_le AS "arreteeLe", g.par_defaut AS "parDefaut",
      (SELECT coalesce(array_agg(s.cle), '{}') FROM signal_veille s JOIN envoi_veille e ON e.id = s.envoi_id
        WHERE s.utilisateur_id = ${personne} AND s.convention_id = ${convention}::int AND e.etat <> 'ABANDONNE') AS dites
    FROM app.mon_reglage_veille() g`
  return lu ?? { frequence: 'JAMAIS', jour: 1, version: 0, arreteeLe: null, parDefaut: true, dites: [] }
}

interface EnvoiLu extends Omit<EnvoiVu, 'jour' | 'quand'> {
  jour: string
  envoyeLe: Date | null
  total: number
}

const toEnvoi = ({ jour, envoyeLe, total: _total, ...envoi }: EnvoiLu): EnvoiVu => ({
  ...envoi,
  jour: formatDate(jour),
  quand: envoyeLe ? formatMoment(envoyeLe) : null,
})

/** Who was told what of this convention. One SQL statement. */
async function listEnvois(tx: Tx, convention: number, demandee: number): Promise<VueVeille['envois']> {
  const lignes = await tx.$queryRaw<EnvoiLu[]>`
    SELECT v.envoi AS id, v.nom, v.fonction, v.jour::text, v.etat, v.envoye_le AS "envoyeLe", v.phrases, v.total
    FROM app.veille_envoyee(${convention}, ${TAILLE_PAGE_ENVOIS}::int, ${(demandee - 1) * TAILLE_PAGE_ENVOIS}::int) v`
  const total = lignes[0]?.total ?? 0
  return {
    lignes: lignes.map(toEnvoi),
    total,
    page: demandee,
    pages: Math.max(Math.ceil(total / TAILLE_PAGE_ENVOIS), demandee),
  }
}

/** What is due, late or at risk in a convention, who was told of it, and what one’s next message says of it. */
export const getVeille = defineQuery({
  nom: 'getVeille',
  operation: 'veille.lire',
  portee: 'CONVENTION',
  input: entreeVeille,
  run: async ({ tx, acteur, convention, today }, input): Promise<VueVeille> => {
    const { slug, nom, debut, fin, roles } = convention
    const tous = mergeMentions(
      (await readSituation(tx, convention, today)).signaux,
      await readMentions(tx, convention.id),
      slug,
    )
    const siens = filterSignaux(
      tous,
      roles.filter((role) => role !== 'ADMINISTRATEUR'),
      convention.fichesPilotees,
    )
    const signaux = filterSignaux(tous, roles, convention.fichesPilotees)
    const reglage = await readReglage(tx, acteur.id, convention.id)
    const prochain = computeProchain(reglage, today, isJourOuvre)
    const nouveaux = siens.filter(({ cle }) => !reglage.dites.includes(cle))
    const enCours = debut !== null && debut <= today && fin !== null && fin >= today
    return {
      convention: { slug, nom },
      groupes: groupSignaux(signaux),
      comptes: countGravites(signaux),
      silence: enCours ? null : formatPhase({ debut, fin }, today),
      envois: await listEnvois(tx, convention.id, input.page ?? 1),
      apercu: {
        reglage: formatFrequence(reglage),
        prochain: prochain && formatProchain(prochain),
        nouveaux: nouveaux.slice(0, LIGNES_PAR_CONVENTION),
        reste: Math.max(0, nouveaux.length - LIGNES_PAR_CONVENTION),
        serveur: isCourrielConfigure(),
      },
    }
  },
})

interface DernierLu {
  id: number
  sujet: string
  texte: string
  etat: EnvoiVu['etat']
  envoyeLe: Date | null
}

const DERNIERS = 5

/** One’s own messages: how often, the next one, the last ones. */
export const getReglageVeille = defineQuery({
  nom: 'getReglageVeille',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: z.strictObject({}),
  run: async ({ tx, acteur, today }): Promise<VueReglage> => {
    const { frequence, jour, version, parDefaut, arreteeLe } = await readReglage(tx, acteur.id, null)
    const derniers = await tx.$queryRaw<DernierLu[]>`
      SELECT e.id, e.sujet, e.texte, e.etat::text, e.envoye_le AS "envoyeLe" FROM envoi_veille e
      WHERE e.utilisateur_id = ${acteur.id} ORDER BY e.jour DESC, e.id DESC LIMIT ${DERNIERS}`
    const prochain = computeProchain({ frequence, jour }, today, isJourOuvre)
    return {
      email: acteur.email,
      frequence,
      jour,
      version,
      parDefaut,
      arretee: frequence === 'JAMAIS' && arreteeLe ? formatMoment(arreteeLe) : null,
      prochain: prochain && formatProchain(prochain),
      serveur: isCourrielConfigure(),
      suit: acteur.roles.some(({ type }) => type !== 'ADMINISTRATEUR'),
      derniers: derniers.map(({ envoyeLe, ...envoi }) => ({
        ...envoi,
        quand: envoyeLe ? formatMoment(envoyeLe) : null,
      })),
    }
  },
})
