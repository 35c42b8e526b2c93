import { closeReserve, reopenReserve } from '@/lib/convention/reserves/actions'
import { importDossier } from '@/lib/dossier/import/actions'
import { getDossier } from '@/lib/dossier/export/queries'
import { updateReglageVeille } from '@/lib/pilotage/veille/actions'
import { buildJetonArret, stopVeille } from '@/lib/pilotage/veille/write/arret'
import { findJourOuvre } from '@/lib/pilotage/veille/read/jours-ouvres'
import { runVeille } from '@/lib/pilotage/veille/write/travail'
import { createDossierVecu } from '@/tests/support/dossiers/vecu'
import { createDossierGouvernance } from '../gouvernance'
import { startSmtp } from '../smtp'
import type { Monde } from './monde'

/** Conventions brought in from dossiers: by hand, from a long life, and as a copy of another installation’s. */
export async function bringConventions({ as, today, gens: { administration } }: Monde): Promise<void> {
  const bring = (dossier: unknown) => as(administration, () => importDossier({ dossier }))
  await bring(createDossierGouvernance('importee'))
  await bring(createDossierVecu('importee-vecue', { reunions: 24, decisions: 24, membres: 24 }, today))
  const copie = await as(administration, () => getDossier({ convention: 'grand-chatellerault' }))
  await bring({
    ...copie,
    convention: { ...copie.convention, slug: 'importee-copie', nom: 'Copie d’une autre installation' },
  })
}

/** Doubts are settled, and one opened again. */
export async function settleReserves({ as, owner, gens: { coordination } }: Monde): Promise<void> {
  const { rows } = await owner.query<{ id: number; slug: string; version: number }>(
    'SELECT r.id, c.slug, r.version FROM reserve r JOIN convention c ON c.id = r.convention_id WHERE r.levee_le IS NULL ORDER BY r.id LIMIT 3',
  )
  for (const { id, slug, version } of rows)
    await as(coordination, () =>
      closeReserve({ convention: slug, reserve: id, version, conclusion: 'Vérifié auprès de la Caf.' }),
    )
  const [premiere] = rows
  if (!premiere) throw new Error('no reserve')
  await as(coordination, () =>
    reopenReserve({ convention: premiere.slug, reserve: premiere.id, version: premiere.version + 1 }),
  )
}

/** Each says how often they want to be told, a digest leaves, and somebody stops them by the link of the message. */
export async function sendDigests({
  as,
  find,
  today,
  gens: { coordination, conseillere, elue },
}: Monde): Promise<void> {
  await as(coordination, () => updateReglageVeille({ frequence: 'QUOTIDIENNE', jour: 1, version: 0 }))
  await as(conseillere, () => updateReglageVeille({ frequence: 'QUOTIDIENNE', jour: 2, version: 0 }))
  await as(elue, () => updateReglageVeille({ frequence: 'MENSUELLE', jour: 3, version: 0 }))
  const boite = await startSmtp()
  const avant = { ...process.env }
  Object.assign(process.env, {
    SMTP_URL: boite.url,
    SMTP_EXPEDITEUR: 'Copilote CTG <veille@base.example>',
    NEXTAUTH_URL: 'https://base.example/',
    COPILOTE_DEMONSTRATION: '1',
    COPILOTE_AUJOURDHUI: findJourOuvre(today), // nothing leaves on a Sunday
  })
  try {
    await runVeille({ deposer: true })
    if (boite.recus.length === 0) throw new Error('no digest left')
  } finally {
    process.env = avant
    await boite.close()
  }
  await stopVeille(buildJetonArret(await find<number>(`SELECT id AS v FROM utilisateur WHERE email LIKE 'elue@%'`)))
}
