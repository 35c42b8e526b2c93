import { acceptInvitation, checkIdentifiants } from '@/lib/platform/identite/connexion'
import { closeSessions, createInvitation } from '@/lib/utilisateurs/actions/acces'
import { searchCibles } from '@/lib/utilisateurs/actions/recherche'
import { createRole, removeRole } from '@/lib/utilisateurs/actions/roles'
import { closePersonne, createPersonne, reopenPersonne, updatePersonne } from '@/lib/utilisateurs/actions/personnes'
import type { ChoixRole, ObjetRole } from '@/lib/utilisateurs/rules'
import type { Monde } from './monde'

const OBJET: Record<'CONSEILLER_CAF' | 'CHARGE_COOPERATION' | 'LECTEUR' | 'PILOTE' | 'ELU', ObjetRole> = {
  CONSEILLER_CAF: 'CAF',
  CHARGE_COOPERATION: 'CONVENTION',
  LECTEUR: 'CONVENTION',
  PILOTE: 'FICHE',
  ELU: 'COLLECTIVITE',
}

/**
 * People come, are invited, sign in, change, leave; one invitation stays open.
 * @returns the secret of the invitation that nobody has used yet
 */
export async function liveGens({ as, find, gens: { administration }, jour }: Monde): Promise<{ invitation: string }> {
  const cible = async (role: keyof typeof OBJET, q: string) => {
    const { cibles } = await as(administration, () => searchCibles({ objet: OBJET[role], q }))
    if (!cibles[0]) throw new Error(`nothing to hold ${role} on: ${q}`)
    return cibles[0].id
  }
  const add = async (
    nom: string,
    role: keyof typeof OBJET,
    q: string,
    bornes: { debut?: string; fin?: string } = {},
  ) => {
    const email = `${nom.toLowerCase().replace(' ', '.')}@base.example`
    const { personne } = await as(administration, async () =>
      createPersonne({
        email,
        nom,
        fonction: 'Personne d’une base vécue',
        role: role satisfies ChoixRole,
        cible: await cible(role, q),
        debut: bornes.debut ?? '',
        fin: bornes.fin ?? '',
      }),
    )
    return personne
  }
  const invite = async (personne: number) => {
    const { chemin } = await as(administration, () => createInvitation({ personne }))
    return chemin.slice(chemin.lastIndexOf('/') + 1)
  }
  const versionOf = (personne: number) => find<number>('SELECT version AS v FROM utilisateur WHERE id = $1', [personne])

  const agnes = await add('Agnes Exemple', 'CONSEILLER_CAF', 'demonstration')
  const basile = await add('Basile Exemple', 'PILOTE', 'guichet')
  const chantal = await add('Chantal Exemple', 'LECTEUR', 'demonstration', { debut: jour(-200), fin: jour(-1) })
  const denis = await add('Denis Exemple', 'CHARGE_COOPERATION', 'demonstration', { debut: jour(-10) })
  for (const personne of [agnes, basile, chantal])
    if (!(await acceptInvitation(await invite(personne), 'une phrase de passe assez longue')))
      throw new Error('invitation refused')
  await invite(denis)
  const invitation = await invite(denis)

  // Somebody who mistypes a password, and one whom nobody knows.
  await checkIdentifiants({ email: 'agnes.exemple@base.example', motDePasse: 'pas la bonne', reseau: '192.0.2.7' })
  await checkIdentifiants({ email: 'inconnue@base.example', motDePasse: 'peu importe', reseau: '192.0.2.7' })

  await as(administration, async () =>
    updatePersonne({
      personne: agnes,
      version: await versionOf(agnes),
      email: 'agnes.durand@base.example',
      nom: 'Agnès Durand',
      fonction: 'Conseillère technique',
    }),
  )
  await as(administration, async () =>
    createRole({
      personne: basile,
      version: await versionOf(basile),
      role: 'LECTEUR',
      cible: await cible('LECTEUR', 'val'),
      debut: '',
      fin: jour(365),
    }),
  )
  await as(administration, async () =>
    createRole({
      personne: basile,
      version: await versionOf(basile),
      role: 'ELU',
      cible: await cible('ELU', 'communauté'),
      debut: '',
      fin: '',
    }),
  )
  const elu = await find<number>(`SELECT max(id) AS v FROM role WHERE utilisateur_id = $1 AND type = 'ELU'`, [basile])
  await as(administration, async () => removeRole({ personne: basile, version: await versionOf(basile), role: elu }))
  await as(administration, async () => closePersonne({ personne: chantal, version: await versionOf(chantal) }))
  await as(administration, async () => closePersonne({ personne: agnes, version: await versionOf(agnes) }))
  await as(administration, async () => reopenPersonne({ personne: agnes, version: await versionOf(agnes) }))
  await as(administration, () => closeSessions({ personne: basile }))
  return { invitation }
}
